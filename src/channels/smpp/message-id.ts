/** How an SMSC writes its message ids. */
export type MessageIdForm = 'text' | 'hex' | 'decimal';

/** One spelling for an id that is hexadecimal in the answer and decimal in the receipt, or differs by leading zeros. */
export function canonicalMessageId(id: string, form: MessageIdForm): string {
  if (form === 'hex' && /^[0-9a-f]+$/iu.test(id)) return BigInt(`0x${id}`).toString();
  return form === 'decimal' && /^\d+$/u.test(id) ? BigInt(id).toString() : id;
}
