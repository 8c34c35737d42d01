import { type Chart, colourOf, mutedText, type Plot, type Room } from './chart.ts';
import type { TimePoint } from './report-data.ts';

export interface TimeChartWords {
  /** Start of a stretch, one or two lines. */
  readonly at: (at: Date) => string;
  readonly count: (value: number) => string;
}

const MAIN_PX = 190;
const SECOND_PX = 56;
const GAP_PX = 18;
const LABELS_PX = 44;
const AXIS_LEFT_PX = 48;

/** Submits as bars with deliveries as a line, and opt-outs below on their own scale. */
export function timeChart(points: readonly TimePoint[], { at, count }: TimeChartWords): Chart {
  const height = MAIN_PX + GAP_PX + SECOND_PX + LABELS_PX + 8;
  return {
    height: () => height,
    option(room: Room) {
      const every = Math.max(1, Math.ceil(points.length / (room.width > 500 ? 8 : 4)));
      const times = points.map((point) => at(point.at));
      const plot = (top: number, plotPx: number): Plot => ({ outerBoundsMode: 'none', left: AXIS_LEFT_PX, right: 24, top, height: plotPx });
      const xAxis = (gridIndex: number, labelled: boolean) => ({
        type: 'category' as const,
        gridIndex,
        data: times,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: 'var(--line)' } },
        axisLabel: { show: labelled, interval: (place: number) => place % every === 0, lineHeight: 15, ...mutedText },
      });
      const yAxis = (gridIndex: number, splitNumber: number) => ({
        type: 'value' as const,
        gridIndex,
        min: 0,
        minInterval: 1,
        splitNumber,
        axisLabel: { ...mutedText, formatter: count },
        splitLine: { lineStyle: { color: 'var(--line)' } },
      });
      const bars = (axis: number, tone: 'plain' | 'bad', data: number[]) => ({
        type: 'bar' as const,
        xAxisIndex: axis,
        yAxisIndex: axis,
        barMaxWidth: 26,
        barCategoryGap: '20%',
        silent: true,
        emphasis: { disabled: true },
        itemStyle: { color: colourOf(tone) },
        data,
      });
      return {
        grid: [plot(8, MAIN_PX), plot(MAIN_PX + GAP_PX + 8, SECOND_PX)],
        xAxis: [xAxis(0, false), xAxis(1, true)],
        yAxis: [yAxis(0, 4), yAxis(1, 1)],
        series: [
          bars(
            0,
            'plain',
            points.map(({ submits }) => submits),
          ),
          {
            type: 'line',
            xAxisIndex: 0,
            yAxisIndex: 0,
            silent: true,
            clip: false,
            emphasis: { disabled: true },
            showSymbol: points.length === 1,
            symbol: 'circle',
            lineStyle: { color: colourOf('good'), width: 2 },
            itemStyle: { color: colourOf('good') },
            data: points.map(({ deliveries }) => deliveries),
          },
          bars(
            1,
            'bad',
            points.map(({ optOuts }) => optOuts),
          ),
        ],
      };
    },
  };
}
