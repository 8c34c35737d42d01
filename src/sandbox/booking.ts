import { countSegments } from '../template/index.ts';
import type { Books } from './books.ts';
import { hexOf } from './draw.ts';
import type { LedgerEntry, PlannedEvent } from './ledger.ts';
import type { SandboxOptions } from './options.ts';
import type { AskedMessage, ProviderApi } from './provider-api.ts';

/** The message that reaches the limit carries the news of the pause. */
export function pauseOf(message: AskedMessage, books: Books, options: SandboxOptions): readonly PlannedEvent[] {
  const { pauseTemplate } = options;
  if (pauseTemplate === undefined || message.template?.name !== pauseTemplate.name) return [];
  if (books.templateCount(pauseTemplate.name) + 1 !== pauseTemplate.afterAccepted) return [];
  return [{ afterMs: 1_000, type: 'template', state: 'PAUSED' }];
}

/** The ledger entry of a message that is taken now. */
export function entryOf(api: ProviderApi, message: AskedMessage, now: Date, seed: string, count: number): Omit<LedgerEntry, 'seq'> {
  return {
    at: now.toISOString(),
    provider: api.id,
    channel: message.channel ?? api.channel,
    messageId: message.messageId ?? api.newId((length) => hexOf(length, seed, api.id, message.to, String(count))),
    to: message.to,
    from: message.from,
    text: message.text,
    ...(message.template === undefined ? {} : { template: message.template }),
    buttons: message.buttons ?? [],
    clientRef: message.clientRef ?? null,
    segments: (message.channel ?? api.channel) === 'sms' ? countSegments(message.text).segments : 1,
    ...(message.validUntil === undefined ? {} : { validUntil: message.validUntil.toISOString() }),
    ...(message.callbackUrl === undefined ? {} : { callbackUrl: message.callbackUrl }),
  };
}
