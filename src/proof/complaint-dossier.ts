import type { Attempt, Delivery } from '../cascade/delivery/delivery.ts';
import type { DeliveryStore } from '../cascade/stores/delivery-store.ts';
import { scanDeliveries } from '../cascade/stores/scan-deliveries.ts';
import { type ContentAsSent, contentAsSent } from '../clearance/content-as-sent.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import { decideConsent } from '../consent/decide/decide-consent.ts';
import type { ConsentDecision } from '../consent/decide/question.ts';
import type { NoticeText } from '../consent/lists/notice-text.ts';
import type { ConsentRecord } from '../consent/record/record.ts';
import type { ConsentStore } from '../consent/store/consent-store.ts';
import type { ComplaintCase } from '../feedback/complaint-case.ts';
import type { TemplateSet } from '../template/message-template.ts';
import { createProofBundle, type ProofBundle } from './bundle.ts';
import type { LedgerLog } from './ledger-log.ts';
import { type Signer, verifierKeyText } from './note-key.ts';
import { type BundleVerdict, verifyBundle } from './verify-bundle.ts';

/** One call that was made, with the words the person read and the ground it rested on. */
export interface SentAttempt {
  readonly attempt: Attempt;
  /** The words, proven by the hash that was kept; `null` when the template has changed since or the values were erased. */
  readonly content: ContentAsSent | null;
  /** The consent record it rested on; `null` for another ground, or a record that is not the person's. */
  readonly reliedOn: ConsentRecord | null;
  /** What the ledger says today of that moment: `null` for messages that need no consent. A record that came in later counts by the time of the act. */
  readonly consentThen: ConsentDecision | null;
}

/** A message to the person, from the wish to the end. */
export interface MessageInDossier {
  readonly delivery: Delivery;
  readonly sent: readonly SentAttempt[];
}

/** Everything that is held about a complaint. Its dates become text in JSON. */
export interface ComplaintDossier {
  readonly format: 'licet-complaint-dossier/1';
  readonly complaint: ComplaintCase;
  /** What the person said; `null` when it was not kept or they were erased. */
  readonly text: string | null;
  /** The person's records with personal fields. */
  readonly records: readonly ConsentRecord[];
  /** In the order they were asked for. */
  readonly messages: readonly MessageInDossier[];
  readonly bundle: ProofBundle;
  readonly verdict: BundleVerdict;
}

export interface ComplaintDossierDeps {
  readonly consent: Pick<ConsentBook, 'history' | 'disclosureKey'>;
  readonly store: ConsentStore;
  readonly deliveries: Pick<DeliveryStore, 'scan'>;
  readonly log: LedgerLog;
  readonly signer: Signer;
  /** Texts that were shown; those the records name are put in. */
  readonly notices: readonly NoticeText[];
  /** Templates as they are now, to find the words that were sent. */
  readonly templates: TemplateSet;
}

/**
 * Puts together what a complaint is answered with: proof of consent, the decision and the way of every message, and its words as they were sent.
 * @throws {LedgerTamperedError} when the ledger does not fit what was signed before.
 * @throws {InvalidOptionsError} when a text that a record names is not among the notices.
 */
export async function complaintDossier(deps: ComplaintDossierDeps, complaint: ComplaintCase): Promise<ComplaintDossier> {
  const { consent, store, log, signer, notices } = deps;
  const { subject } = complaint;
  const deliveries: Delivery[] = [];
  for await (const delivery of scanDeliveries(deps.deliveries, { subject })) deliveries.push(delivery);
  const records = await consent.history(subject);
  const dataKey = await consent.disclosureKey(subject);
  const bundle = await createProofBundle({ store, log, signer, subject, notices, dataKey });
  const wordsOf = contentAsSent(deps.templates);
  const messages = deliveries
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map((delivery) => ({
      delivery,
      sent: delivery.steps.flatMap(({ attempts }) => attempts.map((attempt) => sentBy(delivery, attempt, records, wordsOf))),
    }));
  return {
    format: 'licet-complaint-dossier/1',
    complaint,
    text: records.find(({ id }) => id === complaint.recordId)?.personal?.note ?? null,
    records,
    messages,
    bundle,
    verdict: verifyBundle(bundle, { publicKey: verifierKeyText(signer) }),
  };
}

/** Whether there was a permission at all; what the law of the day asked of it stands in the packs the clearance names. */
const policy = { requires: 'soft-opt-in' } as const;

function sentBy({ request }: Delivery, attempt: Attempt, records: readonly ConsentRecord[], wordsOf: ReturnType<typeof contentAsSent>): SentAttempt {
  const { ground, contentHash } = attempt.evidence;
  const recordId = 'recordId' in ground ? ground.recordId : null;
  const { template, values, kind, sender, purpose } = request;
  const { channel } = attempt;
  return {
    attempt,
    content: wordsOf({ template, values, channel, contentHash }),
    reliedOn: records.find(({ id }) => id === recordId) ?? null,
    consentThen:
      kind === 'marketing' ? decideConsent(records, { kind, sender, purpose, channel, at: attempt.startedAt, historical: true, policy }) : null,
  };
}
