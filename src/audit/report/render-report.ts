import { hash } from 'node:crypto';
import { escapeHtml } from '../../proof/html.ts';
import { openDraughtsman } from './draw.ts';
import { facts, type SectionInput } from './markup.ts';
import { pageStyle } from './page-style.ts';
import { type Phrasing, phrasingIn } from './phrasing.ts';
import type { ReportData } from './report-data.ts';
import { qualitySection } from './section-quality.ts';
import { doubtSection, stepSection, timeSection, waitingSection } from './sections-course.ts';
import { moneySection, reactionSection } from './sections-effect.ts';
import { countrySection, outcomeSection, reasonSection } from './sections-outcome.ts';
import type { ReportLanguage } from './words.ts';

export interface RenderReportOptions {
  /** @default 'en' */
  readonly language?: ReportLanguage | undefined;
}

/**
 * A report as one HTML file: no script, nothing loaded from elsewhere, light and dark, for screen, phone and paper. The same data give the
 * same bytes.
 * @throws {LicetError} `package-missing` when the charting library echarts is not installed.
 */
export async function renderReport(data: ReportData, { language = 'en' }: RenderReportOptions = {}): Promise<string> {
  const phrasing = phrasingIn(language);
  const input: SectionInput = { data, phrasing, draughtsman: await openDraughtsman() };
  const sections = [
    outcomeSection,
    reasonSection,
    stepSection,
    timeSection,
    waitingSection,
    countrySection,
    moneySection,
    reactionSection,
    qualitySection,
    doubtSection,
  ].map((render) => render(input));
  const title = data.campaign === null ? phrasing.say('titleAll') : phrasing.say('title');
  const subtitle = data.campaign === null ? '' : `<p class="sub">${escapeHtml(data.campaign.id)}</p>`;
  const policy = `default-src 'none'; style-src 'sha256-${hash('sha256', pageStyle, 'base64')}'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(data.campaign === null ? title : `${title}: ${data.campaign.id}`)}</title>
<style>${pageStyle}</style>
</head>
<body><main>
<header><h1>${escapeHtml(title)}</h1>${subtitle}
${facts(aboutCampaign(data, phrasing))}
${facts(keyFigures(data, phrasing)).replace('<dl>', '<dl class="key-figures">')}</header>
${sections.join('\n')}
<footer><p>${escapeHtml(phrasing.say('footer'))}</p></footer>
</main></body>
</html>
`;
}

function aboutCampaign({ asOf, span, campaign }: ReportData, phrasing: Phrasing): readonly (readonly [string, string])[] {
  const entries: (readonly [string, string] | null)[] = [
    span === null ? null : [phrasing.say('period'), `${phrasing.instant(span.from)} – ${phrasing.instant(span.to)}`],
    [phrasing.say('asOf'), phrasing.instant(asOf)],
  ];
  if (campaign !== null) {
    const { kind, template, sender, validUntil, audience } = campaign;
    entries.push(
      kind === null ? null : [phrasing.say('kind'), phrasing.say(kind)],
      template === null ? null : [phrasing.say('template'), template],
      sender === null ? null : [phrasing.say('sender'), sender],
      validUntil === null ? null : [phrasing.say('validUntil'), phrasing.instant(validUntil)],
      [
        phrasing.say('audienceFile'),
        audience === null
          ? phrasing.say('audienceOpen')
          : phrasing.say('audienceRows', { rows: phrasing.count(audience.rows), duplicates: phrasing.count(audience.duplicates) }),
      ],
    );
  }
  return entries.filter((entry) => entry !== null);
}

function keyFigures({ funnel, reactions, steps, currency }: ReportData, phrasing: Phrasing): readonly (readonly [string, string])[] {
  const all = reactions.slices?.find(({ by }) => by === 'all');
  return [
    [phrasing.say('people'), phrasing.count(funnel.people)],
    [phrasing.say('submitted'), phrasing.count(funnel.submitted)],
    [phrasing.say('reached'), phrasing.count(funnel.reached)],
    [phrasing.say('optOutRate'), all === undefined ? '—' : phrasing.count(all.optOuts)],
    [
      phrasing.say('reserved'),
      phrasing.money(
        steps.reduce((sum, { priceMicros }) => sum + priceMicros, 0),
        currency,
      ),
    ],
  ];
}
