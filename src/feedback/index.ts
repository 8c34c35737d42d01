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
export { decideHolds, type HoldsInput, type HoldsOutcome } from './monitor/decide-holds.ts';
export type { Hold, HoldState, MonitorDecision } from './monitor/decision.ts';
export type { Monitor } from './monitor/monitor-desk.ts';
export { type ChannelLimits, defaultMonitorLimits, type LimitSource, limitSource, type MonitorLimit } from './monitor/monitor-limits.ts';
export { defaultMonitorPolicy, type MonitorPolicy } from './monitor/monitor-policy.ts';
export { type ReadingFrame, readSlice, type SliceReading, type SliceVerdict } from './monitor/read-slices.ts';
export { type RootCause, rootCauses } from './monitor/root-causes.ts';
export type { Measure, Slice, SliceBy, Traits } from './monitor/slice.ts';
export type { Cell } from './monitor/tally.ts';
export type { AnswerMessage, OptInQuestion, ReplyAnswers } from './reply-answers.ts';
export type { ReviewItem, ReviewQueue } from './review-queue.ts';
