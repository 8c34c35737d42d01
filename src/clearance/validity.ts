import type { ProviderCapabilities } from '../channels/port.ts';
import { LOOK_AHEAD_MS, nextLawfulInstant, windowMemo } from '../windows/index.ts';
import type { ClearanceRequest } from './clearance.ts';
import type { ClearanceDeps } from './clearance-deps.ts';
import type { StepFacts } from './step-facts.ts';
import { deferred, type Held, refused } from './verdict.ts';

/** Until when a step's message may still arrive, or why it does not go out now. */
export type ValidityOf = (request: ClearanceRequest, facts: StepFacts, now: Date) => Date | Held;

const DEFAULT_CLOSE_EARLY_MS = 600_000;

/**
 * Keeps steps inside the hours of law and host. The message's validity is the earliest of the delivery's end, the window's end and the
 * fall-back time where the provider honours it. What cannot be recalled in time (no validity, or a shorter stretch than the provider's least)
 * is not sent shortly before a window ends. Source: facts on failures, B10.
 */
export function validityReader({ hostWindows = [], closeEarlyMs = DEFAULT_CLOSE_EARLY_MS }: ClearanceDeps): ValidityOf {
  const memo = windowMemo();
  const zoneKeys = new WeakMap<readonly string[], string>();

  return (request, facts, now) => {
    const { law, zones } = facts;
    const { validUntil } = request;
    const { validity } = facts.capabilities;
    const none = (): Held => refused(law.windows.some((window) => window.channels !== undefined) ? 'step' : 'delivery', 'no-lawful-window');
    if (now >= validUntil) return none();
    const end = earliest(validUntil, fallBackTime(request, validity, now));
    const own = hostWindows.filter((window) => (window.kinds ?? ['marketing']).includes(request.kind));
    if (law.windows.length === 0 && own.length === 0) return end;

    const question = () => ({ windows: law.windows, hostWindows: own, zones, holidays: law.holidays });
    const found = memo.next(`${law.key}|${zoneKey(zones)}`, now, validUntil, question);
    if ('none' in found) return none();
    if (found.at > now) return deferred(found.at, 'quiet-hours');
    const leastMs = validity === null ? closeEarlyMs : validity.minMs;
    const leftMs = found.endsAt.getTime() - now.getTime();
    if (leftMs >= leastMs) return earliest(end, found.endsAt);
    const next = nextLawfulInstant({ ...question(), from: found.endsAt, until: earliest(validUntil, new Date(now.getTime() + LOOK_AHEAD_MS)) });
    return 'none' in next ? none() : deferred(next.at, 'quiet-hours');
  };

  function zoneKey(zones: readonly string[]): string {
    if (zones.length === 1) return zones[0]!;
    let key = zoneKeys.get(zones);
    if (key === undefined) {
      key = zones.join(' ');
      zoneKeys.set(zones, key);
    }
    return key;
  }
}

function fallBackTime({ fallBackAfterMs }: ClearanceRequest, validity: ProviderCapabilities['validity'], now: Date): Date | undefined {
  if (fallBackAfterMs === undefined || validity === null) return undefined;
  if (fallBackAfterMs < validity.minMs || fallBackAfterMs > validity.maxMs) return undefined;
  return new Date(now.getTime() + fallBackAfterMs);
}

function earliest(first: Date, second: Date | undefined): Date {
  return second !== undefined && second < first ? second : first;
}
