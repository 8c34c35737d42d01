import type { ChannelProvider } from '../channels/port.ts';
import type { Attempt, AttemptResult } from './delivery.ts';
import { isHeldBack } from './held-back.ts';
import type { SenderTrouble } from './tick-deps.ts';
import type { TickFrame, Work } from './work.ts';

/** Tells the limits of all processes when an answer blames the sender and not the person. A failure to do so is told, and holds nothing up. */
export async function reportTrouble(
  frame: TickFrame,
  { work, attempt, provider }: { readonly work: Work; readonly attempt: Attempt; readonly provider: ChannelProvider },
  result: AttemptResult,
): Promise<void> {
  if (result.outcome !== 'rejected' && !(result.outcome === 'unknown' && result.errorClass === 'rate-limited')) return;
  const { errorClass, providerCode } = result;
  if (!isTrouble(errorClass) || isHeldBack(provider.provider, providerCode)) return;
  const { sender, template, campaignId } = work.delivery.request;
  try {
    await frame.deps.senderTrouble?.([
      {
        provider: provider.id,
        sender,
        channel: attempt.channel,
        template,
        ...(campaignId === undefined ? {} : { campaignId }),
        errorClass,
        providerCode,
        ...(result.retryAfterMs === undefined ? {} : { retryAfterMs: result.retryAfterMs }),
        at: frame.instant(),
      },
    ]);
  } catch {
    frame.deps.events?.emit('background-failure', { where: 'sender-trouble', code: 'not-recorded' });
  }
}

function isTrouble(errorClass: string): errorClass is SenderTrouble['errorClass'] {
  return ['rate-limited', 'auth', 'insufficient-funds', 'sender-blocked', 'content-rejected'].includes(errorClass);
}
