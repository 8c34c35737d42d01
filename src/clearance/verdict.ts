import type { Diagnostic } from '../linter/diagnostic.ts';
import type { Clearance, DeferReason, RefusalReason } from './clearance.ts';

/** A clearance that lets nothing out. */
export type Held = Exclude<Clearance, { readonly verdict: 'cleared' }>;

/** `step`: another step of the plan may still be lawful. `delivery`: nothing of it may go out. */
export function refused(scope: 'step' | 'delivery', reason: RefusalReason, diagnostics?: readonly Diagnostic[]): Held {
  return { verdict: 'refused', scope, reason, ...(diagnostics === undefined ? {} : { diagnostics }) };
}

/** Not now; asked again at `until`. */
export function deferred(until: Date, reason: DeferReason): Held {
  return { verdict: 'deferred', until, reason };
}
