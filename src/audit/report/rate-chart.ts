import { type Chart, colourOf, mutedText, type Plot, type Room, type Tone } from './chart.ts';

/** A rate over time: one value for each stretch; `null` where nothing was sent. */
export interface RateLine {
  readonly tone: Tone;
  readonly values: readonly (number | null)[];
  /** Drawn with dashes, to be told apart without colour. */
  readonly dashed?: boolean;
}

const PLOT_PX = 200;
const LABELS_PX = 44;
const LEFT_PX = 52;

/** Rates as lines with a dot for each stretch. The scale begins at none and ends above the highest. */
export function rateChart(times: readonly string[], lines: readonly RateLine[], percent: (share: number) => string): Chart {
  const highest = Math.max(0.001, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return {
    height: () => PLOT_PX + LABELS_PX + 8,
    option(room: Room) {
      const every = Math.max(1, Math.ceil(times.length / (room.width > 500 ? 8 : 4)));
      const plot: Plot = { outerBoundsMode: 'none', left: LEFT_PX, right: 24, top: 8, height: PLOT_PX };
      return {
        grid: plot,
        xAxis: {
          type: 'category',
          data: [...times],
          axisTick: { show: false },
          axisLine: { lineStyle: { color: 'var(--line)' } },
          axisLabel: { interval: (place: number) => place % every === 0, lineHeight: 15, ...mutedText },
        },
        yAxis: {
          type: 'value',
          min: 0,
          max: Math.min(1, highest * 1.15),
          splitNumber: 4,
          // the end of the scale is wherever the highest rate puts it: not worth a name
          axisLabel: { ...mutedText, showMaxLabel: false, formatter: (value: number) => percent(value) },
          splitLine: { lineStyle: { color: 'var(--line)' } },
        },
        series: lines.map(({ tone, values, dashed = false }) => ({
          type: 'line' as const,
          silent: true,
          clip: false,
          emphasis: { disabled: true },
          symbol: 'circle',
          symbolSize: 6,
          lineStyle: { color: colourOf(tone), width: 2, type: dashed ? ('dashed' as const) : ('solid' as const) },
          itemStyle: { color: colourOf(tone) },
          data: [...values],
        })),
      };
    },
  };
}
