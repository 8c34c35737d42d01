import type { ErrorRow } from '../../src/channels/error-table.ts';
import type { ProviderCapabilities } from '../../src/channels/port.ts';
import { handWritten, handWrittenPart } from './hand-written.ts';
import { code, generatedNotice, inline, page, table } from './markdown.ts';
import type { DocumentedProvider } from './provider-list.ts';

/** Where a provider's page stands under `docs/`. */
export function providerPath({ provider }: DocumentedProvider): string {
  return `providers/${provider.provider}.md`;
}

/** The page of one provider: set-up by hand, what it declares and its error codes from the code. */
export function providerPage(one: DocumentedProvider, old: string | undefined): string {
  const { name, subpath, factory, provider } = one;
  return page(
    generatedNotice('the capabilities and error tables of the provider', 'setup'),
    `# ${name}`,
    `\`${factory}\` from \`licet/channels/${subpath}\`; provider id \`${provider.provider}\`; channels: ${provider.channels.join(', ')}.`,
    provider.capabilities.experimental === true
      ? 'Experimental: much of what is known about this provider is unverified. Try it with your own account before you rely on it.'
      : '',
    '## Set-up',
    handWrittenPart('setup', handWritten(old, 'setup')),
    '## What it declares',
    table(['capability', 'value'], capabilityRows(provider.capabilities, provider.lookup !== undefined, provider.cancel !== undefined)),
    ...errorParts(one),
  );
}

/** The list of all providers, with the example of a `pooled` transport. */
export function providerIndex(list: readonly DocumentedProvider[], pooled: string): string {
  const yes = (is: boolean) => (is ? 'yes' : '');
  return page(
    generatedNotice('the providers'),
    '# Providers',
    'What differs between providers is declared data; nothing branches on a name. A plan that waits for a status a provider never reports is refused when it is made.',
    table(
      ['provider', 'channels', 'reaches', 'de-duplicates', 'look-up', 'receipts', 'inbound', 'experimental'],
      list.map((one) => {
        const { channels, capabilities: can } = one.provider;
        const pageLink = `[${one.name}](${one.provider.provider}.md)`;
        return [
          pageLink,
          channels.join(', '),
          furthest(can),
          can.dedup.by,
          can.lookup,
          can.receipts,
          yes(can.inbound),
          yes(can.experimental === true),
        ];
      }),
    ),
    '## A faster transport',
    'Every adapter over HTTP takes its transport as the option `fetch`. This one, over a pool of [undici](https://undici.nodejs.org), sends about one and a half times as much as the `fetch` that Node brings (`node bench/send.ts`: 1.7 times on two busy cores). It is `examples/pooled-fetch.ts`; undici is yours to install.',
    `\`\`\`ts\n${pooled.trimEnd()}\n\`\`\``,
    '## A provider of your own',
    'Any object that fits `ChannelProvider` is a provider; `httpGateway` makes one from a mapping. Prove it with `channelProviderContract` from `licet/testing`, as `examples/own-provider.ts` does.',
  );
}

function capabilityRows(can: ProviderCapabilities, looksUp: boolean, cancels: boolean): readonly (readonly string[])[] {
  const { perSecond, perPair, concurrency, batch } = can.limits;
  const limits = [
    ...(perSecond === undefined ? [] : [`${perSecond} a second`]),
    ...(perPair === undefined ? [] : [`${perPair.max} to one person in ${duration(perPair.perMs)}`]),
    ...(concurrency === undefined ? [] : [`${concurrency} calls at a time`]),
    ...(batch === undefined ? [] : [`${batch} messages a call, of which the adapter uses one`]),
  ];
  const dedup = can.dedup.windowMs === undefined ? can.dedup.by : `${can.dedup.by}, within ${duration(can.dedup.windowMs)}`;
  return [
    ['a repeated submit is recognised by', dedup],
    ['an unknown outcome can be settled by', looksUp ? `${can.lookup} (\`lookup\`)` : can.lookup],
    ['a message can be called back', cancels ? 'yes (`cancel`)' : 'no'],
    ['receipts', can.receipts],
    ['furthest status it reports', furthest(can)],
    ['inbound messages', can.inbound ? 'yes' : 'no'],
    ['validity it honours', can.validity === null ? 'none' : `${duration(can.validity.minMs)} to ${duration(can.validity.maxMs)}`],
    ['contents', can.contents.length === 0 ? 'none: it never sends' : can.contents.join(', ')],
    ['limits', limits.length === 0 ? 'none known' : limits.join('; ')],
    ['what is paid for', can.charges === undefined ? 'unknown' : paid(can.charges)],
    ['data is processed in', can.dataLocation === 'unknown' ? 'not published' : can.dataLocation.join(', ')],
  ];
}

function furthest({ reaches, reachesOn = {} }: ProviderCapabilities): string {
  return [reaches, ...Object.entries(reachesOn).map(([channel, status]) => `${status} on ${channel}`)].join('; ');
}

const payingFor = {
  segment: 'each segment',
  message: 'each message',
  'delivered-message': 'each message that is delivered',
  unknown: 'not published',
};
const places = { answer: 'the answer to a send', receipt: 'receipts', 'look-up': 'a status call', no: '' };

function paid({ per, told }: NonNullable<ProviderCapabilities['charges']>): string {
  return told === 'no' ? payingFor[per] : `${payingFor[per]}; the price stands in ${places[told]}`;
}

function errorParts({ errors }: DocumentedProvider): readonly string[] {
  const tables = Object.entries(errors);
  if (tables.length === 0) return [];
  return [
    '## Error codes',
    'The class decides what a cascade does next; the `errorClasses` option puts your own class in place of one of these. A dash is a code that is no error. `gone` marks a code by which the number is assigned to nobody: it suspends the person’s consents.',
    ...tables.flatMap(([title, { rows }]) => [
      ...(title === '' ? [] : [`### ${title}`]),
      table(['code', 'class', 'meaning', 'marks'], rows.map(errorRow)),
    ]),
  ];
}

function errorRow([codes, errorClass, meaning, ...marks]: ErrorRow): readonly string[] {
  return [code(codes), errorClass ?? '—', inline(meaning), marks.join(', ')];
}

function duration(ms: number): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ] as const;
  const [unit, size] = units.find(([, one]) => ms >= one && ms % one === 0) ?? ['ms', 1];
  return `${ms / size} ${unit}`;
}
