import type { ConsentRecord } from '../record/record.ts';
import type { ConsentPolicy, ConsentRefusal } from './question.ts';

/** The purpose of a consent to the processing of personal data as such, which is not about messages. */
export const DATA_PURPOSE = 'personal-data';

/** Why a permission does not carry a message under a policy, or `null`. `records`: everything that is known of the person. */
export function lacks(record: ConsentRecord, policy: ConsentPolicy | undefined, records: readonly ConsentRecord[]): ConsentRefusal | null {
  const { minimumGrade = 'C', requires = 'prior', separateDocumentsSince } = policy ?? {};
  if (record.evidence.grade > minimumGrade) return 'consent-evidence-too-weak';
  if (record.lawfulBasis === 'soft-opt-in' && requires === 'prior') return 'consent-evidence-too-weak';
  if (separateDocumentsSince !== undefined && record.occurredAt >= separateDocumentsSince && isBundled(record, records))
    return 'consent-not-separate';
  return null;
}

/** Whether the text that gave this permission also took the consent to data: in one record, or in two that name the same text. */
function isBundled(record: ConsentRecord, records: readonly ConsentRecord[]): boolean {
  if (namesData(record)) return record.purposes === '*' || record.purposes.length > 1;
  const hash = record.evidence.notice?.hash;
  return hash !== undefined && records.some((other) => namesData(other) && other.evidence.notice?.hash === hash);
}

function namesData({ purposes }: ConsentRecord): boolean {
  return purposes === '*' || purposes.includes(DATA_PURPOSE);
}
