import { escapeHtml } from '../../proof/html.ts';
import { type Chart, narrowRoom, type Tone, wideRoom } from './chart.ts';
import type { Draughtsman } from './draw.ts';
import type { Phrasing } from './phrasing.ts';
import type { ReportData } from './report-data.ts';

/** What every section of the page is made from. */
export interface SectionInput {
  readonly data: ReportData;
  readonly phrasing: Phrasing;
  readonly draughtsman: Draughtsman;
}

/** A table: headings, then rows. The first column names the row; `text` columns stand left, all others are numbers. */
export interface TableContent {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Places of columns that hold words. @default the first */
  readonly text?: readonly number[];
}

/** Most rows of a chart that could have hundreds; the table behind it has them all. */
export const CHART_ROWS = 16;

/** A part of the page under a heading. `parts` are HTML. */
export function section(heading: string, intro: string, parts: readonly string[]): string {
  return `<section><h2>${escapeHtml(heading)}</h2>${intro === '' ? '' : `<p class="intro">${escapeHtml(intro)}</p>`}${parts.join('')}</section>`;
}

export function subheading(text: string): string {
  return `<h3>${escapeHtml(text)}</h3>`;
}

export function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

/** A chart in both sizes, its legend, and the table behind it. */
export function figure(
  { phrasing, draughtsman }: SectionInput,
  chart: Chart,
  content: TableContent,
  legend: readonly { readonly tone: Tone; readonly text: string }[] = [],
): string {
  if (content.rows.length === 0) return paragraph(phrasing.say('nothing'));
  const drawn = [wideRoom, narrowRoom].map((room) => {
    const svg = draughtsman.draw(chart.option(room), { width: room.width, height: chart.height(room) }, content.caption);
    return `<div class="${room === wideRoom ? 'wide' : 'narrow'}">${svg}</div>`;
  });
  const keys = legend.map(({ tone, text }) => `<li><span class="key ${tone}"></span>${escapeHtml(text)}</li>`).join('');
  const hidden = `<details><summary>${escapeHtml(phrasing.say('table'))}</summary>${table(content)}</details>`;
  return `<figure>${keys === '' ? '' : `<ul class="legend">${keys}</ul>`}${drawn.join('')}${hidden}</figure>`;
}

export function table({ caption, headings, rows, text = [0] }: TableContent): string {
  const kind = (place: number): string => (text.includes(place) ? '' : ' class="n"');
  const head = headings.map((heading, place) => `<th scope="col"${kind(place)}>${escapeHtml(heading)}</th>`).join('');
  const cell = (value: string, place: number): string =>
    place === 0 ? `<th scope="row"${kind(0)}>${escapeHtml(value)}</th>` : `<td${kind(place)}>${escapeHtml(value)}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Names and values side by side. */
export function facts(entries: readonly (readonly [name: string, value: string])[]): string {
  return `<dl>${entries.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
}
