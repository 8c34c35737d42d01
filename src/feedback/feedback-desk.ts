import type { CascadePlan } from '../cascade/plan/plan.ts';
import type { DeliveryStore } from '../cascade/stores/delivery-store.ts';
import type { DocumentStore } from '../cascade/stores/document-store.ts';
import { confirmationLaw } from '../clearance/law-at.ts';
import type { NewId } from '../clock.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { MessengerEmitter } from '../events.ts';
import type { LawPack } from '../law/pack.ts';
import { createReplyActs, type InboundReply } from './act-on-reply.ts';
import { answerSender } from './answer-sender.ts';
import { type ComplaintBook, createComplaintBook } from './complaint-book.ts';
import type { ReplyInput, ReplyReading } from './intent/classify-reply.ts';
import { createReplyAnswerer, type ReplyAnswers } from './reply-answers.ts';
import { createReviewQueue, type ReviewQueue } from './review-queue.ts';

export interface FeedbackDeskDeps {
  readonly documents: DocumentStore;
  readonly store: Pick<DeliveryStore, 'insert'>;
  readonly consent: ConsentBook;
  readonly law: readonly LawPack[];
  readonly classify: (input: ReplyInput) => ReplyReading | Promise<ReplyReading>;
  readonly answers: ReplyAnswers;
  readonly complaintDays: number | undefined;
  /** The plans answers follow, and how they are kept before the first delivery names one. */
  readonly plans: readonly CascadePlan[];
  readonly savePlans: () => Promise<void>;
  readonly newId: NewId;
  readonly events: MessengerEmitter;
  /** Called when an answer waits to go out. */
  readonly nudge: () => void;
}

/** Everything that happens to what people write, put together. */
export interface FeedbackDesk {
  readonly complaints: ComplaintBook;
  readonly reviews: ReviewQueue;
  readonly actOnReply: (reply: InboundReply) => Promise<void>;
  /** Tells what is overdue; cheap, to be called with every batch of work. */
  readonly watchDeadlines: (now: Date) => Promise<void>;
}

/** Between two looks at the deadlines, in milliseconds. */
const WATCH_MS = 600_000;

export function createFeedbackDesk(deps: FeedbackDeskDeps): FeedbackDesk {
  const { documents, store, consent, law, classify, answers, complaintDays, plans, newId, events } = deps;
  const complaints = createComplaintBook({ documents, consent, law, events, houseDays: complaintDays });
  const reviews = createReviewQueue({ documents, consent });
  const send = answerSender({
    store,
    plans,
    newId,
    stored(deliveryId) {
      events.emit('delivery-planned', { deliveryId });
      deps.nudge();
    },
  });
  const answerer = createReplyAnswerer({
    answers,
    consent,
    confirmationWithinMinutes: confirmationLaw(law),
    async send(answer) {
      await deps.savePlans();
      await send(answer);
    },
  });
  let watchedMs = Number.NEGATIVE_INFINITY;
  const watchDeadlines = async (now: Date): Promise<void> => {
    if (now.getTime() - watchedMs < WATCH_MS) return;
    watchedMs = now.getTime();
    // a look that fails is no reason to send nothing: the next one tells
    await complaints.tellOverdue(now).catch(() => events.emit('background-failure', { where: 'complaints', code: 'not-read' }));
  };
  return { complaints, reviews, watchDeadlines, actOnReply: createReplyActs({ consent, classify, complaints, reviews, answerer, events }) };
}
