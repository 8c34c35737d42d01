import { type DeliveryState, deliveryStates } from '../../cascade/delivery/delivery-state.ts';
import { barChart } from './bar-chart.ts';
import type { Tone } from './chart.ts';
import { CHART_ROWS, figure, type SectionInput, section, subheading } from './markup.ts';
import type { ReasonCount } from './report-data.ts';

/** From the audience to the people reached, and where everybody stands. */
export function outcomeSection(input: SectionInput): string {
  const { data, phrasing } = input;
  const { funnel, states } = data;
  const share = (count: number): string => (funnel.people === 0 ? '—' : phrasing.percent(count / funnel.people));
  const stages = [
    [phrasing.say('stagePeople'), funnel.people],
    [phrasing.say('stageAddressable'), funnel.addressable],
    [phrasing.say('stageSubmitted'), funnel.submitted],
    [phrasing.say('stageAccepted'), funnel.accepted],
    [phrasing.say('stageReached'), funnel.reached],
  ] as const;
  const beside = [
    [phrasing.say('stageDelivered'), funnel.delivered],
    [phrasing.say('stageRead'), funnel.read],
  ] as const;
  const rows = (entries: typeof stages | typeof beside | readonly (readonly [string, number])[]) =>
    entries.map(([name, count]) => [name, phrasing.count(count), share(count)]);
  const headings = [phrasing.say('state'), phrasing.say('people'), phrasing.say('share')];
  const bars = (entries: readonly (readonly [string, number])[]) =>
    entries.map(([name, count]) => ({ name, values: [count], note: `${phrasing.count(count)} · ${share(count)}` }));
  const ends = deliveryStates.filter((state) => states[state] > 0).toSorted((a, b) => states[b] - states[a]);
  const endRows = ends.map((state) => [phrasing.state(state), states[state]] as const);
  const tones = [...new Set(ends.map(toneOf))];
  return section(phrasing.say('outcomes'), phrasing.say('outcomesIntro'), [
    figure(input, barChart(bars([...stages, ...beside]), ['plain']), {
      caption: phrasing.say('outcomes'),
      headings,
      rows: rows([...stages, ...beside]),
    }),
    subheading(phrasing.say('ends')),
    figure(
      input,
      barChart(
        endRows.map(([name, count], place) => ({
          name,
          values: tones.map((tone) => (tone === toneOf(ends[place]!) ? count : 0)),
          note: `${phrasing.count(count)} · ${share(count)}`,
        })),
        tones,
      ),
      { caption: phrasing.say('ends'), headings, rows: rows(endRows) },
    ),
  ]);
}

/** Reasons of those nobody was called for, and of those who were written to in vain. */
export function reasonSection(input: SectionInput): string {
  const { data, phrasing } = input;
  return section(phrasing.say('notSent'), phrasing.say('notSentIntro'), [
    reasonFigure(input, data.notSent, phrasing.say('notSent'), 'quiet'),
    ...(data.notReached.length === 0
      ? []
      : [subheading(phrasing.say('notReached')), reasonFigure(input, data.notReached, phrasing.say('notReached'), 'bad')]),
  ]);
}

export function countrySection(input: SectionInput): string {
  const { data, phrasing } = input;
  const named = data.countries.map((figures) => ({ ...figures, name: figures.country || phrasing.say('noCountry') }));
  return section(phrasing.say('countries'), '', [
    figure(
      input,
      barChart(
        named.slice(0, CHART_ROWS).map(({ name, people, submitted, reached }) => ({
          name,
          values: [reached, Math.max(0, submitted - reached), Math.max(0, people - Math.max(submitted, reached))],
          note: `${phrasing.count(people)} · ${phrasing.percent(reached / people)}`,
        })),
        ['good', 'bad', 'quiet'],
      ),
      {
        caption: phrasing.say('countries'),
        headings: [
          phrasing.say('country'),
          ...(['people', 'submitted', 'reached', 'share', 'segments', 'reserved'] as const).map((word) => phrasing.say(word)),
        ],
        rows: named.map(({ name, people, submitted, reached, segments, priceMicros }) => [
          name,
          phrasing.count(people),
          phrasing.count(submitted),
          phrasing.count(reached),
          phrasing.percent(reached / people),
          phrasing.count(segments),
          phrasing.money(priceMicros, data.currency),
        ]),
      },
      [
        { tone: 'good', text: phrasing.say('countriesReached') },
        { tone: 'bad', text: phrasing.say('countriesSent') },
        { tone: 'quiet', text: phrasing.say('countriesNotSent') },
      ],
    ),
  ]);
}

function reasonFigure(input: SectionInput, counts: readonly ReasonCount[], caption: string, tone: Tone): string {
  const { data, phrasing } = input;
  const share = (count: number): string => phrasing.percent(count / data.funnel.people);
  return figure(
    input,
    barChart(
      counts.map(({ reason, count }) => ({ name: phrasing.reason(reason), values: [count], note: `${phrasing.count(count)} · ${share(count)}` })),
      [tone],
    ),
    {
      caption,
      headings: [phrasing.say('reason'), phrasing.say('state'), phrasing.say('people'), phrasing.say('share')],
      rows: counts.map(({ state, reason, count }) => [phrasing.reason(reason), phrasing.state(state), phrasing.count(count), share(count)]),
      text: [0, 1],
    },
  );
}

function toneOf(state: DeliveryState): Tone {
  switch (state) {
    case 'reached':
      return 'good';
    case 'undelivered':
    case 'expired':
      return 'bad';
    case 'unknown':
    case 'parked':
      return 'doubt';
    case 'planned':
    case 'deferred':
    case 'in-progress':
      return 'plain';
    case 'refused':
    case 'cancelled':
      return 'quiet';
  }
}
