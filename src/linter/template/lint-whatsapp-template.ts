import type { IsoDate } from '../../law/pack.ts';
import type { LocalText } from '../../law/vocabulary.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { templateRules } from './registry.ts';
import type { TemplateRule } from './template-rule.ts';
import { type TemplateView, viewTemplate } from './template-view.ts';

export interface LintTemplateOptions {
  /** Day whose platform rules apply, `YYYY-MM-DD`. */
  readonly today: IsoDate;
  /** Language of the messages. @default 'en' */
  readonly language?: keyof LocalText;
}

/**
 * Checks a WhatsApp template as sent to the Graph API. Takes any JSON; what is not a template lacks its parts.
 * Ranges point into the text at `path` of the JSON. Findings come in the order of the rules.
 * Source: facts on the WhatsApp platform, sections 3 to 6.
 */
export function lintWhatsAppTemplate(json: unknown, { today, language = 'en' }: LintTemplateOptions): readonly Diagnostic[] {
  const view = viewTemplate(json);
  const diagnostics: Diagnostic[] = [];
  for (const rule of templateRules) {
    if (!concerns(rule, view) || (rule.since !== undefined && today < rule.since)) continue;
    rule.check(view, ({ message, range, path, data = {}, severity = rule.severity, confidence = rule.confidence }) => {
      const wording = rule.messages[message] as LocalText;
      diagnostics.push({
        rule: rule.id,
        pack: 'whatsapp',
        severity,
        message: wording[language].replace(/\{(\w+)\}/gu, (whole, name: string) => String(data[name] ?? whole)),
        range,
        in: 'template',
        path,
        basis: rule.basis.map(({ act, article }) => ({ act, article })),
        confidence,
      });
    });
  }
  return diagnostics;
}

function concerns(rule: TemplateRule<string>, { category }: TemplateView): boolean {
  return rule.concerns === 'every-template' || (rule.concerns === 'authentication') === (category === 'AUTHENTICATION');
}
