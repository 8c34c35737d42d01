import type { ChartOption } from './draw.ts';

/** What a colour means; the page gives each a shade for light and for dark. */
export type Tone = 'good' | 'plain' | 'bad' | 'doubt' | 'quiet';

/** Room a chart is drawn for, in pixels: one for screens and paper, one for phones. */
export interface Room {
  readonly width: number;
  /** Letters of a row's name that fit on a line. */
  readonly letters: number;
}

export const wideRoom: Room = { width: 880, letters: 34 };
export const narrowRoom: Room = { width: 350, letters: 16 };

/** A chart that can be drawn for any room. */
export interface Chart {
  height(room: Room): number;
  option(room: Room): ChartOption;
}

const FONT_PX = 13;
/** Width of an average letter. The library cannot measure text without a browser, so rows are laid out by counting. */
const LETTER_PX = 6.7;
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

/** Columns of a chart of rows: names on the left, notes on the right, marks between. */
export interface RowLayout {
  readonly names: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** Lays rows out: names broken into lines, and as much room for the notes as the longest needs. */
export function layRows(rows: readonly { readonly name: string; readonly note: string }[], { letters }: Room, rowPx: number): RowLayout {
  const names = rows.map(({ name }) => breakLines(name, letters));
  const lines = names.flatMap((name) => name.split('\n'));
  const tallest = Math.max(1, ...names.map((name) => name.split('\n').length));
  const widthOf = (texts: readonly string[]): number => Math.ceil(Math.max(0, ...texts.map((text) => text.length)) * LETTER_PX);
  return {
    names,
    left: widthOf(lines) + 12,
    right: widthOf(rows.map(({ note }) => note)) + 12,
    height: rows.length * Math.max(rowPx, tallest * LINE_PX + 8),
  };
}

/** The axis of names, first row on top. */
export function nameAxis(names: readonly string[]): Extract<ChartOption['yAxis'], { readonly type?: 'category' }> {
  return {
    type: 'category',
    inverse: true,
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...textStyle, lineHeight: LINE_PX, margin: 10, interval: 0 },
  };
}

/** Breaks at spaces so that no line is longer than `letters` where that is possible. */
export function breakLines(text: string, letters: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
