import type { ReplyDictionary } from './dictionary.ts';
import { foldLetters, type NormalisedReply } from './normalise.ts';

/** A way of reaching a person that a reply can name. */
export type NamedChannel = 'sms' | 'whatsapp' | 'telegram' | 'viber' | 'max' | 'email' | 'call' | 'push';

/**
 * What an opt-out leaves open, as far as its words show. A hint for a person or a preference page: where it is missing or unclear the wider reading holds.
 * `channel`: other channels may stay; `purpose`: service messages may stay.
 */
export interface RefusalScope {
  readonly kind: 'channel' | 'purpose';
  /** Channels the reply lets stay; empty for `purpose`. */
  readonly kept: readonly NamedChannel[];
}

const channelStems: readonly (readonly [NamedChannel, readonly string[]])[] = [
  ['sms', ['sms', 'смс', 'текст', 'text', 'эсэмэс', 'сообщени', 'mensaje', 'nachricht']],
  ['whatsapp', ['whatsapp', 'ватсап', 'вотсап', 'вацап', 'вотсапп', 'wats', 'whats', 'wa']],
  ['telegram', ['telegram', 'телеграм', 'телегу', 'телеге', 'тг']],
  ['viber', ['viber', 'вайбер', 'вибер']],
  ['max', ['max', 'макс']],
  ['email', ['email', 'emails', 'mail', 'mails', 'почт', 'мейл', 'имейл', 'correo', 'courriel']],
  ['call', ['call', 'calls', 'calling', 'phone', 'звон', 'позвон', 'anruf', 'llamad', 'appel']],
  ['push', ['push', 'пуш']],
];

/** Messages that belong to a purchase, not to advertising. */
const serviceStems = [
  'order', 'deliver', 'shipping', 'shipment', 'receipt', 'invoice', 'appointment', 'reminder', 'code', 'codes', 'otp', 'account', 'service', 'transaction', 'security', 'booking', 'tracking',
  'заказ', 'доставк', 'код', 'чек', 'запис', 'напоминани', 'сервисн', 'счет', 'баланс', 'статус', 'посылк', 'платеж', 'приём', 'прием', 'брон',
  'pedido', 'entrega', 'cita', 'consulta', 'commande', 'livraison', 'rendez', 'bestell', 'liefer', 'termin', 'ordin', 'consegn', 'zamówie', 'zamowie', 'dostaw', 'sipariş', 'kargo', 'randevu', 'замовлен', 'тапсырыс',
].map(foldLetters); // biome-ignore format: a table

const starts = (word: string, stems: readonly string[]): boolean =>
  stems.some((stem) =>
    stem.length <= 4
      ? word === stem || word === `${stem}s` || (stem.length >= 3 && /^[а-я]/u.test(stem) && word.startsWith(stem))
      : word.startsWith(stem),
  );

/** What an opt-out leaves open, when its words say so; undefined otherwise. */
export function readScope({ words, clauses }: NormalisedReply, dictionary: ReplyDictionary): RefusalScope | undefined {
  const tags = words.map((word) => dictionary.vocabulary.lookUp(word).tags);
  const kept = new Set<NamedChannel>();
  let service = false;
  for (let i = 0; i < words.length; i++) {
    if (tags[i]?.keep === undefined || tags[i - 1]?.not !== undefined) continue;
    for (let j = Math.max(0, i - 3); j < Math.min(words.length, i + 5); j++) {
      if (j === i || clauses[j] !== clauses[i]) continue;
      const refused = j > 0 && clauses[j - 1] === clauses[j] && (tags[j - 1]?.stop !== undefined || tags[j - 1]?.not !== undefined);
      if (refused) continue;
      if (starts(words[j]!, serviceStems)) service = true;
      for (const [channel, stems] of channelStems) if (starts(words[j]!, stems)) kept.add(channel);
    }
  }
  if (service) return { kind: 'purpose', kept: [] };
  return kept.size > 0 && namesAnother(words, kept) ? { kind: 'channel', kept: [...kept] } : undefined;
}

/** Some other channel than the kept ones is named too: that is the refused one. */
function namesAnother(words: readonly string[], kept: ReadonlySet<NamedChannel>): boolean {
  return words.some((word) => channelStems.some(([channel, stems]) => !kept.has(channel) && starts(word, stems)));
}
