export { type ComplaintDeadline, complaintDeadline } from './complaint-case.ts';
export { type DutyDeadline, dutyDeadline } from './duty-deadline.ts';
export type { Intent, ReplyContext, ReplyInput, ReplyReading } from './intent/classify-reply.ts';
export { classifyReply, createReplyClassifier } from './intent/index.ts';
export type { ReplyLexicon } from './intent/lexicon.ts';
export type { NamedChannel, RefusalScope } from './intent/scope.ts';
