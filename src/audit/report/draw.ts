import { LicetError } from '../../errors.ts';
import { escapeHtml } from '../../proof/html.ts';

type Charts = typeof import('echarts');
/** What a chart shows, in the charting library's words. */
export type ChartOption = import('echarts').EChartsOption;

/** Draws charts as SVG without a browser. */
export interface Draughtsman {
  /** An SVG of that size in pixels, the same for the same option every time; `label` says what it shows to those who do not see it. */
  draw(option: ChartOption, size: { readonly width: number; readonly height: number }, label: string): string;
}

/**
 * Loads the charting library.
 * @throws {LicetError} `package-missing` when it is not installed.
 */
export async function openDraughtsman(load: () => Promise<Charts> = () => import('echarts')): Promise<Draughtsman> {
  let charts: Charts;
  try {
    charts = await load();
  } catch (cause) {
    throw new LicetError('package-missing', 'A report needs the package echarts for its charts; install it with: npm install echarts', { cause });
  }
  return {
    draw(option, size, label) {
      const chart = charts.init(null, null, { renderer: 'svg', ssr: true, ...size });
      try {
        chart.setOption({ animation: false, ...option });
        return withoutTraces(chart.renderToSVGString(), label);
      } finally {
        chart.dispose();
      }
    },
  };
}

/** Takes out what only serves a live chart and differs from call to call: hover styles, class names, clips to the plot, data marks. Inline styles become attributes, so that a strict policy lets them be. */
function withoutTraces(svg: string, label: string): string {
  return svg
    .replace(/<(style|defs)\b[^>]*>.*?<\/\1>/gsu, '')
    .replace(/ (?:class|clip-path|ecmeta_[a-z_]+|pointer-events)="[^"]*"/gu, '')
    .replace(/ style="([^"]*)"/gu, (_, style: string) => attributesOf(style))
    .replace(
      /<svg\b[^>]*?\bviewBox="([^"]*)"[^>]*>/u,
      (_, box: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" role="img" aria-label="${escapeHtml(label)}">`,
    )
    .replace(/\n\s*/gu, '');
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .map((rule) => rule.split(':').map((part) => part.trim()))
    .filter(([name, value]) => value !== undefined && (name === 'font-size' || name === 'font-weight'))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}
