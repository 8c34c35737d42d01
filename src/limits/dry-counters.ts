import type { Charge, CounterStore, RateCharge, SumCharge, TakeResult, UniqueCharge } from './counter-store.ts';
import { CAP_PREFIX } from './person-cap.ts';

/** Calls that were asked of one rate, as far as a rehearsal counts them. */
export interface RehearsedPace {
  readonly key: string;
  /** Distance between two calls, in milliseconds. */
  readonly everyMs: number;
  /** How many calls are ready from an instant on, by that instant in milliseconds. */
  readonly readyAt: ReadonlyMap<number, number>;
}

/** Counters that answer as the real ones would, and take nothing from them. */
export interface DryCounters {
  readonly counters: CounterStore;
  /** What every rate was asked for, keys of no pace left out. */
  paces(): readonly RehearsedPace[];
}

/** Opens no slot ever, and is named only when nothing else stands against its group. */
const never: RateCharge = { kind: 'rate', key: 'rehearsal', everyMs: 0, horizonMs: -1 };

/**
 * Rehearses what limits would say. Each group is asked of the real counters together with a charge that never fits, so that it is taken by
 * nobody and the answer names what else stands against it. What the rehearsal has let through is added to totals and to people of a day;
 * rates let everybody through and count them. Memory does not grow with the number of people: caps of one person are asked, not added to.
 */
export function dryCounters(real: CounterStore, asOf: Date): DryCounters {
  /** Money and different people let through so far, by key. */
  const used = new Map<string, number>();
  const paces = new Map<string, { everyMs: number; readonly readyAt: Map<number, number> }>();

  function ready(charge: RateCharge, now: Date): void {
    const pace = paces.get(charge.key) ?? { everyMs: charge.everyMs, readyAt: new Map<number, number>() };
    pace.everyMs = Math.max(pace.everyMs, charge.everyMs);
    pace.readyAt.set(now.getTime(), (pace.readyAt.get(now.getTime()) ?? 0) + 1);
    paces.set(charge.key, pace);
  }

  function judge(charges: readonly Charge[], standing: readonly Charge[], answer: TakeResult, now: Date): TakeResult {
    const full = answer.taken ? undefined : standing[answer.charge];
    if (!answer.taken && full !== undefined) return { ...answer, charge: charges.indexOf(full), retryAt: answer.retryAt ?? freeAgain(full, now) };
    for (const charge of charges) {
      if (charge.kind === 'rate' && charge.everyMs > 0) ready(charge, now);
      else if (isShared(charge)) used.set(charge.key, (used.get(charge.key) ?? 0) + amountOf(charge));
    }
    return { taken: true, at: now, charges: [] };
  }

  return {
    counters: {
      async take(groups, now) {
        const standing = groups.map((charges) => charges.filter((charge) => charge.kind !== 'rate'));
        // Those before it in the same call are not in the real answer: they are added as if they had all gone through.
        const before = new Map(used);
        const added = (charge: Charge): Charge => {
          if (!isShared(charge)) return charge;
          const sofar = before.get(charge.key) ?? 0;
          before.set(charge.key, sofar + amountOf(charge));
          return charge.kind === 'sum' ? { ...charge, amount: charge.amount + sofar } : { ...charge, max: charge.max - sofar };
        };
        const asked = standing.map((charges) => (charges.length === 0 ? [] : [...charges.map(added), never]));
        const { results } = await real.take(asked, asOf);
        return { now, results: groups.map((charges, index) => judge(charges, standing[index]!, results[index]!, now)) };
      },
      giveBack: async () => undefined,
      hold: async () => undefined,
      tally: async (tallies) => tallies.map(({ ok, failed }) => ({ ok, failed })),
      sweep: async () => 0,
    },
    paces: () => [...paces].map(([key, { everyMs, readyAt }]) => ({ key, everyMs, readyAt })),
  };
}

/** What the rehearsal itself has used up is free again with the period, although together it would never fit. */
function freeAgain(charge: Charge, now: Date): Date | null {
  if (charge.kind === 'sum') return charge.amount <= charge.max ? charge.expiresAt : null;
  return charge.kind === 'unique' && charge.max > 0 ? new Date(now.getTime() + charge.windowMs) : null;
}

/** Limits that people share. A person's own caps are only asked: in one campaign everybody stands once. */
function isShared(charge: Charge): charge is SumCharge | UniqueCharge {
  return charge.kind === 'unique' || (charge.kind === 'sum' && !charge.key.startsWith(CAP_PREFIX));
}

function amountOf(charge: SumCharge | UniqueCharge): number {
  return charge.kind === 'sum' ? charge.amount : 1;
}
