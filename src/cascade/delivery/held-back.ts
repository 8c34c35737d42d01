/**
 * Codes by which a platform says that it will not bring this message to this person now, whoever asks: per-person marketing caps and experiments.
 * Not before a day has passed on the same channel. Source: facts on delivery errors, class `rate_limited`.
 */
const heldBackCodes: Readonly<Record<string, readonly string[]>> = {
  'meta-whatsapp': ['131049', '130472'],
  twilio: ['63049'],
  infobip: ['7032'],
};

/** Least wait before the same channel may be used again for this person, in milliseconds. */
export const heldBackMs: number = 24 * 60 * 60_000;

/** True when the platform holds the message back for this person, rather than slowing the sender. `provider` is the provider's kind. */
export function isHeldBack(provider: string, providerCode: string | null): boolean {
  return providerCode !== null && (heldBackCodes[provider]?.includes(providerCode) ?? false);
}
