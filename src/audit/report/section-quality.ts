import type { MonitorDecision } from '../../feedback/monitor/decision.ts';
import { type Measure, measures, type Slice, type SliceBy } from '../../feedback/monitor/slice.ts';
import type { Tone } from './chart.ts';
import { figure, paragraph, type SectionInput, section, subheading, table } from './markup.ts';
import type { Phrasing } from './phrasing.ts';
import { rateChart } from './rate-chart.ts';
import type { QualityPoint } from './report-data.ts';
import { channelNames, type words } from './words.ts';

type Word = keyof typeof words;

const measureWords = { 'opt-outs': 'optOutRate', complaints: 'complaintRate', blocks: 'blocks', undelivered: 'notArrived' } as const satisfies Record<
  Measure,
  Word
>;
const tones: Readonly<Record<Measure, Tone>> = { 'opt-outs': 'bad', complaints: 'doubt', blocks: 'plain', undelivered: 'quiet' };
const actionWords = {
  slow: 'decisionSlow',
  pause: 'decisionPause',
  trial: 'decisionTrial',
  resume: 'decisionResume',
  tell: 'decisionTell',
} as const satisfies Record<MonitorDecision['action'], Word>;
const kindWords = {
  source: 'bySource',
  form: 'byForm',
  template: 'byTemplate',
  step: 'byStep',
  hour: 'byHour',
  sender: 'bySender',
} as const satisfies Record<SliceBy, Word>;

const HOUR_MS = 3_600_000;

/** Rates over time as they were watched, and what was decided by them. */
export function qualitySection(input: SectionInput): string {
  const { data, phrasing } = input;
  if (data.quality === null) return section(phrasing.say('quality'), phrasing.say('qualityNone'), []);
  const { points, stretchMs, decisions } = data.quality;
  const start = (at: Date): string => phrasing.stretchStart(at, stretchMs);
  const rate = ({ sent, bad }: QualityPoint, measure: Measure): number | null => (sent === 0 ? null : bad[measure] / sent);
  const shown = measures.filter((measure) => points.some(({ bad }) => bad[measure] > 0));
  const stretch = phrasing.say(stretchMs === HOUR_MS ? 'timeHour' : 'timeDay');
  return section(phrasing.say('quality'), phrasing.say('qualityIntro', { stretch }), [
    figure(
      input,
      rateChart(
        points.map(({ at }) => start(at).replace(', ', '\n')),
        (shown.length === 0 ? measures.slice(0, 1) : shown).map((measure) => ({
          tone: tones[measure],
          values: points.map((point) => rate(point, measure)),
          dashed: measure === 'complaints',
        })),
        phrasing.percent,
      ),
      {
        caption: phrasing.say('quality'),
        headings: [phrasing.say('from'), phrasing.say('sent'), ...measures.map((measure) => phrasing.say(measureWords[measure]))],
        rows: points.map((point) => [
          start(point.at),
          phrasing.count(point.sent),
          ...measures.map((measure) => counted(point.bad[measure], rate(point, measure), phrasing)),
        ]),
      },
      shown.map((measure) => ({ tone: tones[measure], text: phrasing.say(measureWords[measure]) })),
    ),
    subheading(phrasing.say('decisions')),
    decisions.length === 0
      ? paragraph(phrasing.say('decisionsNone'))
      : table({
          caption: phrasing.say('decisions'),
          headings: (['when', 'decided', 'why', 'until'] as const).map((word) => phrasing.say(word)),
          rows: decisions.map((decision) => decisionRow(decision, phrasing)),
          text: [0, 1, 2, 3],
        }),
  ]);
}

function decisionRow(decision: MonitorDecision, phrasing: Phrasing): readonly string[] {
  const { at, slice, action, until } = decision;
  return [
    phrasing.instant(at),
    `${phrasing.say(actionWords[action])}: ${sliceName(slice, phrasing)}`,
    [whyText(decision, phrasing), ...numbersText(decision, phrasing), ...causesText(decision, phrasing)].join('; '),
    until === null ? '—' : phrasing.instant(until),
  ];
}

function numbersText({ numbers }: MonitorDecision, phrasing: Phrasing): readonly string[] {
  if (numbers === null) return [];
  const { bad, sent, limit } = numbers;
  const counted = phrasing.say('numbers', { bad: phrasing.count(bad), sent: phrasing.count(sent), rate: phrasing.percent(bad / Math.max(1, sent)) });
  if (limit === null) return [counted];
  return [counted, phrasing.say('limits', { slow: phrasing.percent(limit.slowAbove), pause: phrasing.percent(limit.pauseAbove) })];
}

/** How much it stands out from the rest; causes beyond the one that was held by name. */
function causesText({ slice, causes }: MonitorDecision, phrasing: Phrasing): readonly string[] {
  return causes.map((cause) => {
    const times = phrasing.say('times', { n: phrasing.decimal(cause.lift) });
    return cause.slice.by === slice.by && cause.slice.name === slice.name ? times : `${sliceName(cause.slice, phrasing)}: ${times}`;
  });
}

function whyText({ why }: MonitorDecision, phrasing: Phrasing): string {
  switch (why) {
    case 'within-limits':
      return phrasing.say('whyWithin');
    case 'time-over':
      return phrasing.say('whyTime');
    case 'platform':
      return phrasing.say('whyPlatform');
    case 'person':
      return phrasing.say('whyPerson');
    default:
      return phrasing.say(measureWords[why]);
  }
}

function sliceName({ channel, by, name }: Slice, phrasing: Phrasing): string {
  return `${channelNames[channel]}, ${phrasing.say(kindWords[by])} ${name}`;
}

function counted(bad: number, share: number | null, phrasing: Phrasing): string {
  return share === null ? '—' : `${phrasing.count(bad)} (${phrasing.percent(share)})`;
}
