/** State of one paced key; milliseconds since 1970, fractions allowed. */
export interface RateBucket {
  /** Earliest next slot. */
  readonly nextMs: number;
  /** Earliest next appointment of those who came too early. */
  readonly queueMs: number;
  readonly closedUntilMs: number;
  readonly rampMs: number;
}

/** A key nobody has used. */
export const freshBucket: RateBucket = { nextMs: 0, queueMs: 0, closedUntilMs: 0, rampMs: 0 };

/** Share of the rate with which a closed key opens again. */
const RAMP_START = 0.1;
/** Pace of an otherwise unpaced key while it opens. */
const RAMP_EVERY_MS = 10;

/** The earliest slot. */
export function nextSlot(bucket: RateBucket, nowMs: number): number {
  return Math.max(nowMs, bucket.nextMs, bucket.closedUntilMs);
}

/**
 * After a slot was taken. Slots are at least `everyMs` apart, so a half-open stretch of time `t` holds at most `ceil(t / everyMs)` of them:
 * with `everyMs = t / max`, no more than `max`.
 */
export function afterSlot(bucket: RateBucket, slotMs: number, everyMs: number): RateBucket {
  const paceMs = pace(bucket, slotMs, everyMs);
  // An unpaced key remembers nothing: a caller whose clock is behind is not held up by another's.
  return paceMs === 0 ? bucket : { ...bucket, nextMs: slotMs + paceMs };
}

/** An appointment for a caller that found no slot within the horizon. */
export function appointment(
  bucket: RateBucket,
  nowMs: number,
  everyMs: number,
  horizonMs: number,
): { readonly atMs: number; readonly bucket: RateBucket } {
  const atMs = Math.max(nextSlot(bucket, nowMs) - horizonMs, bucket.queueMs, bucket.closedUntilMs, nowMs);
  return { atMs, bucket: { ...bucket, queueMs: atMs + pace(bucket, atMs, everyMs) } };
}

/** After a closing; the longer one wins. */
export function closeBucket(bucket: RateBucket, untilMs: number, rampMs: number): RateBucket {
  return untilMs <= bucket.closedUntilMs ? bucket : { ...bucket, closedUntilMs: untilMs, rampMs };
}

function pace(bucket: RateBucket, atMs: number, everyMs: number): number {
  const open = atMs - bucket.closedUntilMs;
  if (bucket.closedUntilMs === 0 || open >= bucket.rampMs) return everyMs;
  return Math.max(everyMs, RAMP_EVERY_MS) / Math.max(RAMP_START, open / bucket.rampMs);
}
