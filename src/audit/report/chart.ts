import type { ChartOption } from './draw.ts';

/** What a colour means; the page gives each a shade for light and for dark. */
export type Tone = 'good' | 'plain' | 'bad' | 'doubt' | 'quiet';

/** Room a chart is drawn for, in pixels: one for screens and paper, one for phones. */
export interface Room {
  readonly width: number;
  /** Letters of a row's name that fit on a line. */
  readonly letters: number;
}

export const wideRoom: Room = { width: 880, letters: 38 };
export const narrowRoom: Room = { width: 350, letters: 16 };

/** A chart that can be drawn for any room. */
export interface Chart {
  height(room: Room): number;
  option(room: Room): ChartOption;
}

const FONT_PX = 13;
const LINE_PX = 16;

export function colourOf(tone: Tone): string {
  return `var(--${tone})`;
}

/** How names, notes and scales are written. */
export interface TextStyle {
  readonly fontSize: number;
  readonly color: string;
}

export const textStyle: TextStyle = { fontSize: FONT_PX, color: 'var(--ink)' };
export const mutedText: TextStyle = { fontSize: FONT_PX - 1, color: 'var(--muted)' };

/** Columns of a chart of rows: names on the left or above, notes on the right, marks between. */
export interface RowLayout {
  readonly names: readonly string[];
  /** Lines of names above the marks, where no room is left beside them; else 0. */
  readonly above: number;
  readonly left: number;
  readonly right: number;
  readonly rowPx: number;
  /** Of all rows together, without an axis. */
  readonly height: number;
}

/** Share of a chart's width that names may take. */
const NAMES_SHARE = 0.35;
/** Width of a letter where lines are broken, in pixels. */
const BREAK_PX = 8.5;

/** Lays rows out: names broken into lines, and as much room for the notes as the longest needs. */
export function layRows(rows: readonly { readonly name: string; readonly note: string }[], { letters, width }: Room, rowPx: number): RowLayout {
  const right = widest(rows.map(({ note }) => note)) + 12;
  const beside = rows.map(({ name }) => breakLines(name, letters));
  const left = widest(beside.flatMap((name) => name.split('\n'))) + 14;
  if (left <= width * NAMES_SHARE) {
    const px = Math.max(rowPx, tallest(beside) * LINE_PX + 8);
    return { names: beside, above: 0, left, right, rowPx: px, height: rows.length * px };
  }
  const names = rows.map(({ name }) => breakLines(name, Math.floor(width / BREAK_PX)));
  const px = rowPx + tallest(names) * LINE_PX;
  return { names, above: tallest(names), left: 0, right, rowPx: px, height: rows.length * px };
}

/** A plot with its place in pixels: the library must not move it for labels it cannot measure. */
export interface Plot {
  readonly outerBoundsMode: 'none';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** The plot of laid-out rows; under names that stand above, it is moved down by half of their height. */
export function plotOf({ above, left, right, height }: RowLayout): Plot {
  return { outerBoundsMode: 'none', left, right, top: (above * LINE_PX) / 2, height };
}

/** Height of a chart of laid-out rows, without an axis. */
export function heightOf({ above, height }: RowLayout): number {
  return height + (above * LINE_PX) / 2;
}

/** Names that stand above their marks, as text of their own. */
export function namesAbove({
  names,
  above,
  rowPx,
}: RowLayout): { type: 'text'; silent: true; x: number; y: number; style: { text: string; fill: string; fontSize: number; lineHeight: number } }[] {
  if (above === 0) return [];
  return names.map((text, row) => ({
    type: 'text',
    silent: true,
    x: 0,
    y: row * rowPx + 2,
    style: { text, fill: textStyle.color, fontSize: textStyle.fontSize, lineHeight: LINE_PX },
  }));
}

/** The axis of names that stand beside their marks, first row on top. */
export function nameAxis({ names, above }: RowLayout): Extract<ChartOption['yAxis'], { readonly type?: 'category' }> {
  return {
    type: 'category',
    inverse: true,
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { show: above === 0, ...textStyle, lineHeight: LINE_PX, margin: 10, interval: 0 },
  };
}

function tallest(names: readonly string[]): number {
  return Math.max(1, ...names.map((name) => name.split('\n').length));
}

/** Breaks at spaces so that no line is longer than `letters` where that is possible. */
function breakLines(text: string, letters: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** Room the longest of these texts needs, in pixels. The library cannot measure text without a browser; generous for common sans-serif fonts. */
function widest(texts: readonly string[]): number {
  const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
  return Math.ceil(Math.max(0, ...texts.map(widthOf)));
}

function letterWidth(letter: string): number {
  if (/[ijlt.,:;·'|! ]/u.test(letter)) return FONT_PX * 0.36;
  if (/[mwMWAGOQ%@ЖШЩЮЫФМжшщюыфм—]/u.test(letter)) return FONT_PX * 0.9;
  return FONT_PX * (letter > '\u024f' ? 0.65 : 0.58);
}
