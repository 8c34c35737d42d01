import type { Channel } from '../law/vocabulary.ts';
import type { Diagnostic } from '../linter/diagnostic.ts';
import type { Linter } from '../linter/engine.ts';
import { NO_LAW_PACK } from '../linter/engine-findings.ts';
import type { Sender } from '../message/sender.ts';
import { chooseVariant } from '../template/choose-variant.ts';
import { compileTemplates } from '../template/compile-templates.ts';
import { renderTemplate } from '../template/index.ts';
import type { MessageTemplate } from '../template/message-template.ts';
import type { ClearanceDeps } from './clearance-deps.ts';
import { senderLintFacts, senderOnChannel } from './sender-facts.ts';

/** Where a template is going to be read. */
export interface Place {
  readonly country: string;
  readonly channel: Channel;
  readonly locale?: string | undefined;
}

/** What is wrong with one wording in one place. Findings about hours are not among them: hours are the clearance's, per message. */
export interface PreflightFinding {
  readonly template: string;
  readonly place: Place;
  /** Locale of the wording that the place gets. */
  readonly locale: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PreflightDeps extends Pick<ClearanceDeps, 'fallbackLocale' | 'lintFacts' | 'requiresRegistration'> {
  readonly linter: Pick<Linter, 'lint'>;
  readonly sender: Sender;
  readonly now: Date;
  /** Values that stand for a person's, by placeholder. @default the placeholder's own name */
  readonly sampleValues?: Readonly<Record<string, string>> | undefined;
}

/** Lints every wording of a template for the places it is going to, before anything is sent. Empty: nothing of severity error stands against it. */
export function preflight(deps: PreflightDeps, template: MessageTemplate, places: readonly Place[]): readonly PreflightFinding[] {
  const compiled = compileTemplates([template]).get(template.id)!;
  const values = { ...Object.fromEntries(compiled.placeholders.map((name) => [name, name])), ...deps.sampleValues };
  const findings: PreflightFinding[] = [];
  for (const place of places) {
    const choice = chooseVariant(template, { channel: place.channel, locale: place.locale, fallbackLocale: deps.fallbackLocale });
    if (!choice.ok) continue;
    const rendered = renderTemplate(compiled.texts.get(choice.variant)!, values);
    if (!rendered.ok) continue;
    const from = senderOnChannel(deps.sender, place.channel, place.country, deps.now, deps.requiresRegistration);
    const diagnostics = deps.linter
      .lint({
        country: place.country,
        channel: place.channel,
        kind: template.kind,
        sender: place.channel === 'sms' && from.ok ? from.from : deps.sender.displayName,
        text: rendered.text,
        buttons: (choice.variant.buttons ?? []).map(({ text, url }) => (url === undefined ? { text } : { text, url })),
        asOf: deps.now.toISOString().slice(0, 10),
        facts: { ...senderLintFacts(deps.sender, place.country, deps.now), ...deps.lintFacts?.(template.id, deps.sender.id) },
      })
      // people in a country without a pack are refused one by one: that is not the wording's fault
      .filter((found) => found.severity === 'error' && found.rule !== NO_LAW_PACK);
    if (diagnostics.length > 0) findings.push({ template: template.id, place, locale: choice.variant.locale, text: rendered.text, diagnostics });
  }
  return findings;
}
