import type { ConsentEventKind, ConsentRecord } from '../consent/record/record.ts';
import type { JsonValue } from '../ledger/canonical-json.ts';
import type { NoticeText } from './bundle.ts';

/** What the ledger does not know about a receipt: the controller and its duties. */
export interface ReceiptDetails {
  /** Legal entity behind the sender id. */
  readonly controller: { readonly name: string; readonly address?: string; readonly contact?: string; readonly url?: string };
  /** How to withdraw, as the person is told. */
  readonly withdrawal: string;
  readonly notice?: NoticeText | undefined;
  /** ISO country codes where the data is processed. */
  readonly locations?: readonly string[] | undefined;
}

type Status = 'ConsentRequested' | 'ConsentGiven' | 'ConsentWithdrawn' | 'ConsentExpired' | 'ConsentUnknown';

/** DPV consent status of an event; `null` for events that say nothing of consent. */
const STATUS: Readonly<Record<ConsentEventKind, Status | null>> = {
  granted: 'ConsentGiven',
  confirmed: 'ConsentGiven',
  refreshed: 'ConsentGiven',
  imported: 'ConsentUnknown',
  requested: 'ConsentRequested',
  withdrawn: 'ConsentWithdrawn',
  erased: 'ConsentWithdrawn',
  expired: 'ConsentExpired',
  suppressed: null,
  unsuppressed: null,
  'challenge-failed': null,
};

/**
 * A consent receipt for the person: the record in the structure of ISO/IEC TS 27560 (header, processing, parties, event), its terms linked to
 * the Data Privacy Vocabulary. JSON-LD, without personal fields: the person is named by the ledger's reference.
 * `null` for records that are not about consent, such as suppressions.
 */
export function consentReceipt(record: ConsentRecord, details: ReceiptDetails): Readonly<Record<string, JsonValue | undefined>> | null {
  const status = STATUS[record.kind];
  if (status === null) return null;
  return {
    '@context': { dpv: 'https://w3id.org/dpv#', dct: 'http://purl.org/dc/terms/', xsd: 'http://www.w3.org/2001/XMLSchema#' },
    '@type': 'dpv:ConsentRecord',
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: record.id,
    pii_principal_id: record.subject,
    'dct:identifier': record.id,
    'dpv:hasDataSubject': record.subject,
    'dpv:hasConsentStatus': `dpv:${status}`,
    pii_processing: processing(record, details),
    party_identification: [party(record, details)],
    consent_events: [event(record, status)],
    record_hash: { algorithm: 'RFC 9162 leaf, SHA-256', value: record.hash },
  };
}

function processing(record: ConsentRecord, details: ReceiptDetails): JsonValue {
  const { notice } = record.evidence;
  return {
    privacy_notice:
      notice === undefined
        ? undefined
        : { '@type': 'dpv:ConsentNotice', version: notice.version, language: notice.language, hash: notice.hash, text: details.notice?.text },
    purposes: listed(record.purposes).map((purpose) => ({
      purpose,
      'dpv:hasPurpose': 'dpv:DirectMarketing',
      lawful_basis: record.lawfulBasis ?? 'consent',
      'dpv:hasLegalBasis': record.lawfulBasis === 'soft-opt-in' ? 'dpv:LegitimateInterest' : 'dpv:Consent',
      collection_methods: [record.evidence.method],
      delivery_channels: listed(record.channels),
      withdrawal_method: details.withdrawal,
      processing_locations: details.locations,
      jurisdiction: record.jurisdiction,
    })),
  };
}

function party(record: ConsentRecord, { controller }: ReceiptDetails): JsonValue {
  return {
    party_id: record.sender,
    party_type: 'controller',
    '@type': 'dpv:DataController',
    party_name: controller.name,
    party_address: controller.address,
    party_contact: controller.contact,
    party_url: controller.url,
  };
}

function event(record: ConsentRecord, status: Status): JsonValue {
  return {
    event_type: record.kind,
    event_state: status,
    event_time: record.occurredAt.toISOString(),
    recorded_time: record.recordedAt.toISOString(),
    valid_until: record.validUntil?.toISOString(),
    'dpv:isIndicatedBy': 'dpv:DataSubject',
    'dpv:isIndicatedAtTime': record.occurredAt.toISOString(),
    evidence_grade: record.evidence.grade,
  };
}

function listed(values: readonly string[] | '*'): readonly string[] {
  return values === '*' ? ['*'] : values;
}
