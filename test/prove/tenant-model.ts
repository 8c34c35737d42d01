import { createHash } from 'node:crypto';
import { type Claimed, type Delivery, evolve, type Receipt } from '../../src/cascade/index.ts';
import type { Clock } from '../../src/clock.ts';
import type { SubjectRef } from '../../src/consent/record/record.ts';
import type { SealedRecord } from '../../src/consent/record/sealed-record.ts';
import { isLicetError } from '../../src/errors.ts';
import type { MessengerStores } from '../../src/index.ts';
import { accepted, attemptOf, leaseMs, receiptOf, requestOf } from '../../src/testing/delivery-store-fixture.ts';

/** What one tenant's stores must answer, kept by itself: plain maps, and a mark in every value that only this tenant writes. */
export interface TenantModel {
  readonly mark: string;
  readonly documents: Map<string, { version: number; value: unknown }>;
  readonly shares: Map<SubjectRef, string>;
  readonly chains: Map<SubjectRef, SealedRecord[]>;
  readonly order: SealedRecord[];
  readonly sums: Map<string, number>;
  readonly members: Map<string, Set<string>>;
  readonly held: Set<string>;
  readonly requests: Map<string, ReturnType<typeof requestOf>>;
  readonly byKey: Map<string, string>;
  readonly recipients: Map<string, string>;
  readonly open: Set<string>;
  readonly epochs: Map<string, number>;
  readonly messages: Set<string>;
  readonly receipts: Set<string>;
}

export function emptyModel(mark: string): TenantModel {
  return {
    mark,
    documents: new Map(),
    shares: new Map(),
    chains: new Map(),
    order: [],
    sums: new Map(),
    members: new Map(),
    held: new Set(),
    requests: new Map(),
    byKey: new Map(),
    recipients: new Map(),
    open: new Set(),
    epochs: new Map(),
    messages: new Set(),
    receipts: new Set(),
  };
}

/** What an operation gave and what the model says it must give, as text. */
export interface Answer {
  readonly op: string;
  readonly got: string;
  readonly want: string;
}

/** Makes random choices; the same for the same seed. */
export type Dice = () => number;

type Operation = (stores: MessengerStores, model: TenantModel, dice: Dice, clock: Clock) => Promise<readonly [got: unknown, want: unknown]>;

const below = (dice: Dice, count: number): number => Math.floor(dice() * count);
const subjectAt = (dice: Dice): SubjectRef => `subject-${below(dice, 40)}` as SubjectRef;

/** Keys, ids and people are drawn from small sets that are the same for every tenant. */
export const operations: Readonly<Record<string, Operation>> = {
  async 'document put'({ documentStore }, { documents, mark }, dice) {
    const key = `doc/${below(dice, 30)}`;
    const before = documents.get(key)?.version ?? 0;
    const version = dice() < 0.7 ? before : below(dice, 5);
    const value = { mark, n: below(dice, 1_000) };
    const want = version === before;
    if (want) documents.set(key, { version: before + 1, value });
    return [await documentStore.putIfVersion(key, version, value), want];
  },
  async 'document get'({ documentStore }, { documents }, dice) {
    const key = `doc/${below(dice, 30)}`;
    const kept = documents.get(key);
    return [await documentStore.get(key), kept === undefined ? undefined : { key, ...kept }];
  },
  async 'document list'({ documentStore }, { documents }, dice) {
    const prefix = `doc/${below(dice, 3)}`;
    const want = [...documents].filter(([key]) => key.startsWith(prefix)).map(([key, kept]) => ({ key, ...kept }));
    return [await documentStore.list(prefix), want.toSorted((a, b) => (a.key < b.key ? -1 : 1))];
  },
  async 'key make'({ keyStore }, { shares, mark }, dice) {
    const subject = subjectAt(dice);
    const offered = Buffer.from(`${mark}:${below(dice, 1e9)}`.padEnd(32, '.'));
    const kept = shares.get(subject) ?? offered.toString('hex');
    shares.set(subject, kept);
    const found = await keyStore!.getOrCreate(new Map([[subject, offered]]));
    return [Buffer.from(found.get(subject) ?? []).toString('hex'), kept];
  },
  async 'key get'({ keyStore }, { shares }, dice) {
    const subject = subjectAt(dice);
    const share = (await keyStore!.get([subject])).get(subject);
    return [share === undefined ? undefined : Buffer.from(share).toString('hex'), shares.get(subject)];
  },
  async 'key destroy'({ keyStore }, { shares }, dice) {
    const subject = subjectAt(dice);
    shares.delete(subject);
    return [await keyStore!.destroy([subject]), undefined];
  },
  async 'consent append'({ consentStore }, { chains, order, mark }, dice) {
    const subject = subjectAt(dice);
    const chain = chains.get(subject) ?? [];
    const again = chain.length > 0 && dice() < 0.3 ? chain[below(dice, chain.length)]! : undefined;
    const sequence = again?.sequence ?? (dice() < 0.2 && chain.length > 0 ? chain.length : chain.length + 1);
    const body = again?.body ?? JSON.stringify({ kind: 'granted', mark, n: below(dice, 1e9), sequence, subject });
    const record = again ?? { subject, sequence, hash: createHash('sha256').update(body).digest('hex'), body };
    const taken = chain.find((one) => one.sequence === sequence);
    const want = taken === undefined ? ['appended'] : taken.hash === record.hash ? ['duplicate'] : 'store-conflict';
    if (taken === undefined) {
      chains.set(subject, [...chain, record]);
      order.push(record);
    }
    const got = await consentStore.append([record]).catch((error: unknown) => (isLicetError(error) ? error.code : Promise.reject(error)));
    return [got, want];
  },
  async 'consent load'({ consentStore }, { chains }, dice) {
    const subject = subjectAt(dice);
    const found = (await consentStore.load([subject])).get(subject) ?? [];
    return [
      found.map(({ sequence, hash, body }) => [sequence, hash, body]),
      (chains.get(subject) ?? []).map(({ sequence, hash, body }) => [sequence, hash, body]),
    ];
  },
  async 'consent scan'({ consentStore }, { order }, dice) {
    const from = below(dice, order.length + 2);
    const { records } = await consentStore.scan(from, 5);
    return [records.map(({ hash, position }) => [position, hash]), order.slice(from, from + 5).map(({ hash }, at) => [from + at, hash])];
  },
  async 'counter sum'({ counterStore }, { sums }, dice, clock) {
    const key = `budget/${below(dice, 10)}`;
    const amount = 1 + below(dice, 5);
    const total = sums.get(key) ?? 0;
    const want = total + amount <= 200;
    if (want) sums.set(key, total + amount);
    const charge = { kind: 'sum', key, amount, max: 200, expiresAt: new Date(clock.now().getTime() + 86_400_000) } as const;
    return [(await counterStore.take([[charge]], clock.now())).results[0]!.taken, want];
  },
  async 'counter give back'({ counterStore }, { sums }, dice) {
    const key = `budget/${below(dice, 10)}`;
    const total = sums.get(key) ?? 0;
    if (total > 0) sums.set(key, total - 1);
    return [total > 0 ? await counterStore.giveBack([{ kind: 'sum', key, amount: 1 }]) : undefined, undefined];
  },
  async 'counter unique'({ counterStore }, { members }, dice, clock) {
    const key = `portfolio/${below(dice, 5)}`;
    const member = `m${below(dice, 60)}`;
    const all = members.get(key) ?? new Set<string>();
    const want = all.has(member) || all.size < 30;
    if (want) members.set(key, all.add(member));
    const charge = { kind: 'unique', key, member, max: 30, windowMs: 86_400_000 } as const;
    return [(await counterStore.take([[charge]], clock.now())).results[0]!.taken, want];
  },
  async 'counter hold'({ counterStore }, { held }, dice, clock) {
    const key = `sender/sms/${below(dice, 200)}`;
    held.add(key);
    return [await counterStore.hold([{ key, until: new Date(clock.now().getTime() + 3_600_000), rampMs: 0 }], clock.now()), undefined];
  },
  async 'counter rate'({ counterStore }, { held }, dice, clock) {
    const key = `sender/sms/${below(dice, 200)}`;
    const charge = { kind: 'rate', key, everyMs: 0, horizonMs: 1_000 } as const;
    return [(await counterStore.take([[charge]], clock.now())).results[0]!.taken, !held.has(key)];
  },
  async 'delivery insert'({ deliveryStore }, model, dice) {
    const n = below(dice, 3_000);
    const request = requestOf(String(n), {
      subject: subjectAt(dice),
      idempotencyKey: `key-${below(dice, 3_000)}`,
      campaignId: `c${below(dice, 3)}`,
      phone: `+447700900${String(below(dice, 1_000)).padStart(3, '0')}`,
      values: { mark: model.mark },
    });
    if (model.requests.has(request.id)) return [undefined, undefined];
    const person = `${request.campaignId}\n${request.phone}`;
    const other = model.byKey.get(request.idempotencyKey);
    const same = model.recipients.get(person);
    const want =
      other !== undefined
        ? { outcome: 'duplicate', id: other }
        : same !== undefined
          ? { outcome: 'duplicate-recipient', id: request.id }
          : { outcome: 'inserted', id: request.id };
    if (want.outcome === 'inserted') {
      model.requests.set(request.id, request);
      model.byKey.set(request.idempotencyKey, request.id);
      model.recipients.set(person, request.id);
      model.open.add(request.id);
    }
    return [(await deliveryStore.insert([{ request }]))[0], want];
  },
  async 'delivery load'({ deliveryStore }, { requests }, dice) {
    const id = `delivery-${below(dice, 3_000)}`;
    const found = (await deliveryStore.load([id]))[0]?.request;
    return [
      found === undefined ? undefined : [found.id, found.values, found.subject],
      requests.has(id) ? [id, requests.get(id)!.values, requests.get(id)!.subject] : undefined,
    ];
  },
  async 'delivery counts'({ deliveryStore }, { requests }, dice) {
    const campaignId = `c${below(dice, 3)}`;
    return [(await deliveryStore.counts(campaignId)).total, [...requests.values()].filter((one) => one.campaignId === campaignId).length];
  },
  async 'delivery scan'({ deliveryStore }, { requests }, dice) {
    const subject = subjectAt(dice);
    const theirs = [...requests.values()].filter((one) => one.subject === subject).map(({ id }) => id);
    return [(await deliveryStore.scan({ subject, limit: 1_000 })).map(({ request }) => request.id), theirs.toSorted()];
  },
  async 'delivery work'({ deliveryStore }, model, dice, clock) {
    const { claimed } = await deliveryStore.claim({ limit: 1 + below(dice, 4), leaseMs, worker: 'w' });
    const strangers = claimed.filter(({ delivery, epoch }) => !isOwn(delivery, epoch, model)).map(({ lease }) => lease.id);
    if (dice() < 0.3) await deliveryStore.release(claimed.map(({ lease }) => lease));
    else for (const one of claimed) await finish(deliveryStore, one, model, clock);
    return [strangers, []];
  },
  async 'gate close'({ deliveryStore }, { epochs }, dice) {
    const subject = subjectAt(dice);
    epochs.set(subject, (epochs.get(subject) ?? 0) + 1);
    return [await deliveryStore.closeSubject(subject), []];
  },
  async 'calls open'({ deliveryStore }, _model, dice) {
    return [await deliveryStore.openAttempts(subjectAt(dice)), []];
  },
  async 'delivery wake'({ deliveryStore }, { requests, open }, dice) {
    const subject = subjectAt(dice);
    return [await deliveryStore.wake({ subject }), [...open].filter((id) => requests.get(id)!.subject === subject).length];
  },
  async receipt({ deliveryStore }, { messages, receipts }, dice) {
    const messageId = `m-delivery-${below(dice, 3_000)}`;
    const receipt: Receipt = receiptOf(`hash-${below(dice, 500)}`, { messageId });
    const known = receipts.has(receipt.hash);
    receipts.add(receipt.hash);
    const { recorded, duplicates, unmatched } = await deliveryStore.recordReceipts([receipt]);
    return [[recorded, duplicates, unmatched], known ? [0, 1, 0] : [1, 0, messages.has(messageId) ? 0 : 1]];
  },
};

/** Whether what was claimed is this tenant's, as it was stored, under the epoch of its own gate. */
function isOwn({ request }: Delivery, epoch: number, { requests, epochs, mark }: TenantModel): boolean {
  const own = requests.get(request.id);
  return own !== undefined && request.values.mark === mark && request.subject === own.subject && epoch === (epochs.get(own.subject) ?? 0);
}

/** Starts, ends and settles what was claimed. */
async function finish(
  store: MessengerStores['deliveryStore'],
  { lease, delivery, pending, receipts, wake, epoch }: Claimed,
  model: TenantModel,
  clock: Clock,
): Promise<void> {
  const { id, subject } = delivery.request;
  const folded = pending.reduce(evolve, delivery);
  const first = folded.steps.length === 0;
  const attempt = attemptOf(clock.now());
  if (first) await store.startAttempts([{ lease, subject, epoch, step: 0, waitFor: 'delivered', attempt }]);
  const done = { ...attempt, endedAt: clock.now(), result: accepted(`m-${id}`) };
  const started = first ? evolve(folded, { type: 'attempt-started', step: 0, waitFor: 'delivered', attempt }) : folded;
  const ended = first ? evolve(started, { type: 'attempt-ended', step: 0, waitFor: 'delivered', attempt: done }) : started;
  const settled = ended.settled === undefined ? evolve(ended, { type: 'settled', cause: 'cancelled', reason: 'stopped', at: clock.now() }) : ended;
  await store.write([{ lease, delivery: settled, dueAt: null, ended: first ? [{ step: 0, attempt: done }] : [], receipts, wake }]);
  model.messages.add(`m-${id}`);
  model.open.delete(id);
}
