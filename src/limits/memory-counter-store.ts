import type { Charge, CounterStore, RateCharge, TakenCharge, TakeResult, Tally, TallyTotals } from './counter-store.ts';
import { addOutcomes, freshHistory, type OutcomeHistory, recentOutcomes } from './outcome-history.ts';
import { afterSlot, appointment, closeBucket, freshBucket, nextSlot, type RateBucket } from './rate-bucket.ts';

interface Log {
  readonly times: number[];
  windowMs: number;
}

interface Members {
  /** Last use by member, longest unused first. */
  readonly lastUse: Map<string, number>;
  windowMs: number;
}

interface Sum {
  total: number;
  expiresMs: number;
}

interface Denial {
  readonly charge: number;
  readonly cause: 'full' | 'closed';
  readonly retryMs: number;
}

const FIRST_SWEEP = 20_000;

/** Counters of one process, for tests, demos and hosts with a single worker. Lost with the process. */
export function memoryCounterStore(): CounterStore {
  const rates = new Map<string, RateBucket>();
  const logs = new Map<string, Log>();
  const uniques = new Map<string, Members>();
  const sums = new Map<string, Sum>();
  const histories = new Map<string, { history: OutcomeHistory; windowMs: number }>();

  let sweepAt = FIRST_SWEEP;

  function deny(charge: Charge, index: number, atMs: number, nowMs: number): Denial | undefined {
    const full = (retryMs: number): Denial => ({ charge: index, cause: 'full', retryMs });
    switch (charge.kind) {
      case 'rate': {
        if (atMs - nowMs <= charge.horizonMs || nextSlot(bucketOf(charge), nowMs) - nowMs <= charge.horizonMs) return undefined;
        return { charge: index, cause: bucketOf(charge).closedUntilMs > nowMs ? 'closed' : 'full', retryMs: nowMs };
      }
      case 'log': {
        const times = logs.get(charge.key)?.times ?? [];
        const counted = times.filter((time) => time > atMs - charge.windowMs);
        if (counted.length < charge.max) return undefined;
        return full(charge.max <= 0 ? Number.POSITIVE_INFINITY : counted[counted.length - charge.max]! + charge.windowMs);
      }
      case 'unique': {
        const lastUse = uniques.get(charge.key)?.lastUse;
        if (lastUse === undefined) return charge.max > 0 ? undefined : full(Number.POSITIVE_INFINITY);
        for (const [member, usedMs] of lastUse) {
          if (usedMs > nowMs - charge.windowMs) break;
          lastUse.delete(member);
        }
        if (lastUse.has(charge.member) || lastUse.size < charge.max) return undefined;
        const oldest = lastUse.values().next().value;
        return full(charge.max <= 0 || oldest === undefined ? Number.POSITIVE_INFINITY : oldest + charge.windowMs);
      }
      case 'sum': {
        const total = sums.get(charge.key)?.total ?? 0;
        if (total + charge.amount <= charge.max) return undefined;
        return full(charge.amount > charge.max ? Number.POSITIVE_INFINITY : charge.expiresAt.getTime());
      }
    }
  }

  function bucketOf(charge: RateCharge): RateBucket {
    return rates.get(charge.key) ?? freshBucket;
  }

  function apply(charge: Charge, atMs: number): TakenCharge | undefined {
    switch (charge.kind) {
      case 'rate':
        rates.set(charge.key, afterSlot(bucketOf(charge), atMs, charge.everyMs));
        return undefined;
      case 'log': {
        const log = logs.get(charge.key) ?? { times: [], windowMs: charge.windowMs };
        log.windowMs = Math.max(log.windowMs, charge.windowMs);
        const kept = log.times.filter((time) => time > atMs - log.windowMs);
        log.times.splice(0, Number.POSITIVE_INFINITY, ...[...kept, atMs].sort((a, b) => a - b));
        logs.set(charge.key, log);
        return { kind: 'log', key: charge.key, atMs };
      }
      case 'unique': {
        const members = uniques.get(charge.key) ?? { lastUse: new Map<string, number>(), windowMs: charge.windowMs };
        members.windowMs = charge.windowMs;
        uniques.set(charge.key, members);
        const known = members.lastUse.delete(charge.member);
        members.lastUse.set(charge.member, atMs);
        return known ? undefined : { kind: 'unique', key: charge.key, member: charge.member };
      }
      case 'sum': {
        const sum = sums.get(charge.key) ?? { total: 0, expiresMs: charge.expiresAt.getTime() };
        sum.total += charge.amount;
        sum.expiresMs = Math.max(sum.expiresMs, charge.expiresAt.getTime());
        sums.set(charge.key, sum);
        return { kind: 'sum', key: charge.key, amount: charge.amount };
      }
    }
  }

  function takeGroup(charges: readonly Charge[], nowMs: number): TakeResult {
    const paced = charges.filter((charge) => charge.kind === 'rate');
    const atMs = paced.reduce((slot, charge) => Math.max(slot, nextSlot(bucketOf(charge), nowMs + (charge.leadMs ?? 0))), nowMs);
    const denials = charges.flatMap((charge, index) => deny(charge, index, atMs, nowMs) ?? []);
    if (denials.length === 0) {
      return { taken: true, at: new Date(Math.ceil(atMs)), charges: charges.flatMap((charge) => apply(charge, atMs) ?? []) };
    }
    // Who is held back by a limit of its own must not take an appointment from the others.
    const own = denials.filter(({ charge }) => charges[charge]!.kind !== 'rate');
    const worst = (own.length > 0 ? own : denials.map(appoint)).reduce((a, b) => (b.retryMs > a.retryMs ? b : a));
    const retryAt = worst.retryMs === Number.POSITIVE_INFINITY ? null : new Date(Math.ceil(worst.retryMs));
    return { taken: false, charge: worst.charge, cause: worst.cause, retryAt };

    function appoint(denial: Denial): Denial {
      const charge = charges[denial.charge] as RateCharge;
      const { atMs: retryMs, bucket } = appointment(bucketOf(charge), nowMs, charge.everyMs, charge.horizonMs);
      rates.set(charge.key, bucket);
      return { ...denial, retryMs };
    }
  }

  return {
    async take(groups, now) {
      sweepWhenFull(now.getTime());
      return { now, results: groups.map((charges) => takeGroup(charges, now.getTime())) };
    },

    async giveBack(charges) {
      for (const charge of charges) {
        if (charge.kind === 'sum') {
          const sum = sums.get(charge.key);
          if (sum !== undefined) sum.total = Math.max(0, sum.total - charge.amount);
        } else if (charge.kind === 'unique') {
          uniques.get(charge.key)?.lastUse.delete(charge.member);
        } else {
          const times = logs.get(charge.key)?.times ?? [];
          const index = times.indexOf(charge.atMs);
          if (index >= 0) times.splice(index, 1);
        }
      }
    },

    async hold(holds) {
      for (const { key, until, rampMs } of holds) rates.set(key, closeBucket(rates.get(key) ?? freshBucket, until.getTime(), rampMs));
    },

    tally: async (tallies, now) => tallies.map((tally) => add(tally, now.getTime())),

    sweep: async (now) => sweep(now.getTime()),
  };

  function sweep(nowMs: number): number {
    const stale = [
      remove(rates, (bucket) => Math.max(bucket.nextMs, bucket.queueMs, bucket.closedUntilMs + bucket.rampMs) <= nowMs),
      remove(logs, ({ times, windowMs }) => times.every((time) => time <= nowMs - windowMs)),
      remove(sums, ({ expiresMs }) => expiresMs <= nowMs),
      remove(histories, ({ history, windowMs }) => history.startMs <= nowMs - 2 * windowMs),
      ...[...uniques.values()].map(({ lastUse, windowMs }) => remove(lastUse, (usedMs) => usedMs <= nowMs - windowMs)),
    ];
    return stale.reduce((total, count) => total + count, 0);
  }

  /** Keeps a long run from filling memory: sweeps each time the keys have doubled. */
  function sweepWhenFull(nowMs: number): void {
    const size = (): number => rates.size + logs.size + sums.size + histories.size;
    if (size() < sweepAt) return;
    sweep(nowMs);
    sweepAt = Math.max(FIRST_SWEEP, 2 * size());
  }

  function add({ key, ok, failed, windowMs }: Tally, nowMs: number): TallyTotals {
    const history = addOutcomes(histories.get(key)?.history ?? freshHistory, { ok, failed }, nowMs, windowMs);
    histories.set(key, { history, windowMs });
    return recentOutcomes(history, nowMs, windowMs);
  }
}

function remove<V>(map: Map<string, V>, isStale: (value: V) => boolean): number {
  let removed = 0;
  for (const [key, value] of map) if (isStale(value)) removed += Number(map.delete(key));
  return removed;
}
