import { methodWords } from '../../proof/wording.ts';
import { barChart } from './bar-chart.ts';
import { intervalChart } from './interval-chart.ts';
import { CHART_ROWS, facts, figure, paragraph, type SectionInput, section, subheading, table } from './markup.ts';
import type { ReactionSlice } from './report-data.ts';
import { type ShareInterval, wilsonInterval } from './wilson.ts';
import { channelNames } from './words.ts';

/** Reserved money by step, and SMS by number of segments. */
export function moneySection(input: SectionInput): string {
  const { data, phrasing } = input;
  const total = data.steps.reduce((sum, { priceMicros }) => sum + priceMicros, 0);
  const money = (micros: number): string => phrasing.money(micros, data.currency);
  const perReached = data.funnel.reached === 0 ? '—' : money(total / data.funnel.reached);
  const named = data.steps.map((figures) => ({ ...figures, name: `${figures.step}. ${channelNames[figures.channel]} · ${figures.provider}` }));
  const { messages, segments, bySize } = data.segments;
  return section(phrasing.say('money'), phrasing.say('moneyIntro'), [
    facts([
      [phrasing.say('reserved'), money(total)],
      [phrasing.say('perReached'), perReached],
    ]),
    figure(
      input,
      barChart(
        named.map(({ name, priceMicros }) => ({ name, values: [priceMicros], note: money(priceMicros) })),
        ['plain'],
      ),
      {
        caption: phrasing.say('money'),
        headings: (['step', 'submitted', 'segments', 'reserved'] as const).map((word) => phrasing.say(word)),
        rows: named.map((figures) => [figures.name, phrasing.count(figures.submitted), phrasing.count(figures.segments), money(figures.priceMicros)]),
      },
    ),
    ...(messages === 0
      ? []
      : [
          subheading(phrasing.say('segmentsTitle')),
          paragraph(
            phrasing.say('segmentsIntro', {
              messages: phrasing.count(messages),
              segments: phrasing.count(segments),
              average: phrasing.decimal(segments / messages),
            }),
          ),
          figure(
            input,
            barChart(
              bySize.map((size) => ({ name: phrasing.count(size.segments), values: [size.messages], note: phrasing.count(size.messages) })),
              ['plain'],
            ),
            {
              caption: phrasing.say('segmentsTitle'),
              headings: [phrasing.say('segments'), phrasing.say('messages'), phrasing.say('share')],
              rows: bySize.map((size) => [phrasing.count(size.segments), phrasing.count(size.messages), phrasing.percent(size.messages / messages)]),
            },
          ),
        ]),
  ]);
}

/** Opt-outs and complaints with what their shares may really be. */
export function reactionSection(input: SectionInput): string {
  const { data, phrasing } = input;
  const { slices, withinDays, methods } = data.reactions;
  if (slices === null) return section(phrasing.say('reactions'), phrasing.say('reactionsUnread'), []);
  const rows = slices.flatMap((slice) => {
    const [optOuts, complaints] = [wilsonInterval(slice.optOuts, slice.people), wilsonInterval(slice.complaints, slice.people)];
    return optOuts === null || complaints === null ? [] : [{ slice, name: sliceName(slice, input), optOuts, complaints }];
  });
  const range = ({ low, high }: ShareInterval): string => `${phrasing.percent(low)} – ${phrasing.percent(high)}`;
  return section(phrasing.say('reactions'), phrasing.say('reactionsIntro', { days: withinDays }), [
    figure(
      input,
      intervalChart(
        rows.slice(0, CHART_ROWS).map(({ name, optOuts, complaints }) => ({
          name,
          intervals: [optOuts, complaints],
          note: `${phrasing.percent(optOuts.share)} · ${phrasing.percent(complaints.share)}`,
        })),
        ['bad', 'doubt'],
        phrasing.percent,
      ),
      {
        caption: phrasing.say('reactions'),
        headings: (['slice', 'people', 'optOutRate', 'rate', 'interval', 'complaintRate', 'rate', 'interval'] as const).map((word) =>
          phrasing.say(word),
        ),
        rows: rows.map(({ slice, name, optOuts, complaints }) => [
          name,
          phrasing.count(slice.people),
          phrasing.count(slice.optOuts),
          phrasing.percent(optOuts.share),
          range(optOuts),
          phrasing.count(slice.complaints),
          phrasing.percent(complaints.share),
          range(complaints),
        ]),
      },
      [
        { tone: 'bad', text: phrasing.say('optOutRate') },
        { tone: 'doubt', text: phrasing.say('complaintRate') },
      ],
    ),
    ...(methods.length === 0
      ? []
      : [
          subheading(phrasing.say('how')),
          table({
            caption: phrasing.say('how'),
            headings: [phrasing.say('method'), phrasing.say('people')],
            rows: methods.map(({ method, count }) => [methodWords[method][phrasing.language], phrasing.count(count)]),
          }),
        ]),
  ]);
}

function sliceName({ by, name }: ReactionSlice, { phrasing }: SectionInput): string {
  switch (by) {
    case 'all':
      return phrasing.say('everybody');
    case 'country':
      return name || phrasing.say('noCountry');
    case 'channel':
      return Object.hasOwn(channelNames, name) ? channelNames[name as keyof typeof channelNames] : name;
  }
}
