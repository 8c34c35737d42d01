import { asText } from './json.ts';

const channelPrefix = /^(?:whatsapp|rcs|sms|mms|tel|viber|messenger):/iu;
const plainNumber = /^\+?[1-9]\d{6,14}$/u;
const chatSuffix = /@(?:c\.us|s\.whatsapp\.net)$/iu;

/**
 * The person as the events name them: E.164 with `+` when the value is a phone number in the provider's spelling, else the channel's user id
 * unchanged; `null` when absent. `trunk8` reads eleven digits that start with 89 as Russian (+7 9…), for Russian gateways.
 */
export function recipientOf(value: unknown, options: { readonly trunk8?: boolean } = {}): string | null {
  const given = asText(value);
  // Nearly all of them; the rest is taken apart.
  if (given !== null && plainNumber.test(given) && !(options.trunk8 === true && given.startsWith('89'))) {
    return given.startsWith('+') ? given : `+${given}`;
  }
  const text = given?.replace(channelPrefix, '').replace(chatSuffix, '').trim();
  if (text === undefined || text === '') return null;
  const bare = text.replace(/[\s().-]/gu, '');
  if (options.trunk8 === true && /^89\d{9}$/u.test(bare)) return `+7${bare.slice(1)}`;
  if (/^\+\d{5,15}$/u.test(bare)) return bare;
  if (/^00[1-9]\d{6,14}$/u.test(bare)) return `+${bare.slice(2)}`;
  return /^[1-9]\d{6,14}$/u.test(bare) ? `+${bare}` : text;
}

/** E.164 digits without `+`, as most gateways want them. */
export function withoutPlus(address: string): string {
  return address.startsWith('+') ? address.slice(1) : address;
}
