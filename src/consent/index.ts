export type {
  ActDetails,
  GrantAct,
  ImportAct,
  PermissionDetails,
  Person,
  SuppressAct,
  UnsuppressAct,
  WithdrawAct,
  WithdrawalResult,
} from './consent-act.ts';
export { type ConsentBook, type ConsentBookOptions, createConsentBook, noFence } from './consent-book.ts';
export type { ConsentReader } from './consent-reader.ts';
export { checkDataLocation, type DataPlace, type LocationDuty, type LocationFinding, locationDuties } from './data-location.ts';
export { type ConsentDemand, consentPolicyAt, type DemandPlace, strictestPolicy } from './decide/consent-demand.ts';
export { decideConsent, decideMany } from './decide/decide-consent.ts';
export type { ConsentDecision, ConsentPolicy, ConsentQuestion, ConsentRefusal, SubjectQuestion } from './decide/question.ts';
export { DATA_PURPOSE } from './decide/record-suffices.ts';
export { erasureDueAt, type RetentionPolicy } from './decide/retention.ts';
export { type ConfirmAct, type Confirmation, type ConfirmRefusal, MAX_WRONG_CODES, type OpenRequest, type RequestAct } from './double-opt-in.ts';
export type { EraseAct, Erasure, PersonalCategory } from './erasure.ts';
export type { FenceResult, InFlightCall, SubjectFence } from './fence.ts';
export {
  type ImportError,
  type ImportedEvent,
  type ImportMapping,
  type ImportOptions,
  type ImportSummary,
  importConsents,
} from './lists/import-consents.ts';
export { decodeText, type ImportEncoding, type ImportRow, readJsonLines } from './lists/import-source.ts';
export type { NoticeText } from './lists/notice-text.ts';
export { type ReadCsvOptions, readCsv } from './lists/read-csv.ts';
export { type MissingOptOut, type ReconcileOptions, type Reconciliation, reconcile } from './lists/reconcile.ts';
export { type OptOutListFormat, optOutColumns, optOutListFormats, type ProviderOptOut, writeOptOut } from './lists/reconcile-format.ts';
export { csvLine } from './lists/write-csv.ts';
export { openPersonalRecord, openRecord, RecordUnreadableError } from './record/open-record.ts';
export type {
  ConsentEvent,
  ConsentEventKind,
  ConsentRecord,
  Evidence,
  EvidenceGrade,
  LawfulBasis,
  PersonalFields,
  SubjectRef,
} from './record/record.ts';
export { type RecordDraft, sealRecord } from './record/seal-record.ts';
export type { Position, SealedRecord, StoredRecord } from './record/sealed-record.ts';
export type { WrittenRecord } from './record-writer.ts';
export type { ConsentStore, LoadOptions, ScanPage } from './store/consent-store.ts';
export type { KeyStore } from './store/key-store.ts';
export { memoryConsentStore } from './store/memory-consent-store.ts';
export { memoryKeyStore } from './store/memory-key-store.ts';
export { cachedSuppressionSource, type SuppressionCacheOptions } from './suppression/suppression-cache.ts';
export { type MemorySuppressionOptions, type MemorySuppressionSource, memorySuppressionSource } from './suppression/suppression-memory.ts';
export {
  askSuppressionSources,
  type SuppressionFinding,
  type SuppressionQuestion,
  type SuppressionReason,
  type SuppressionSource,
  SuppressionSourceError,
} from './suppression/suppression-source.ts';
