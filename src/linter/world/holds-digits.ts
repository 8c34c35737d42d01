/** True when a text holds that many digits, wherever they stand: a look before a search for long numbers. */
export function holdsDigits(text: string, fewest: number): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x30 && unit <= 0x39 && ++digits === fewest) return true;
  }
  return false;
}
