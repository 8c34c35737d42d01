import { readRate } from '../../limits/index.ts';
import { cellsOf, slicesIn } from './read-slices.ts';
import { type Measure, type Slice, sliceKinds } from './slice.ts';
import type { Cell } from './tally.ts';

/** What a rate has in common where it is high. */
export interface RootCause {
  readonly slice: Slice;
  readonly sent: number;
  readonly bad: number;
  /** Its rate over that of the channel's other messages: 3 is three times as high. */
  readonly lift: number;
  /** Bad ends beyond what the others' rate would have made. */
  readonly excess: number;
}

/** Most causes that are named. */
const MOST_CAUSES = 5;
/** Fewest bad ends of a cause. */
const LEAST_BAD = 3;

/**
 * Where a channel's rate of bad ends comes from, highest lift first. A cause is surely above the rest; its messages are then taken out and the
 * rest is asked again, so that what only goes along with a cause (the one template that a bad list was sent) is not named a second time. Pure.
 */
export function rootCauses(cells: readonly Cell[], channel: Slice['channel'], measure: Measure): readonly RootCause[] {
  let rest = cells.filter(({ traits }) => traits.channel === channel);
  const found: RootCause[] = [];
  while (found.length < MOST_CAUSES) {
    const causes = slicesIn(rest).flatMap((slice) => causeIn(rest, slice, measure) ?? []);
    const worst = causes.sort(byLift)[0];
    if (worst === undefined) break;
    found.push(worst);
    const taken = new Set(cellsOf(rest, worst.slice));
    rest = rest.filter((cell) => !taken.has(cell));
  }
  return found.sort(byLift);
}

/** How many times higher a slice's rate is than that of the other cells; 1 where there are none to compare with. */
export function liftOf(cells: readonly Cell[], slice: Slice, measure: Measure): Omit<RootCause, 'slice'> & { readonly others: number } {
  const own = cellsOf(cells, slice);
  const [sent, bad] = [sumSent(own), sumBad(own, measure)];
  const [othersSent, othersBad] = [sumSent(cells) - sent, sumBad(cells, measure) - bad];
  if (othersSent <= 0) return { sent, bad, lift: 1, excess: 0, others: 0 };
  // half an event on each side keeps a rate of none from making a lift of infinity
  const others = (othersBad + 0.5) / (othersSent + 1);
  return { sent, bad, lift: (bad + 0.5) / (sent + 1) / others, excess: bad - sent * others, others };
}

function causeIn(cells: readonly Cell[], slice: Slice, measure: Measure): RootCause | undefined {
  const { others, ...cause } = liftOf(cells, slice, measure);
  if (cause.bad < LEAST_BAD || cause.lift <= 1 || others >= 1) return undefined;
  const total = Math.max(cause.sent, cause.bad);
  return readRate([{ total, bad: cause.bad }], { limit: others }).verdict === 'above' ? { slice, ...cause } : undefined;
}

function byLift(a: RootCause, b: RootCause): number {
  return b.lift - a.lift || sliceKinds.indexOf(a.slice.by) - sliceKinds.indexOf(b.slice.by) || (a.slice.name < b.slice.name ? -1 : 1);
}

function sumSent(cells: readonly Cell[]): number {
  return cells.reduce((sum, { sent }) => sum + sent, 0);
}

function sumBad(cells: readonly Cell[], measure: Measure): number {
  return cells.reduce((sum, { bad }) => sum + bad[measure], 0);
}
