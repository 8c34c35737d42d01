import type { ChannelProvider } from '../../channels/port.ts';
import type { ErrorClass } from '../../channels/taxonomy.ts';
import type { Attempt, AttemptResult } from '../delivery/delivery.ts';
import { isHeldBack } from '../delivery/held-back.ts';
import type { TickFrame, Work } from './work.ts';

/** Tells the limits of all processes how a call ended, as far as it is about the sender. A failure to do so is told, and holds nothing up. */
export async function reportOutcome(
  frame: TickFrame,
  { work, attempt, provider }: { readonly work: Work; readonly attempt: Attempt; readonly provider: ChannelProvider },
  result: AttemptResult,
): Promise<void> {
  if (frame.deps.senderOutcome === undefined || result.outcome === 'not-sent') return;
  const { sender, template, campaignId } = work.delivery.request;
  const failure = result.outcome === 'accepted' ? undefined : result;
  const about = failure !== undefined && blames(provider, failure) ? failure : undefined;
  const retryAfterMs = about !== undefined && 'retryAfterMs' in about ? about.retryAfterMs : undefined;
  try {
    await frame.deps.senderOutcome({
      provider: provider.id,
      sender,
      channel: attempt.channel,
      template,
      ...(campaignId === undefined ? {} : { campaignId }),
      outcome: result.outcome,
      errorClass: about?.errorClass ?? null,
      providerCode: about?.providerCode ?? null,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      at: frame.instant(),
    });
  } catch {
    frame.deps.events?.emit('background-failure', { where: 'sender-outcome', code: 'not-recorded' });
  }
}

const senderClasses: ReadonlySet<ErrorClass> = new Set([
  'rate-limited',
  'auth',
  'insufficient-funds',
  'sender-blocked',
  'content-rejected',
  'invalid-request',
  'retryable-transient',
]);

/** A refusal that is about a person, or a platform's cap for one, says that provider and sender work. */
function blames(
  provider: ChannelProvider,
  { outcome, errorClass, providerCode }: Exclude<AttemptResult, { outcome: 'accepted' | 'not-sent' }>,
): boolean {
  if (isHeldBack(provider.provider, providerCode)) return false;
  return outcome === 'unknown' || senderClasses.has(errorClass);
}
