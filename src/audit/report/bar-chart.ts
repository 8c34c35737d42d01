import { type Chart, colourOf, heightOf, layRows, nameAxis, namesAbove, plotOf, type Room, type Tone, textStyle } from './chart.ts';

/** One bar: its parts in the order of the chart's tones, and what is written at its end. */
export interface Bar {
  readonly name: string;
  readonly values: readonly number[];
  readonly note: string;
}

const ROW_PX = 30;
const BAR_PX = 16;

/** Horizontal bars, each a stack of parts. */
export function barChart(bars: readonly Bar[], tones: readonly Tone[]): Chart {
  const longest = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const layout = (room: Room) => layRows(bars, room, ROW_PX);
  return {
    height: (room) => heightOf(layout(room)),
    option(room) {
      const rows = layout(room);
      const parts = tones.map((tone, place) => ({
        type: 'bar' as const,
        stack: 'all',
        barWidth: BAR_PX,
        silent: true,
        emphasis: { disabled: true },
        itemStyle: { color: colourOf(tone) },
        data: bars.map(({ values }) => values[place] ?? 0),
      }));
      const notes = {
        type: 'bar' as const,
        stack: 'all',
        silent: true,
        emphasis: { disabled: true },
        itemStyle: { color: 'none' },
        data: bars.map(({ note }) => ({ value: 0, label: { show: true, position: 'right' as const, formatter: () => note, ...textStyle } })),
      };
      return {
        grid: plotOf(rows),
        xAxis: { type: 'value', min: 0, max: longest, show: false },
        yAxis: nameAxis(rows),
        series: [...parts, notes],
        graphic: namesAbove(rows),
      };
    },
  };
}
