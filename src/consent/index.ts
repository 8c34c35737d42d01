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
export { type ConsentDemand, consentPolicyAt, type DemandPlace, strictestPolicy } from './consent-demand.ts';
export type { ConsentReader } from './consent-reader.ts';
export type { ConsentStore, LoadOptions, ScanPage } from './consent-store.ts';
export { checkDataLocation, type DataPlace, type LocationDuty, type LocationFinding, locationDuties } from './data-location.ts';
export { decideConsent, decideMany } from './decide-consent.ts';
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
} from './import-consents.ts';
export { decodeText, type ImportEncoding, type ImportRow, readJsonLines } from './import-source.ts';
export type { KeyStore } from './key-store.ts';
export { memoryConsentStore } from './memory-consent-store.ts';
export { memoryKeyStore } from './memory-key-store.ts';
export type { NoticeText } from './notice-text.ts';
export { openPersonalRecord, openRecord, RecordUnreadableError } from './open-record.ts';
export type { ConsentDecision, ConsentPolicy, ConsentQuestion, ConsentRefusal, SubjectQuestion } from './question.ts';
export { type ReadCsvOptions, readCsv } from './read-csv.ts';
export { type MissingOptOut, type ReconcileOptions, type Reconciliation, reconcile } from './reconcile.ts';
export { type OptOutListFormat, optOutColumns, optOutListFormats, type ProviderOptOut, writeOptOut } from './reconcile-format.ts';
export type {
  ConsentEvent,
  ConsentEventKind,
  ConsentRecord,
  Evidence,
  EvidenceGrade,
  LawfulBasis,
  PersonalFields,
  SubjectRef,
} from './record.ts';
export { DATA_PURPOSE } from './record-suffices.ts';
export type { WrittenRecord } from './record-writer.ts';
export { erasureDueAt, type RetentionPolicy } from './retention.ts';
export { type RecordDraft, sealRecord } from './seal-record.ts';
export type { Position, SealedRecord, StoredRecord } from './sealed-record.ts';
export { cachedSuppressionSource, type SuppressionCacheOptions } from './suppression-cache.ts';
export { type MemorySuppressionOptions, type MemorySuppressionSource, memorySuppressionSource } from './suppression-memory.ts';
export {
  askSuppressionSources,
  type SuppressionFinding,
  type SuppressionQuestion,
  type SuppressionReason,
  type SuppressionSource,
  SuppressionSourceError,
} from './suppression-source.ts';
export { csvLine } from './write-csv.ts';
