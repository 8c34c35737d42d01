import type { Delivery } from '../../cascade/delivery/delivery.ts';
import { wasSubmitted } from '../../cascade/delivery/step-standing.ts';
import type { MessengerStores } from '../../cascade/stores/memory-stores.ts';
import { scanDeliveries } from '../../cascade/stores/scan-deliveries.ts';
import { openRecord } from '../../consent/record/open-record.ts';
import type { ConsentRecord, SubjectRef } from '../../consent/record/record.ts';
import { InvalidOptionsError } from '../../errors.ts';
import type { IsoDate } from '../../law/pack.ts';
import { type AuditedAttempt, type AuditFinding, findingKey, findingsBeyond } from './audit-finding.ts';
import { createReplay, type ReplayFrame } from './replay-attempt.ts';
import { type SentBefore, sentBy } from './replay-caps.ts';
import { readSettings, type Settings } from './settings.ts';

/** What an audit reads; nothing is written. */
export type AuditStores = Pick<MessengerStores, 'tenant' | 'deliveryStore' | 'consentStore' | 'documentStore'>;

export interface AuditOptions extends Omit<ReplayFrame, 'settings' | 'against'> {
  /** @default every message the stores hold */
  readonly campaignId?: string | undefined;
  /** The moment of the audit; its day is the other date unless `against` says. */
  readonly now: Date;
  /** @default today */
  readonly against?: IsoDate | undefined;
  /** Templates and senders as they are now, for messages that were sent before licet kept them. */
  readonly settings?: Settings | undefined;
  /** Told of every call that something stands against, by either date. */
  readonly onFinding?: ((attempt: AuditedAttempt) => void) | undefined;
}

/** One kind of finding, and how many calls have it. */
export interface AuditCount {
  readonly finding: AuditFinding;
  /** By the law of the first date, of the other, only by the other, only by the first. */
  readonly found: number;
  readonly foundAgainst: number;
  readonly appeared: number;
  readonly gone: number;
  /** Some of the deliveries that have it. */
  readonly deliveries: readonly string[];
}

/** What an audit found. No number, text or person's reference in it. */
export interface CampaignAudit {
  readonly format: 'licet-audit/1';
  readonly campaignId: string | null;
  readonly madeAt: Date;
  /** `null`: each message by the law of the day it was sent. */
  readonly asOf: IsoDate | null;
  readonly against: IsoDate;
  /** `id@version` of the packs it was made with, and of those messages had been cleared by. */
  readonly packs: readonly string[];
  readonly clearedBy: readonly string[];
  /** Calls that went out, and people they went to. */
  readonly calls: number;
  readonly people: number;
  /** Calls with a finding of severity error, by either date. */
  readonly faulty: number;
  readonly faultyAgainst: number;
  /** Severe and frequent first. */
  readonly findings: readonly AuditCount[];
}

const BATCH = 500;
/** Deliveries that are named for each kind of finding. */
const NAMED = 20;

/**
 * Replays every check of a campaign's messages from what is stored: law, consent, hours, frequency, sender and the words themselves, by the law
 * of the day each was sent and by that of another date. Memory does not depend on how many there are.
 * @throws {InvalidOptionsError} for a campaign the stores do not have.
 */
export async function auditCampaign(stores: AuditStores, options: AuditOptions): Promise<CampaignAudit> {
  const { campaignId, now, packs, asOf } = options;
  const against = options.against ?? now.toISOString().slice(0, 10);
  if (campaignId !== undefined) await requireCampaign(stores, campaignId);
  const replay = createReplay({ ...options, against, settings: await readSettings(stores.documentStore, options.settings) });
  const counts = new Map<string, { -readonly [Key in keyof AuditCount]: AuditCount[Key] }>();
  const clearedBy = new Set<string>();
  const sums = { calls: 0, people: 0, faulty: 0, faultyAgainst: 0 };

  const add = (attempt: AuditedAttempt): void => {
    sums.calls++;
    for (const pack of attempt.clearedBy) clearedBy.add(pack);
    const { findings, findingsAgainst } = attempt;
    if (findings.some(isError)) sums.faulty++;
    if (findingsAgainst.some(isError)) sums.faultyAgainst++;
    for (const finding of [...findings, ...findingsBeyond(findingsAgainst, findings)]) {
      const key = findingKey(finding);
      const count = counts.get(key) ?? { finding, found: 0, foundAgainst: 0, appeared: 0, gone: 0, deliveries: [] };
      counts.set(key, count);
      const [was, is] = [findings, findingsAgainst].map((list) => list.some((one) => findingKey(one) === key)) as [boolean, boolean];
      if (was) count.found++;
      if (is) count.foundAgainst++;
      if (is && !was) count.appeared++;
      if (was && !is) count.gone++;
      if (count.deliveries.length < NAMED) count.deliveries = [...count.deliveries, attempt.deliveryId];
    }
    if (findings.length + findingsAgainst.length > 0) options.onFinding?.(attempt);
  };

  const isCapped = packs.some(({ caps }) => caps.length > 0);
  for await (const batch of batches(scanDeliveries(stores.deliveryStore, campaignId === undefined ? {} : { campaignId }))) {
    const sent = batch.filter(({ steps }) => steps.some(({ attempts }) => attempts.some(wasSubmitted)));
    const chains = await chainsOf(stores, [...new Set(sent.map(({ request }) => request.subject))]);
    for (const delivery of sent) {
      sums.people++;
      const { subject } = delivery.request;
      const others = isCapped ? await sentToPerson(stores, subject) : [];
      for (const [step, { attempts }] of delivery.steps.entries())
        for (const attempt of attempts.filter(wasSubmitted)) add(replay({ delivery, step, attempt, records: chains.get(subject) ?? [], others }));
    }
  }
  const order = { error: 0, warn: 1, info: 2 };
  return {
    format: 'licet-audit/1',
    campaignId: campaignId ?? null,
    madeAt: now,
    asOf: asOf ?? null,
    against,
    packs: packs.map(({ id, version }) => `${id}@${version}`).toSorted(),
    clearedBy: [...clearedBy].toSorted(),
    ...sums,
    findings: [...counts.values()].sort(
      (a, b) =>
        order[a.finding.severity] - order[b.finding.severity] ||
        Math.max(b.found, b.foundAgainst) - Math.max(a.found, a.foundAgainst) ||
        (findingKey(a.finding) < findingKey(b.finding) ? -1 : 1),
    ),
  };
}

async function requireCampaign({ documentStore }: AuditStores, id: string): Promise<void> {
  if ((await documentStore.get(`campaign/${id}`)) !== undefined) return;
  throw new InvalidOptionsError(`There is no campaign "${id}" in this store.`, [{ path: 'campaignId', expected: 'a started campaign' }]);
}

async function* batches(deliveries: AsyncIterable<Delivery>): AsyncGenerator<readonly Delivery[]> {
  let batch: Delivery[] = [];
  for await (const delivery of deliveries) {
    batch.push(delivery);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function chainsOf(
  { consentStore, tenant }: AuditStores,
  subjects: readonly SubjectRef[],
): Promise<ReadonlyMap<SubjectRef, readonly ConsentRecord[]>> {
  const chains = await consentStore.load(subjects);
  return new Map([...chains].map(([subject, chain]) => [subject, chain.map((sealed) => openRecord(tenant, sealed))]));
}

async function sentToPerson({ deliveryStore }: AuditStores, subject: SubjectRef): Promise<readonly SentBefore[]> {
  const sent: SentBefore[] = [];
  for await (const delivery of scanDeliveries(deliveryStore, { subject })) sent.push(...sentBy(delivery));
  return sent;
}

function isError({ severity }: AuditFinding): boolean {
  return severity === 'error';
}
