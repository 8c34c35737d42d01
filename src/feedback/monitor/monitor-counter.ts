import type { Delivery } from '../../cascade/delivery/delivery.ts';
import { lastAttempt } from '../../cascade/delivery/step-standing.ts';
import type { DeliveryStore } from '../../cascade/stores/delivery-store.ts';
import { scanDeliveries } from '../../cascade/stores/scan-deliveries.ts';
import type { HoldQuestion } from '../../clearance/clearance-deps.ts';
import type { ConsentBook } from '../../consent/consent-book.ts';
import type { ConsentRecord, Evidence, SubjectRef } from '../../consent/record/record.ts';
import type { MessengerEmitter } from '../../events.ts';
import { sha256Hex } from '../../ledger/hash.ts';
import { reactionTo, submitsOf } from '../reaction.ts';
import type { MonitorPolicy } from './monitor-policy.ts';
import { formOf, sourceOf, type Traits } from './slice.ts';
import type { Tallies } from './tallies.ts';
import type { Count } from './tally.ts';
import { traitsOf } from './traits.ts';

/** Somebody said no. */
export interface Refusal {
  readonly subject: SubjectRef;
  readonly method: Evidence['method'];
}

/** Counts what becomes of messages, from what the house tells anyway. */
export interface MonitorCounter {
  /** What messages that are being cleared are told apart by. */
  note(questions: readonly HoldQuestion[]): void;
  refused(refusal: Refusal): void;
  isDue(now: Date): boolean;
  flush(): Promise<void>;
  /** Waits with the next flush for something begun aside. */
  keep(work: Promise<unknown>): void;
}

export interface MonitorCounterDeps {
  readonly store: Pick<DeliveryStore, 'load' | 'scan'>;
  readonly consent: Pick<ConsentBook, 'load'>;
  readonly events: MessengerEmitter;
  readonly policy: MonitorPolicy;
  readonly tallies: Tallies;
  readonly clock: { now(): Date };
}

/** How long counts are gathered, in milliseconds; what a worker that dies had gathered is lost. */
const GATHER_MS = 5_000;
/** Most messages whose traits are remembered until they are submitted. */
const MOST_NOTED = 20_000;

/** Trouble of the sender or of the moment: says nothing about the people or the wording. */
const notCounted: ReadonlySet<string> = new Set([
  'retryable-transient',
  'rate-limited',
  'auth',
  'insufficient-funds',
  'sender-blocked',
  'invalid-request',
]);
/** Definite failures that count as undelivered; refusals by people are counted when the ledger has them. */
const failures: ReadonlySet<string> = new Set(['recipient-unreachable', 'not-on-channel', 'content-rejected', 'unknown']);

export function createMonitorCounter({ store, consent, events, policy, tallies, clock }: MonitorCounterDeps): MonitorCounter {
  const noted = new Map<string, Traits>();
  let counts: Count[] = [];
  let failed = new Map<string, { left: number; settled: boolean }>();
  let refusals = new Set<SubjectRef>();
  let aside: Promise<unknown>[] = [];
  let flushedMs = Number.NEGATIVE_INFINITY;

  events.on('step-submitted', ({ deliveryId, errorClass }) => {
    const traits = noted.get(deliveryId);
    if (traits === undefined) return;
    noted.delete(deliveryId);
    if (errorClass === undefined || !notCounted.has(errorClass)) counts.push({ sentAt: clock.now(), traits, what: 'sent' });
  });
  events.on('step-fell-back', ({ deliveryId }) => {
    failure(deliveryId).left++;
  });
  events.on('delivery-settled', ({ deliveryId, state, reason }) => {
    if (state === 'undelivered' && failures.has(reason ?? '')) failure(deliveryId).settled = true;
  });

  function failure(deliveryId: string): { left: number; settled: boolean } {
    const known = failed.get(deliveryId) ?? { left: 0, settled: false };
    failed.set(deliveryId, known);
    return known;
  }

  /** Definite failures of steps, of the hour the step was sent in. */
  async function countFailures(told: ReadonlyMap<string, { readonly left: number; readonly settled: boolean }>): Promise<readonly Count[]> {
    const found = (await store.load([...told.keys()]))
      .filter((one) => one !== undefined)
      .filter(({ request }) => policy.kinds.includes(request.kind));
    const chains = await consent.load([...new Set(found.map(({ request }) => request.subject))]);
    return found.flatMap((delivery) => {
      const { left, settled } = told.get(delivery.request.id)!;
      const over = delivery.steps.flatMap((step, index) => (step.left === undefined ? [] : [index])).slice(-left || delivery.steps.length);
      const last = settled ? delivery.steps.findLastIndex((step) => lastAttempt(step) !== undefined) : -1;
      const records = chains.get(delivery.request.subject) ?? [];
      return [...new Set(settled ? [...over, last] : over)].flatMap((index): Count[] => {
        const step = delivery.steps[index];
        const attempt = lastAttempt(step);
        if (step === undefined || attempt === undefined || (step.left !== undefined && !failures.has(step.left.reason))) return [];
        return [
          {
            sentAt: attempt.startedAt,
            traits: traitsAt(delivery, index, records),
            what: 'undelivered',
            knownAt: step.left?.at ?? delivery.settled?.at,
          },
        ];
      });
    });
  }

  /** Withdrawals, of the hour in which the message was sent that they answer. */
  async function countRefusals(subjects: readonly SubjectRef[]): Promise<readonly Count[]> {
    const chains = await consent.load(subjects);
    const counted: Count[] = [];
    for (const subject of subjects) {
      const records = chains.get(subject) ?? [];
      const answers: { readonly delivery: Delivery; readonly reaction: NonNullable<ReturnType<typeof reactionTo>> }[] = [];
      for await (const delivery of scanDeliveries(store, { subject })) {
        const reaction = policy.kinds.includes(delivery.request.kind) ? reactionTo(delivery, records, policy.reactionMs) : undefined;
        if (reaction !== undefined) answers.push({ delivery, reaction });
      }
      // one refusal answers one message: the last before it
      for (const same of Map.groupBy(answers, ({ reaction }) => reaction.recordId).values()) {
        const { at, method, complaint, recordId } = same[0]!.reaction;
        const before = same
          .flatMap(({ delivery }) => submitsOf(delivery).map((submit) => ({ ...submit, delivery })))
          .filter((submit) => submit.at <= at);
        const answered = before.sort((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
        if (answered === undefined) continue;
        const name = sha256Hex(recordId).slice(0, 12);
        const common = { sentAt: answered.at, traits: traitsAt(answered.delivery, answered.step, records), knownAt: at };
        const reported = method === 'provider' || method === 'platform';
        counted.push({ ...common, what: reported ? 'blocks' : 'opt-outs', once: name });
        if (complaint) counted.push({ ...common, what: 'complaints', once: `${name}!` });
      }
    }
    return counted;
  }

  return {
    note(questions) {
      for (const { request, record } of questions) {
        if (!policy.kinds.includes(request.kind)) continue;
        if (noted.size >= MOST_NOTED) noted.delete(noted.keys().next().value!);
        noted.set(request.deliveryId, traitsOf(request, record));
      }
    },
    refused({ subject, method }) {
      if (method !== 'import') refusals.add(subject);
    },
    isDue: (now) => counts.length + failed.size + refusals.size + aside.length > 0 && now.getTime() - flushedMs >= GATHER_MS,
    keep(work) {
      aside.push(work.catch(() => events.emit('background-failure', { where: 'monitor', code: 'not-decided' })));
    },
    async flush() {
      const [sent, ends, people, begun] = [counts, failed, [...refusals], aside];
      [counts, failed, refusals, aside] = [[], new Map(), new Set(), []];
      flushedMs = clock.now().getTime();
      await Promise.all(begun);
      const all = [...sent, ...(ends.size === 0 ? [] : await countFailures(ends)), ...(people.length === 0 ? [] : await countRefusals(people))];
      if (all.length > 0) await tallies.add(all);
    },
  };
}

/** What a step of a stored delivery is told apart by: as it was cleared, with the consent it rested on. */
function traitsAt({ request, steps }: Delivery, index: number, records: readonly ConsentRecord[]): Traits {
  const attempt = lastAttempt(steps[index]);
  const ground = attempt?.evidence.ground;
  const record = (ground !== undefined && 'recordId' in ground ? records.find(({ id }) => id === ground.recordId) : undefined) ?? null;
  const { template, sender } = request;
  return { channel: attempt?.channel ?? 'sms', source: sourceOf(record), form: formOf(record), template, step: String(index + 1), sender };
}
