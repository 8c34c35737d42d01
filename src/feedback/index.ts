export { type ComplaintBook, type ComplaintBookDeps, type ComplaintIntake, createComplaintBook, type Doing } from './complaint-book.ts';
export {
  type ComplaintCase,
  type ComplaintSource,
  type ComplaintState,
  type ComplaintStep,
  complaintDeadline,
  complaintMoves,
  complaintStates,
  isOverdue,
} from './complaint-case.ts';
export { type DutyDeadline, dutyDeadline } from './duty-deadline.ts';
export type { Intent, ReplyContext, ReplyInput, ReplyReading } from './intent/classify-reply.ts';
export { classifyReply, createReplyClassifier } from './intent/index.ts';
export type { ReplyLexicon } from './intent/lexicon.ts';
export type { NamedChannel, RefusalScope } from './intent/scope.ts';
export type { AnswerMessage, OptInQuestion, ReplyAnswers } from './reply-answers.ts';
export type { ReviewItem, ReviewQueue } from './review-queue.ts';
