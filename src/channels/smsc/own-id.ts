import { createHash } from 'node:crypto';

/**
 * Our own `id` of a message at SMSC.ru: the same for every submit of a step, so that the step can be looked up.
 * 128 bits of a hash in hex: the service takes Latin letters and digits, up to 40 of them; a 31-bit number, the other form it takes, would
 * collide within one large campaign.
 */
export function ownId(stepKey: string): string {
  return createHash('sha256').update(stepKey).digest('hex').slice(0, 32);
}
