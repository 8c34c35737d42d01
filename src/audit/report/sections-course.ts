import { barChart } from './bar-chart.ts';
import { facts, figure, paragraph, type SectionInput, section, subheading, table } from './markup.ts';
import type { Phrasing } from './phrasing.ts';
import { timeChart } from './time-chart.ts';
import { channelNames } from './words.ts';

const HOUR_MS = 3_600_000;

/** What each step did, and why cascades went on. */
export function stepSection(input: SectionInput): string {
  const { data, phrasing } = input;
  const named = data.steps.map((figures) => ({ ...figures, name: `${figures.step}. ${channelNames[figures.channel]} · ${figures.provider}` }));
  const chart = figure(
    input,
    barChart(
      named.map(({ name, submitted, reached, open, failed, unknown }) => ({
        name,
        values: [reached, open, failed, unknown],
        note: `${phrasing.count(submitted)} · ${phrasing.percent(submitted === 0 ? 0 : reached / submitted)}`,
      })),
      ['good', 'quiet', 'bad', 'doubt'],
    ),
    {
      caption: phrasing.say('steps'),
      headings: [
        phrasing.say('step'),
        ...(['submitted', 'reached', 'open', 'failed', 'unknown', 'delivered', 'read', 'attempts', 'typical', 'slowest'] as const).map((word) =>
          phrasing.say(word),
        ),
      ],
      rows: named.map((figures) => [
        figures.name,
        ...[figures.submitted, figures.reached, figures.open, figures.failed, figures.unknown, figures.delivered, figures.read, figures.attempts].map(
          phrasing.count,
        ),
        figures.arrival === null ? '—' : phrasing.duration(figures.arrival.medianMs),
        figures.arrival === null ? '—' : phrasing.duration(figures.arrival.slowestTenthMs),
      ]),
    },
    [
      { tone: 'good', text: phrasing.say('endReached') },
      { tone: 'quiet', text: phrasing.say('endOpen') },
      { tone: 'bad', text: phrasing.say('endFailed') },
      { tone: 'doubt', text: phrasing.say('endUnknown') },
    ],
  );
  return section(phrasing.say('steps'), phrasing.say('stepsIntro'), [chart, ...wentOnFigure(input)]);
}

/** Submits, deliveries and opt-outs by stretch of time. */
export function timeSection(input: SectionInput): string {
  const { data, phrasing } = input;
  const { points, stretchMs } = data.timeLine;
  const start = (at: Date): string => phrasing.stretchStart(at, stretchMs);
  return section(phrasing.say('time'), phrasing.say('timeIntro', { stretch: stretchName(phrasing, stretchMs) }), [
    figure(
      input,
      timeChart(points, { at: (at) => start(at).replace(', ', '\n'), count: phrasing.count }),
      {
        caption: phrasing.say('time'),
        headings: [phrasing.say('from'), phrasing.say('submits'), phrasing.say('deliveries'), phrasing.say('optOuts')],
        rows: points
          .filter(({ submits, deliveries, optOuts }) => submits + deliveries + optOuts > 0)
          .map(({ at, submits, deliveries, optOuts }) => [start(at), ...[submits, deliveries, optOuts].map(phrasing.count)]),
      },
      [
        { tone: 'plain', text: phrasing.say('submits') },
        { tone: 'good', text: phrasing.say('deliveries') },
        { tone: 'bad', text: phrasing.say('optOuts') },
      ],
    ),
    paragraph(phrasing.say('utc')),
  ]);
}

/** Who waits, and how long people waited. */
export function waitingSection(input: SectionInput): string {
  const { data, phrasing } = input;
  const { deferred, untilFirstSubmit } = data.waiting;
  const total = untilFirstSubmit.reduce((sum, { people }) => sum + people, 0);
  const share = (people: number): string => (total === 0 ? '—' : phrasing.percent(people / total));
  const rows = untilFirstSubmit.map(({ upToHours, people }) => ({
    name: upToHours === null ? phrasing.say('waitLonger') : phrasing.say('waitUpTo', { n: upToHours }),
    people,
  }));
  const content = {
    caption: phrasing.say('waiting'),
    headings: [phrasing.say('wait'), phrasing.say('people'), phrasing.say('share')],
    rows: total === 0 ? [] : rows.map(({ name, people }) => [name, phrasing.count(people), share(people)]),
  };
  const now =
    deferred.length === 0
      ? paragraph(phrasing.say('deferredNone'))
      : table({
          caption: phrasing.say('deferredNow'),
          headings: [phrasing.say('reason'), phrasing.say('people'), phrasing.say('until')],
          rows: deferred.map(({ reason, count, until }) => [phrasing.reason(reason), phrasing.count(count), phrasing.instant(until)]),
          text: [0, 2],
        });
  return section(phrasing.say('waiting'), phrasing.say('waitingIntro'), [
    figure(
      input,
      barChart(
        rows.map(({ name, people }) => ({ name, values: [people], note: `${phrasing.count(people)} · ${share(people)}` })),
        ['plain'],
      ),
      content,
    ),
    subheading(phrasing.say('deferredNow')),
    now,
  ]);
}

/** What cannot be said for sure, and what went out twice. */
export function doubtSection({ data, phrasing }: SectionInput): string {
  const { unknown, late, doubleReach, unsettled } = data.doubt;
  return section(phrasing.say('doubt'), '', [
    facts([
      [phrasing.say('doubtUnknown'), phrasing.count(unknown)],
      [phrasing.say('doubtLate'), phrasing.count(late)],
      [phrasing.say('doubtTwice'), phrasing.count(doubleReach)],
    ]),
    ...(unsettled.length === 0
      ? []
      : [
          subheading(phrasing.say('unsettled')),
          table({
            caption: phrasing.say('unsettled'),
            headings: [phrasing.say('provider'), phrasing.say('attempts')],
            rows: unsettled.map(({ provider, count }) => [provider, phrasing.count(count)]),
          }),
        ]),
  ]);
}

function wentOnFigure(input: SectionInput): readonly string[] {
  const { data, phrasing } = input;
  if (data.wentOn.length === 0) return [];
  const named = data.wentOn.map(({ step, channel, reason, count }) => ({
    from: `${step}. ${channel === null ? phrasing.say('beforeSubmit') : channelNames[channel]}`,
    reason: phrasing.reason(reason),
    count,
  }));
  return [
    subheading(phrasing.say('wentOn')),
    figure(
      input,
      barChart(
        named.map(({ from, reason, count }) => ({ name: `${from}: ${reason}`, values: [count], note: phrasing.count(count) })),
        ['quiet'],
      ),
      {
        caption: phrasing.say('wentOn'),
        headings: [phrasing.say('step'), phrasing.say('reason'), phrasing.say('people')],
        rows: named.map(({ from, reason, count }) => [from, reason, phrasing.count(count)]),
        text: [0, 1],
      },
    ),
  ];
}

function stretchName(phrasing: Phrasing, stretchMs: number): string {
  const hours = stretchMs / HOUR_MS;
  if (hours === 1) return phrasing.say('timeHour');
  if (hours < 24) return phrasing.say('timeSeveral', { n: hours });
  return hours === 24 ? phrasing.say('timeDay') : phrasing.say('timeDays', { n: hours / 24 });
}
