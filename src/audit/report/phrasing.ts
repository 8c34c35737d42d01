import type { DeliveryReason, DeliveryState } from '../../cascade/delivery/delivery-state.ts';
import { reasonTexts, stateTexts } from '../../cascade/delivery/trace-texts.ts';
import type { LocalText } from '../../law/vocabulary.ts';
import { type ReportLanguage, words } from './words.ts';

/** Words, numbers and times of a report in one language. */
export interface Phrasing {
  readonly language: ReportLanguage;
  say(word: keyof typeof words, values?: Readonly<Record<string, string | number>>): string;
  reason(reason: DeliveryReason | null): string;
  state(state: DeliveryState): string;
  count(value: number): string;
  decimal(value: number): string;
  /** A share of 1 in per cent; more digits when it is small. */
  percent(share: number): string;
  /** Millionths of a currency, with its name when it is known. */
  money(micros: number, currency: string | null): string;
  /** Date and time, UTC. */
  instant(at: Date): string;
  /** Day and hour or day only, as fits the length of a stretch. */
  stretchStart(at: Date, stretchMs: number): string;
  duration(ms: number): string;
}

/** Does not compile when a word lacks a language. */
const texts: Readonly<Record<keyof typeof words, LocalText>> = words;

const locales: Readonly<Record<ReportLanguage, string>> = { en: 'en-GB', ru: 'ru-RU' };
const DAY_MS = 86_400_000;

export function phrasingIn(language: ReportLanguage): Phrasing {
  const locale = locales[language];
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const two = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const price = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const smallPrice = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  const instant = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const hour = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
  const say: Phrasing['say'] = (word, values = {}) =>
    texts[word][language].replace(/\{(\w+)\}/gu, (whole, name: string) => (name in values ? String(values[name]) : whole));
  return {
    language,
    say,
    reason: (reason) => (reason === null ? say('noReason') : reasonTexts[reason][language]),
    state: (state) => stateTexts[state][language],
    count: (value) => integer.format(value),
    decimal: (value) => two.format(value),
    percent(share) {
      const digits = share === 0 || share === 1 || share >= 0.1 ? (share === 0 || share === 1 ? 0 : 1) : 2;
      return new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
    },
    money(micros, currency) {
      const amount = micros / 1e6;
      const text = (amount !== 0 && amount < 1 ? smallPrice : price).format(amount);
      return currency === null ? text : `${text} ${currency}`;
    },
    instant: (at) => instant.format(at),
    stretchStart: (at, stretchMs) => (stretchMs < DAY_MS ? `${day.format(at)}, ${hour.format(at)}` : day.format(at)),
    duration(ms) {
      const units = [
        ['milliseconds', 1, 1000],
        ['seconds', 1000, 90],
        ['minutes', 60_000, 90],
        ['hours', 3_600_000, 48],
        ['days', DAY_MS, Number.POSITIVE_INFINITY],
      ] as const;
      const [word, size] = units.find(([, unit, upTo]) => ms / unit < upTo)!;
      const value = ms / size;
      return say(word, {
        n: value < 10 && word !== 'milliseconds' ? new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value) : integer.format(value),
      });
    },
  };
}
