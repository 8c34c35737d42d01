import type { LawEntry, RuleEntry } from '../../pack.ts';
import type { Severity } from '../../vocabulary.ts';

/** What a promotional text must say. */
export interface Mentions {
  readonly languages: readonly string[];
  /** The sender is named by the sender name or the text. */
  readonly name: LawEntry;
  /** Each message needs a way to refuse; absent where none is asked for or the operator adds it. */
  readonly optOut?: LawEntry;
  /** @default error */
  readonly optOutSeverity?: Severity;
  /** A form of refusal route operators or the law insist on. */
  readonly optOutForm?: { readonly source: LawEntry; readonly form: 'stop-word' | 'stop-36' | 'free-080' };
  /** Contact details; `postal` asks for an address and one more route, or a link. */
  readonly contact?: { readonly source: LawEntry; readonly needs: 'postal' | 'any' };
}

/** Rules on what a promotional text must say. */
export function mentions(wanted: Mentions): readonly RuleEntry[] {
  const languages = [...new Set([...wanted.languages, 'en'])];
  const rules: RuleEntry[] = [{ ...wanted.name, rule: 'sender-not-identified', severity: 'error', kinds: ['marketing'], settings: { languages } }];
  if (wanted.optOut) {
    rules.push({ ...wanted.optOut, rule: 'no-opt-out', severity: wanted.optOutSeverity ?? 'error', kinds: ['marketing'], settings: { languages } });
  }
  if (wanted.optOutForm) {
    const { source, form } = wanted.optOutForm;
    rules.push({
      ...source,
      rule: 'opt-out-malformed',
      severity: 'error',
      kinds: ['marketing'],
      channels: ['sms', 'rcs'],
      settings: { languages, form },
    });
  } else if (wanted.optOut) {
    rules.push({
      ...wanted.optOut,
      rule: 'opt-out-malformed',
      severity: 'error',
      kinds: ['marketing'],
      channels: ['sms', 'rcs'],
      settings: { languages, form: 'free' },
    });
  }
  if (wanted.contact) {
    const { source, needs } = wanted.contact;
    rules.push({ ...source, rule: 'missing-sender-contact', severity: 'error', kinds: ['marketing'], settings: { languages, needs } });
  }
  return rules;
}
