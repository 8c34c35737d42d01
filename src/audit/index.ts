export { type Attestation, type AttestationBook, type AttestOptions, openAttestations } from './attestation/attestation.ts';
export { attestationCsv } from './attestation/attestation-csv.ts';
export { type DueAttestation, type DueOptions, dueAttestations } from './attestation/due-attestations.ts';
export { collectHandbook, type Handbook, type TaughtLaw } from './handbook/handbook.ts';
export { type HandbookPageOptions, handbookPage } from './handbook/handbook-page.ts';
export type { TaughtPlace, TaughtRule, TaughtSample } from './handbook/taught-rules.ts';
export type { TrainingScope } from './handbook/training-scope.ts';
export type { TrainingLanguage } from './handbook/words.ts';
export { answerSheet, gradeSheet, type QuizResult } from './quiz/answer-sheet.ts';
export { createQuiz, type Quiz, type QuizOptions, type QuizQuestion } from './quiz/quiz.ts';
export { quizPage } from './quiz/quiz-page.ts';
export {
  type AuditCheck,
  type AuditCount,
  type AuditDesk,
  type AuditDeskDeps,
  type AuditDue,
  type AuditedAttempt,
  type AuditFault,
  type AuditFinding,
  type AuditOptions,
  type AuditSigning,
  type AuditStores,
  auditCampaign,
  type CampaignAudit,
  createAuditDesk,
  findingsBeyond,
  type SignedAudit,
  signAudit,
  type Touched,
  touchedBy,
  verifyAudit,
} from './replay/index.ts';
export {
  type CampaignFacts,
  type CollectReportOptions,
  type CountryFigures,
  campaignIds,
  collectReport,
  type Doubt,
  type Funnel,
  type QualityHistory,
  type QualityPoint,
  type ReactionSlice,
  type Reactions,
  type ReasonCount,
  type RenderReportOptions,
  type ReportData,
  type ReportLanguage,
  type ReportStores,
  renderReport,
  reportFromStores,
  type SegmentFigures,
  type ShareInterval,
  type StepFigures,
  type StoredReportOptions,
  type TimeLine,
  type TimePoint,
  type Waiting,
  type WentOn,
  wilsonInterval,
} from './report/index.ts';
