import { escapeHtml } from '../../proof/html.ts';
import { sourceOf } from './law-section.ts';
import type { TaughtPlace, TaughtRule, TaughtSample } from './taught-rules.ts';
import { type TrainingLanguage, trainingWords } from './words.ts';

/** One rule: what, why, fine, messages that pass and that do not. */
export function ruleSection(
  { id, description, severity, places, fines, good, bad }: TaughtRule,
  language: TrainingLanguage,
  samples: number,
): string {
  const words = trainingWords[language];
  const price =
    fines.length === 0
      ? ''
      : `<div><dt>${escapeHtml(words.fine)}</dt>${fines.map((fine) => `<dd>${escapeHtml(fine[language])}</dd>`).join('')}</div>`;
  const reasons = groupPlaces(places).map(
    ({ place, where }) => `<dd>${escapeHtml(where.join(', ') || words.everywhere)}${sourceOf(place, language)}</dd>`,
  );
  return `<article id="rule-${id}"><h3>${escapeHtml(description[language])}</h3>
<p class="tag ${severity}">${escapeHtml(words.severity[severity])}<span class="muted"> · ${escapeHtml(words.severityText[severity])} · ${id}</span></p>
<dl class="law"><div><dt>${escapeHtml(words.why)}</dt>${reasons.join('')}</div>${price}</dl>
${sampleList(words.bad, 'bad', varied(bad, samples), language)}${sampleList(words.good, 'good', varied(good, samples), language)}</article>`;
}

/** Places that differ in nothing but the country are one line. */
function groupPlaces(places: readonly TaughtPlace[]): readonly { readonly place: TaughtPlace; readonly where: readonly string[] }[] {
  const groups = Map.groupBy(places, ({ country: _country, pack: _pack, ...rest }) => JSON.stringify(rest));
  return [...groups.values()].map((group) => ({ place: group[0]!, where: group.flatMap(({ country }) => country ?? []) }));
}

/** The first samples of each message before second ones: more is learnt from different faults than from the same one thrice. */
function varied(samples: readonly TaughtSample[], count: number): readonly TaughtSample[] {
  const seen = new Map<string, number>();
  const turn = samples.map((sample) => {
    const key = sample.message?.en ?? '';
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return { sample, turn: seen.get(key)! };
  });
  return turn
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, count)
    .map(({ sample }) => sample);
}

function sampleList(title: string, mark: 'good' | 'bad', samples: readonly TaughtSample[], language: TrainingLanguage): string {
  if (samples.length === 0) return '';
  const item = (sample: TaughtSample, place: number): string => {
    // Said once for those that follow each other with the same fault.
    const said = sample.message?.[language];
    const explained = said !== undefined && said !== samples[place + 1]?.message?.[language];
    return `<li>${messageBubble(sample, language)}${explained ? `<p class="explain">${escapeHtml(said)}</p>` : ''}</li>`;
  };
  return `<h4 class="${mark}">${escapeHtml(title)}</h4><ul class="samples">${samples.map(item).join('')}</ul>`;
}

/** A message as people see it: sender, text, buttons, and where it goes. */
export function messageBubble({ input }: TaughtSample, language: TrainingLanguage): string {
  const words = trainingWords[language];
  const { text, sender, channel, kind, country, at, buttons = [] } = input;
  const about = [
    country,
    words.channel[channel],
    words.kind[kind],
    ...(sender === undefined ? [] : [sender]),
    ...(at === undefined ? [] : [at.slice(0, 16).replace('T', ' ')]),
  ];
  const rows = buttons.map((button) => `<span class="button">${escapeHtml(typeof button === 'string' ? button : button.text)}</span>`).join('');
  const cyrillic = /\p{Script=Cyrillic}/u.test(text);
  const lang = cyrillic === (language === 'ru') ? '' : cyrillic ? ' lang="ru"' : ' lang="en"';
  return `<blockquote${lang}><p>${escapeHtml(text)}</p>${rows}<p class="about" lang="${language}">${escapeHtml(about.join(' · '))}</p></blockquote>`;
}
