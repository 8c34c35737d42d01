import { type Chart, colourOf, heightOf, layRows, mutedText, nameAxis, namesAbove, plotOf, type Room, type Tone, textStyle } from './chart.ts';
import type { ShareInterval } from './wilson.ts';

/** One row: a share with its interval for each tone, and what is written at its end. */
export interface IntervalRow {
  readonly name: string;
  readonly intervals: readonly ShareInterval[];
  readonly note: string;
}

const ROW_PX = 38;
const AXIS_PX = 28;
/** Distance between two marks of one row. */
const APART_PX = 11;

/** Shares as dots on the line of what they may really be. The scale follows the shares: an interval that is wider is cut at the edge. */
export function intervalChart(rows: readonly IntervalRow[], tones: readonly Tone[], percent: (share: number) => string): Chart {
  const all = rows.flatMap(({ intervals }) => intervals);
  const surest = Math.min(...(rows[0]?.intervals.map(({ high }) => high) ?? [1]));
  const edge = Math.max(...all.map(({ share }) => share * 1.4), Math.min(...all.map(({ high }) => high), surest) * 2, 0.001);
  const layout = (room: Room) => layRows(rows, room, ROW_PX);
  return {
    height: (room) => heightOf(layout(room)) + AXIS_PX,
    option(room) {
      const laid = layout(room);
      return {
        grid: plotOf(laid),
        xAxis: {
          type: 'value',
          min: 0,
          max: edge,
          splitNumber: room.width > 500 ? 4 : 2,
          axisLabel: { ...mutedText, formatter: (value: number) => (value < edge ? percent(value) : '') },
          splitLine: { lineStyle: { color: 'var(--line)' } },
        },
        yAxis: nameAxis(laid),
        series: tones.map((tone, place) => ({
          type: 'custom' as const,
          silent: true,
          clip: false,
          data: rows.flatMap(({ intervals }, row) => {
            const found = intervals[place];
            return found === undefined ? [] : [[row, found.share, found.low, Math.min(found.high, edge)]];
          }),
          encode: { x: [1, 2, 3], y: 0 },
          renderItem: (_, api) => {
            const [x, y] = api.coord([api.value(1), api.value(0)]) as [number, number];
            const [from] = api.coord([api.value(2), api.value(0)]) as [number, number];
            const [to] = api.coord([api.value(3), api.value(0)]) as [number, number];
            const at = y + (place - (tones.length - 1) / 2) * APART_PX;
            return {
              type: 'group',
              children: [
                { type: 'line', shape: { x1: from, y1: at, x2: to, y2: at }, style: { stroke: colourOf(tone), lineWidth: 2 } },
                { type: 'circle', shape: { cx: x, cy: at, r: 4 }, style: { fill: colourOf(tone) } },
              ],
            };
          },
        })),
        graphic: [
          ...namesAbove(laid),
          ...rows.map(({ note }, row) => ({
            type: 'text' as const,
            silent: true,
            x: room.width - laid.right + 10,
            y: plotOf(laid).top + laid.rowPx * (row + 0.5) - 7,
            style: { text: note, fill: textStyle.color, fontSize: textStyle.fontSize },
          })),
        ],
      };
    },
  };
}
