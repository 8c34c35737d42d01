type Language = 'ru' | 'kk' | 'en' | 'de' | 'hi';

const optOuts: Readonly<Record<Language, readonly string[]>> = {
  ru: ['СТОП', 'Стоп', 'стоп!!', 'Отписаться', 'Больше не пишите мне', 'уберите мой номер из рассылки'],
  kk: ['ТОҚТАТУ', 'Тоқта', 'Маған жазбаңыз', 'СТОП'],
  en: ['STOP', 'Stop', 'stop pls', 'UNSUBSCRIBE', 'please stop texting me', 'Remove me from your list'],
  de: ['STOPP', 'STOP', 'Abmelden', 'Bitte keine Nachrichten mehr'],
  hi: ['STOP', 'Please stop', 'बंद करो'],
};

const complaints: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Это спам, буду жаловаться в ФАС', 'Я не давал согласия на рекламу! Жалоба будет'],
  kk: ['Бұл спам, шағымданамын'],
  en: ['This is spam, I will report you to the regulator', 'I never agreed to this. Complaint follows'],
  de: ['Das ist Spam, ich beschwere mich'],
  hi: ['This is spam, I will complain to TRAI'],
};

/** What a person writes who wants no more messages, in a language spoken where the number belongs. `pick` is a draw in [0, 1). */
export function optOutText(to: string, pick: number): string {
  return choose(optOuts[languageOf(to)], pick);
}

/** What a person writes who complains. */
export function complaintText(to: string, pick: number): string {
  return choose(complaints[languageOf(to)], pick);
}

function languageOf(to: string): Language {
  const digits = to.replace(/\D/gu, '');
  if (/^7[67]/u.test(digits)) return 'kk';
  if (digits.startsWith('49')) return 'de';
  if (digits.startsWith('91')) return 'hi';
  return digits.startsWith('7') || !to.startsWith('+') ? 'ru' : 'en';
}

function choose(texts: readonly string[], pick: number): string {
  return texts[Math.floor(pick * texts.length)] ?? 'STOP';
}
