import type { LawPack } from '../../src/law/pack.ts';
import type { LocalText } from '../../src/law/vocabulary.ts';
import type { Rule, Sample } from '../../src/linter/rule.ts';
import type { TemplateRule } from '../../src/linter/template/template-rule.ts';
import { handWritten, handWrittenPart } from './hand-written.ts';
import { inForceTable } from './law-rows.ts';
import { code, generatedNotice, inline, page, table } from './markdown.ts';

const packWords =
  '"always" means that no first day is known. `confidence` says how firm the source is: `primary` and `quoted` rest on the text of the law, `provider` on an operator’s or platform’s guide, `secondary` on notes about it, `inference` on our reading, `unverified` on general knowledge.';

/** The page of a rule about messages. */
export function messageRulePage(rule: Rule, packs: readonly LawPack[], old: string | undefined): string {
  return page(
    ...opening(rule, 'the rule and the law packs', old),
    '## In force',
    inForceTable(rule.id, packs),
    packWords,
    '## Samples',
    'Clean:',
    rule.examples.correct.map((sample) => sampleLine(rule, sample)).join('\n'),
    'Reported:',
    rule.examples.incorrect.map((sample) => `${sampleLine(rule, sample)} → \`${sample.message}\``).join('\n'),
  );
}

/** The page of a rule about WhatsApp templates. */
export function templateRulePage(rule: TemplateRule, old: string | undefined): string {
  const concerns = {
    'every-template': 'every template',
    authentication: 'authentication templates',
    'all-but-authentication': 'all but authentication',
  };
  return page(
    ...opening(rule, 'the rule', old),
    '## In force',
    table(
      ['platform', 'severity', 'since', 'concerns', 'basis', 'confidence'],
      [
        [
          '`whatsapp`',
          rule.severity,
          rule.since ?? 'always',
          concerns[rule.concerns],
          rule.basis.map((basis) => `${inline(basis.act)}, [${inline(basis.article)}](${basis.url ?? ''})`).join('; '),
          rule.confidence,
        ],
      ],
    ),
    '## Samples',
    'Clean:',
    rule.examples.correct.map(templateBlock).join('\n\n'),
    'Reported:',
    rule.examples.incorrect.map(({ template, message }) => `\`${message}\`:\n\n${templateBlock(template)}`).join('\n\n'),
  );
}

/** The list of all rules. */
export function ruleIndex(rules: readonly Rule[], templateRules: readonly TemplateRule[]): string {
  const rows = (list: readonly { readonly id: string; readonly description: LocalText }[]) =>
    table(
      ['rule', 'what holds', 'что верно'],
      [...list]
        .sort((a, b) => a.id.localeCompare(b.id, 'en'))
        .map(({ id, description }) => [`[\`${id}\`](${id}.md)`, inline(description.en), inline(description.ru)]),
    );
  return page(
    generatedNotice('the rules'),
    '# Rules',
    'One page per rule: why it is there, where and since when it is in force, what it says, samples. A country’s pack decides severity, days, channels and settings; the same id means the same thing everywhere.',
    `## Messages (${rules.length})`,
    rows(rules),
    `## WhatsApp templates (${templateRules.length})`,
    rows(templateRules),
  );
}

interface Described {
  readonly id: string;
  readonly description: LocalText;
  readonly messages: Readonly<Record<string, LocalText>>;
}

function opening({ id, description, messages }: Described, source: string, old: string | undefined): readonly string[] {
  return [
    generatedNotice(source, 'why'),
    `# \`${id}\``,
    `${inline(description.en)}.\n${inline(description.ru)}.`,
    '## Why',
    handWrittenPart('why', handWritten(old, 'why')),
    '## Messages',
    table(
      ['message', 'English', 'по-русски'],
      Object.entries(messages).map(([name, text]) => [`\`${name}\``, inline(text.en), inline(text.ru)]),
    ),
  ];
}

function sampleLine(rule: Rule, sample: Sample): string {
  const { country, channel, kind, sender, at, asOf, buttons, facts } = {
    country: 'RU',
    channel: 'sms',
    kind: 'marketing',
    ...rule.sampleDefaults,
    ...sample,
  };
  const day = at ?? asOf;
  const place = [country, channel, kind, ...(sender === undefined ? [] : [`from ${code(sender)}`]), ...(day === undefined ? [] : [day])];
  const labels = buttons?.map((button) => code(`[${typeof button === 'string' ? button : button.text}]`)) ?? [];
  const known = facts === undefined ? [] : [`facts ${code(JSON.stringify(facts))}`];
  return `- ${[place.join(', '), code(shortened(sample.text)), ...labels, ...known].join(' · ')}`;
}

function templateBlock(template: unknown): string {
  const short = (_key: string, value: unknown) =>
    typeof value === 'string' ? shortened(value) : Array.isArray(value) && value.length > 12 ? summary(value) : value;
  return `\`\`\`json\n${JSON.stringify(template, short, 2)}\n\`\`\``;
}

function summary(list: readonly unknown[]): readonly unknown[] {
  return [list[0], `… (${list.length} in all)`];
}

function shortened(text: string): string {
  return text.length <= 320 ? text : `${text.slice(0, 40)}… (${text.length} characters)`;
}
