import type { LawChange } from '../../law/feed.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import { escapeHtml } from '../../proof/html.ts';
import type { Handbook } from './handbook.ts';
import { lawSection } from './law-section.ts';
import { ruleSection } from './rule-section.ts';
import { trainingPage } from './training-page.ts';
import { type TrainingLanguage, type TrainingWords, trainingWords } from './words.ts';

export interface HandbookPageOptions {
  readonly language: TrainingLanguage;
  /** Whose staff it is for; shown above the title. */
  readonly company?: string | undefined;
  /** Samples of each kind shown for a rule. @default 3 */
  readonly samples?: number | undefined;
}

/** The handbook as one HTML page that needs nothing else: for screens, phones and paper, light and dark. */
export function handbookPage(handbook: Handbook, { language, company, samples = 3 }: HandbookPageOptions): string {
  const words = trainingWords[language];
  const chapters: readonly (readonly [id: string, title: string, body: string])[] = [
    ['how', words.how, paragraphs(words.howText)],
    ['before', words.before, steps(words.beforeSteps)],
    ['proof', words.proof, steps(words.proofSteps)],
    ['stop', words.stop, steps(words.stopSteps)],
    ['complaint', words.complaint, steps(words.complaintSteps)],
    ['law', words.law, `<p class="intro">${escapeHtml(words.lawIntro)}</p>${handbook.laws.map((law) => lawSection(law, language)).join('')}`],
    [
      'rules',
      words.rules,
      `<p class="intro">${escapeHtml(words.rulesIntro)}</p>${handbook.rules.map((rule) => ruleSection(rule, language, samples)).join('')}`,
    ],
    ['ahead', words.ahead, changes(handbook.ahead, words)],
  ];
  const contents = chapters.map(([id, title]) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('');
  const body = chapters.map(([id, title, text]) => `<section id="${id}"><h2>${escapeHtml(title)}</h2>${text}</section>`).join('\n');
  return trainingPage({
    language,
    title: words.title,
    above: company,
    sub: words.sub(handbook.on),
    body: `${scopeList(handbook, words)}<nav aria-label="${escapeHtml(words.contents)}"><ul class="contents">${contents}</ul></nav>
${body}
<footer><p>${escapeHtml(words.notAdvice)}</p></footer>`,
  });
}

/** Countries, channels, kinds and packs that a page is about. */
export function scopeList(
  {
    countries,
    channels,
    kinds,
    packs,
  }: {
    readonly countries: readonly string[];
    readonly channels: readonly Channel[];
    readonly kinds: readonly MessageKind[];
    readonly packs: readonly string[];
  },
  words: TrainingWords,
): string {
  const named = (all: readonly string[]): string => (all.length === 0 ? words.all : all.join(', '));
  const rows = [
    [words.countries, named(countries)],
    [words.channels, named(channels.map((one) => words.channel[one]))],
    [words.kinds, named(kinds.map((one) => words.kind[one]))],
    [words.packs, named(packs)],
  ] as const;
  return `<dl>${rows.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
}

function steps(texts: readonly string[]): string {
  return `<ol>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ol>`;
}

function changes(ahead: readonly LawChange[], words: TrainingWords): string {
  if (ahead.length === 0) return `<p>${escapeHtml(words.nothingAhead)}</p>`;
  const row = ({ date, pack, about, change, entry }: LawChange): string =>
    `<li><time datetime="${date}">${date}</time> · ${escapeHtml(pack)} · ${escapeHtml(about)}: ${escapeHtml(words.change[change])} <span class="muted">(${escapeHtml(words.confidence[entry.confidence])})</span></li>`;
  return `<ul>${ahead.map(row).join('')}</ul>`;
}
