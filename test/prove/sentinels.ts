import { inspect } from 'node:util';

/** Strings that stand for personal data and secrets; long enough that none turns up by chance. */
export const sentinels: Readonly<Record<'phone' | 'national' | 'name' | 'text' | 'reply' | 'address' | 'token', string>> = {
  phone: '447700900873',
  national: '07700900873',
  name: 'Sentinella Quoxbury',
  text: 'zanzibarine quuxelations',
  reply: 'xylographic umbrage',
  address: '8731554219',
  token: 'sentinel-token-4f9d2c71',
};

/** One form of one sentinel, to be looked for. */
interface Needle {
  readonly of: string;
  readonly form: string;
  readonly text: string;
}

const needles: readonly Needle[] = Object.entries(sentinels).flatMap(([of, raw]) =>
  Object.entries(formsOf(raw)).flatMap(([form, texts]) => texts.map((text) => ({ of, form, text: text.toLowerCase() }))),
);

/** As it is, as URLs, JSON and logs write it. Base64 has three alignments; the letters that neighbours change are cut off. */
function formsOf(raw: string): Readonly<Record<string, readonly string[]>> {
  const bytes = Buffer.from(raw);
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/u, '');
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });
  return {
    raw: [raw, raw.split('').reverse().join('')],
    url: [encodeURIComponent(raw), new URLSearchParams({ a: raw }).toString().slice(2)],
    base64: [...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))],
    hex: [bytes.toString('hex')],
    spaced: [raw.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ' ')],
  };
}

/** The sentinels in a text, by name and form. */
export function findSentinels(text: string): readonly string[] {
  const low = text.toLowerCase();
  return [...new Set(needles.filter((needle) => low.includes(needle.text)).map(({ of, form }) => `${of} (${form})`))];
}

/** Everything a log could make of a value: its text, its JSON, what `console.log` shows, and the same of an error's stack and causes. */
export function everyText(value: unknown, depth = 0): string {
  const own = [String(value), tryJson(value), inspect(value, { depth: 8, showHidden: true, maxStringLength: null, maxArrayLength: null })];
  if (!(value instanceof Error) || depth > 5) return own.join('\n');
  return [...own, value.message, value.stack ?? '', everyText(value.cause, depth + 1)].join('\n');
}

function tryJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
