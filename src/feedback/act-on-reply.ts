import type { WithdrawalResult } from '../consent/consent-act.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { Evidence, SubjectRef } from '../consent/record/record.ts';
import type { MessengerEmitter } from '../events.ts';
import type { Channel } from '../law/vocabulary.ts';
import { isE164 } from '../phone/index.ts';
import type { ComplaintBook } from './complaint-book.ts';
import type { ReplyInput, ReplyReading } from './intent/classify-reply.ts';
import type { Correspondent, ReplyAnswerer } from './reply-answers.ts';
import type { ReviewQueue } from './review-queue.ts';

/** What somebody wrote to us, verified, and who that is. */
export interface InboundReply {
  /** Names the reply: the same one again is the same act. */
  readonly id: string;
  /** Id of the configured provider it came by. */
  readonly provider: string;
  readonly subject: SubjectRef;
  /** E.164 where the channel tells it. */
  readonly phone: string | null;
  /** The sender that was written to; `undefined` when it could be any. */
  readonly sender: string | undefined;
  /** The channel it came by; `undefined` when it could be any of the provider's. */
  readonly channel: Channel | undefined;
  readonly text: string;
  /** The provider took it for an opt-out and has answered it. */
  readonly providerOptedOut: boolean;
  /** SHA-256 of the raw webhook. */
  readonly proofHash: string;
  readonly receivedAt: Date;
  /** When the person wrote. */
  readonly writtenAt: Date;
}

export interface ReplyActsDeps {
  readonly consent: Pick<ConsentBook, 'load' | 'withdraw' | 'suppress'>;
  readonly classify: (input: ReplyInput) => ReplyReading | Promise<ReplyReading>;
  readonly complaints: Pick<ComplaintBook, 'open'>;
  readonly reviews: Pick<ReviewQueue, 'add'>;
  readonly answerer: ReplyAnswerer;
  readonly events: MessengerEmitter;
}

/** Longest part of a reply that is kept, in UTF-16 units. */
const LONGEST_NOTE = 2_000;

/**
 * Acts on replies in one step: reads the text, takes back what it takes back with the text and its proof as evidence, opens a case, answers what may
 * be answered, and asks a person where the reading is only probable. When it resolves, all of it is durable; done again, nothing happens twice.
 */
export function createReplyActs(deps: ReplyActsDeps): (reply: InboundReply) => Promise<void> {
  const { consent, complaints, reviews, answerer, events } = deps;

  return async (reply) => {
    const reading = await read(reply);
    const { intent, suppress, certainty } = reading;
    if (suppress) await stop(reply, reading);
    const to = correspondent(reply);
    if (to !== undefined && certainty === 'certain') {
      if (intent === 'help') await answerer.help(to);
      if (intent === 'opt-in') await answerer.optIn(to, reply);
    }
    events.emit('inbound-classified', { provider: reply.provider, intent, suppress, certainty });
  };

  async function read(reply: InboundReply): Promise<ReplyReading> {
    // The provider's own keyword handling is a backstop of ours, and its word counts.
    if (reply.providerOptedOut) return { intent: 'opt-out', suppress: true, certainty: 'certain' };
    return deps.classify({ text: reply.text, context: await contextOf(reply) });
  }

  /** A pending double opt-in question explains a bare "yes" or "no". */
  async function contextOf({ subject, receivedAt }: InboundReply): Promise<'marketing' | 'double-opt-in-prompt'> {
    const records = (await consent.load([subject])).get(subject) ?? [];
    const last = records.findLast(({ kind }) => kind === 'requested' || kind === 'confirmed' || kind === 'withdrawn');
    return last?.kind === 'requested' && (last.validUntil === undefined || last.validUntil > receivedAt) ? 'double-opt-in-prompt' : 'marketing';
  }

  async function stop(reply: InboundReply, { intent, certainty, denial, scope }: ReplyReading): Promise<void> {
    const { id, subject, provider, sender, text, proofHash, receivedAt, writtenAt } = reply;
    const evidence = { method: 'reply', grade: 'A', actor: provider, proofHash } as const satisfies Evidence;
    const result = await consent.withdraw({
      subject,
      id,
      ...(sender === undefined ? {} : { sender }),
      evidence,
      occurredAt: writtenAt,
      ...(intent === 'complaint' ? { reason: 'complaint' } : {}),
      ...(text === '' ? {} : { note: text.slice(0, LONGEST_NOTE) }),
    });
    tellWithdrawn(events, result);
    // The writer is not the person meant: whoever has the number now starts with no consent, and service messages would reach a stranger.
    if (denial === true) await consent.suppress({ subject, id: `${id}-denial`, evidence, reason: 'number-reassigned', occurredAt: receivedAt });
    if (intent === 'complaint')
      await complaints.open({
        id,
        source: 'reply',
        ...(reply.phone === null ? { subject } : { address: reply.phone }),
        ...(sender === undefined ? {} : { sender }),
        provider,
        proofHash,
        receivedAt,
        text,
        evidence,
        by: provider,
      });
    if (certainty === 'likely') {
      await reviews.add({ id, subject, provider, intent, recordId: result.recordId, receivedAt, scope: scope ?? null });
      events.emit('review-queued', { reviewId: id, intent });
    }
    const to = correspondent(reply);
    const answers = intent === 'opt-out' && denial !== true && !reply.providerOptedOut;
    if (to !== undefined && answers) await answerer.optOut(to);
  }
}

/** Tells the host how a withdrawal ended. */
export function tellWithdrawn(events: MessengerEmitter, { recordId, complete, inFlight }: WithdrawalResult): void {
  events.emit('consent-withdrawn', { recordId, complete, inFlight: inFlight.length });
}

/** Whom and where an answer goes; `undefined` when the number, the sender or the channel is not certain. */
function correspondent({ subject, phone, sender, provider, channel, receivedAt }: InboundReply): Correspondent | undefined {
  if (phone === null || !isE164(phone) || sender === undefined || channel === undefined) return undefined;
  return { subject, phone, sender, provider, channel, now: receivedAt };
}
