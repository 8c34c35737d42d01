import type { Basis, Confidence, IsoDate } from '../../law/pack.ts';
import type { LocalText, Severity } from '../../law/vocabulary.ts';
import type { Range } from '../diagnostic.ts';
import type { TemplateView } from './template-view.ts';

export interface TemplateFinding<M extends string = string> {
  readonly message: M;
  /** In the text at `path`; `null` when something is missing or the fault is not in a text. */
  readonly range: Range | null;
  /** Place in the template's JSON, dotted: `components.0.text`. */
  readonly path: string;
  /** Values for `{name}` in the message text. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** Lowers the rule's own weight where the platform's list is known to be incomplete. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
}

export type TemplateReport<M extends string> = (finding: TemplateFinding<M>) => void;

/** One rule about WhatsApp templates in Cloud API JSON. */
export interface TemplateRule<M extends string = string> {
  /** From the rule vocabulary, kebab-case. */
  readonly id: string;
  readonly description: LocalText;
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  readonly confidence: Confidence;
  /** First day the platform asks for it; from the beginning when absent. */
  readonly since?: IsoDate;
  /** `authentication` templates have rules of their own: most others do not concern them. */
  readonly concerns: 'every-template' | 'authentication' | 'all-but-authentication';
  readonly messages: Readonly<Record<M, LocalText>>;
  /** Whole templates, as sent to the Graph API. */
  readonly examples: {
    readonly correct: readonly unknown[];
    readonly incorrect: readonly { readonly template: unknown; readonly message: M }[];
  };
  check(view: TemplateView, report: TemplateReport<M>): void;
}

/** Gives a rule literal its full type. */
export function defineTemplateRule<const M extends string>(rule: TemplateRule<M>): TemplateRule<M> {
  return rule;
}
