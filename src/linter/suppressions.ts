import type { IsoDate } from '../law/pack.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { LintInput } from './lint-message.ts';

/** A finding somebody decided to live with: who, why and until when. */
export interface Suppression {
  readonly rule: string;
  readonly author: string;
  readonly reason: string;
  /** First day it no longer holds. */
  readonly expires: IsoDate;
  /** Only for messages that contain this text. */
  readonly contains?: string;
  readonly country?: string;
  readonly channel?: LintInput['channel'];
}

export interface SuppressedFinding {
  readonly diagnostic: Diagnostic;
  readonly by: Suppression;
}

export interface Suppressor {
  /** Takes out what is suppressed on a day; what was taken out is kept for the audit. */
  apply(
    input: LintInput,
    diagnostics: readonly Diagnostic[],
    on: IsoDate,
  ): { readonly kept: readonly Diagnostic[]; readonly suppressed: readonly SuppressedFinding[] };
  /** Suppressions that took out nothing since the suppressor was made. */
  unused(): readonly Suppression[];
  /** Suppressions past their day. */
  expired(on: IsoDate): readonly Suppression[];
}

/** Keeps count of which suppressions were of use. A `no-law-pack` finding cannot be suppressed. */
export function createSuppressor(suppressions: readonly Suppression[]): Suppressor {
  const used = new Set<Suppression>();
  const matches = (one: Suppression, input: LintInput, found: Diagnostic, on: IsoDate): boolean =>
    one.rule === found.rule &&
    found.pack !== 'licet' &&
    on < one.expires &&
    (one.country === undefined || one.country === input.country) &&
    (one.channel === undefined || one.channel === input.channel) &&
    (one.contains === undefined || input.text.includes(one.contains));
  return {
    apply(input, diagnostics, on) {
      const kept: Diagnostic[] = [];
      const suppressed: SuppressedFinding[] = [];
      for (const diagnostic of diagnostics) {
        const by = suppressions.find((one) => matches(one, input, diagnostic, on));
        if (by === undefined) kept.push(diagnostic);
        else {
          used.add(by);
          suppressed.push({ diagnostic, by });
        }
      }
      return { kept, suppressed };
    },
    unused: () => suppressions.filter((one) => !used.has(one)),
    expired: (on) => suppressions.filter((one) => one.expires <= on),
  };
}
