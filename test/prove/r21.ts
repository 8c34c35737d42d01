import { spawnSync } from 'node:child_process';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { classify } from '../../src/cli/classify.ts';
import { lint } from '../../src/cli/lint.ts';
import { segments } from '../../src/cli/segments.ts';
import { webhook } from '../../src/cli/webhook.ts';
import { createMessenger, definePlan, type MessageTemplate, type Messenger, memoryStores } from '../../src/index.ts';
import { telemetry } from '../../src/telemetry/index.ts';
import { healthPages } from '../../src/web/index.ts';
import { handClock } from '../cascade/scene.ts';
import { run } from '../cli/run.ts';
import { record } from '../telemetry/recording.ts';
import type { Outcome, ProveOptions } from './claim.ts';
import { plainLaw } from './house.ts';
import { adaptersOn, failures } from './sentinel-providers.ts';
import { everyText, findSentinels, sentinels } from './sentinels.ts';

const { phone, name, text, reply, address, token } = sentinels;

/** What was said, by where; hits by where and what. */
interface Heard {
  readonly places: Map<string, number>;
  readonly hits: Map<string, number>;
  hear(place: string, said: string): void;
}

/**
 * Numbers, names, texts, replies, ids and tokens that can be looked for go through messages, webhooks, withdrawals and erasures on every HTTP
 * adapter, while the transport fails in every way and gives all it was sent back; whatever is printed, thrown, told as an event, span or metric
 * or shown of the objects themselves is searched in raw, URL, base64 and hex form. With `--full` also what the whole test suite prints is searched
 * for the numbers of its fixtures. Naive: a transport that logs what it sends.
 */
export async function prove({ full, broken }: ProveOptions): Promise<Outcome> {
  const heard = listener();
  const restore = tapStreams(heard);
  let journeys = 0;
  let submits = 0;
  try {
    for (const transport of Object.values(failures)) {
      const fetch: typeof globalThis.fetch = async (input, init) => {
        submits += 1;
        if (broken) process.stderr.write(`POST ${String(input)} ${String(init?.body ?? (await new Request(input, init).clone().text()))}\n`);
        return transport(input, init);
      };
      for (const provider of adaptersOn(fetch)) {
        await journey(provider, heard);
        journeys += 1;
      }
    }
    await commands(heard);
  } finally {
    restore();
  }
  const suite = full ? searchSuite() : undefined;
  const hits = Object.fromEntries(heard.hits);
  return {
    ok: heard.hits.size === 0 && (suite === undefined || suite.numbers === 0),
    figures: {
      journeys,
      submits,
      failures: Object.keys(failures).length,
      searched: Object.fromEntries(heard.places),
      hits,
      ...(suite === undefined ? {} : { suite }),
    },
  };
}

function listener(): Heard {
  const places = new Map<string, number>();
  const hits = new Map<string, number>();
  return {
    places,
    hits,
    hear(place, said) {
      places.set(place, (places.get(place) ?? 0) + said.length);
      for (const hit of findSentinels(said)) hits.set(`${place}: ${hit}`, (hits.get(`${place}: ${hit}`) ?? 0) + 1);
    },
  };
}

/** Listens to what goes to the terminal, and lets none of it through. */
function tapStreams(heard: Heard): () => void {
  const before = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const stream of ['stdout', 'stderr'] as const)
    process[stream].write = ((chunk: string | Uint8Array) => {
      heard.hear(stream, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return true;
    }) as typeof process.stdout.write;
  return () => {
    process.stdout.write = before.stdout;
    process.stderr.write = before.stderr;
  };
}

const channels = ['sms', 'whatsapp', 'telegram', 'max', 'viber', 'rcs'] as const;
const templates: readonly MessageTemplate[] = (['transactional', 'marketing'] as const).map((kind) => ({
  id: kind,
  kind,
  ...(kind === 'marketing' ? { purpose: 'offers' } : {}),
  variants: channels.map((channel) => ({ channel, locale: 'en', text: `ACME: {{name}}, ${text} are ready. Reply STOP to opt out.` })),
}));

/** One person's life with one adapter whose transport fails: consent, messages, webhooks, a withdrawal, an erasure, mistakes of the host. */
async function journey(provider: ChannelProvider, heard: Heard): Promise<void> {
  const clock = handClock(new Date());
  const recording = record();
  const otel = telemetry({ ...recording, monotonicMs: clock.monotonicMs });
  const messenger = createMessenger({
    ...memoryStores({ clock }),
    secret: Buffer.alloc(32, 7),
    law: [plainLaw],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', ...Object.fromEntries(channels.map((channel) => [channel, 'ACME'])) }],
    channels: [provider],
    templates,
    plans: [definePlan('one', [{ channel: provider.channels[0]!, waitFor: 'accepted' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
    clock,
    observe: otel.observe,
  });
  otel.follow(messenger);
  tapEvents(messenger, heard);
  const to = `+${phone}`;
  const evidence = { method: 'web-form', grade: 'B' } as const;
  const about = { note: name, sourceUrl: `https://shop.example/${address}` };
  const attempt = attempter(heard);
  await attempt(() =>
    messenger.consent.grant({ address: to, sender: 'acme', purposes: ['offers'], channels: [...provider.channels], evidence, ...about }),
  );
  for (const kind of ['transactional', 'marketing'] as const)
    await attempt(() =>
      messenger.send(
        {
          to,
          kind,
          ...(kind === 'marketing' ? { purpose: 'offers' } : {}),
          sender: 'acme',
          template: kind,
          plan: 'one',
          values: { name },
          addresses: Object.fromEntries(provider.channels.map((channel) => [channel, address])),
        },
        { idempotencyKey: `${kind}-${address}` },
      ),
    );
  for (let ticks = 0; ticks < 4; ticks += 1) {
    await attempt(() => messenger.tick());
    clock.advance(20 * 60_000);
  }
  await webhooks(messenger, provider, attempt);
  await mistakes(messenger, attempt);
  await attempt(() => messenger.consent.withdraw({ address: to, sender: 'acme', evidence, ...about }));
  await attempt(() => messenger.consent.erase({ address: to, requestedBy: 'person' } as never));
  heard.hear('readiness', everyText(await messenger.readiness()));
  heard.hear('health page', await (await healthPages(messenger)(new Request('http://127.0.0.1/ready'))).text());
  heard.hear('objects', everyText(provider) + everyText(messenger.events.eventNames()));
  heard.hear(
    'spans',
    recording
      .spans()
      .map(({ name: span, attributes, events, status }) => everyText({ span, attributes, events, status }))
      .join('\n'),
  );
  heard.hear('metrics', everyText(await recording.points()));
  await recording.stop();
}

type Attempt = (act: () => unknown) => Promise<void>;

/** What is thrown is searched; what is given back is the host's own. */
function attempter(heard: Heard): Attempt {
  return async (act) => {
    try {
      await act();
    } catch (error) {
      heard.hear('errors', everyText(error));
    }
  };
}

function tapEvents(messenger: Messenger, heard: Heard): void {
  const emit = messenger.events.emit.bind(messenger.events) as (...given: unknown[]) => boolean;
  messenger.events.emit = ((...given: unknown[]) => {
    heard.hear('events', everyText(given));
    return emit(...given);
  }) as typeof messenger.events.emit;
}

/** Calls with and without a signature, in good order and not, that carry the person's number and words. */
async function webhooks(messenger: Messenger, provider: ChannelProvider, attempt: Attempt): Promise<void> {
  const bodies = [
    JSON.stringify({
      from: phone,
      to: 'ACME',
      text: reply,
      name,
      messages: [{ from: phone, text: { body: reply } }],
      statuses: [{ recipient_id: phone, status: 'failed', errors: [{ title: reply }] }],
    }),
    new URLSearchParams({ From: `+${phone}`, Body: reply, phone, text: reply, status: '20', id: address }).toString(),
    `{"broken ${phone} ${reply}`,
  ];
  for (const id of [provider.id, address])
    for (const body of bodies)
      for (const query of ['', `?token=${token}`])
        await attempt(async () =>
          (
            await messenger.webhook(
              id,
              new Request(`https://hooks.example.test/${id}${query}`, { method: 'POST', body, headers: { authorization: `Bearer ${token}` } }),
            )
          ).text(),
        );
}

/** What a host may get wrong with a person's data in hand. */
async function mistakes({ send, consent, campaign, control, delivery }: Messenger, attempt: Attempt): Promise<void> {
  const request = { to: `+${phone}`, kind: 'transactional', sender: 'acme', template: 'transactional', plan: 'one' } as const;
  const key = { idempotencyKey: address };
  await attempt(() => send({ ...request, to: `${phone}${phone}` }, key));
  await attempt(() => send({ ...request, template: 'unknown' }, key));
  await attempt(() => send({ ...request, plan: 'unknown' }, key));
  await attempt(() => send({ ...request, sender: 'unknown' }, key));
  await attempt(() => send({ ...request, values: { [name]: text } }, key));
  await attempt(() =>
    consent.grant({
      address: name,
      sender: 'acme',
      purposes: ['offers'],
      channels: ['sms'],
      evidence: { method: 'web-form', grade: 'B' },
      note: name,
    }),
  );
  await attempt(() =>
    consent.grant({ address: `+${phone}`, sender: 'acme', purposes: [], channels: [], evidence: { method: reply as 'web-form', grade: 'B' } }),
  );
  await attempt(() =>
    campaign({
      id: 'c',
      audience: [{ to: name }, { to: `+${phone}`, values: { name } }],
      kind: 'transactional',
      sender: 'acme',
      template: 'transactional',
      plan: 'unknown',
      validUntil: new Date(Date.now() + 3_600_000),
    }),
  );
  await attempt(() => control({ level: 'global' }, 'paused'));
  await attempt(() => delivery(address));
}

/** Bad lines on the command line: what goes to standard error must name field and line, not their contents. */
async function commands(heard: Heard): Promise<void> {
  const lines = [
    `{"id":"1","text":"${text}","from":"${phone}"`,
    JSON.stringify({ id: '1', country: reply, channel: name, kind: phone, sender: token, text: 7 }),
    JSON.stringify({ id: '2', text: { body: text }, provider: 'nobody', payload: phone, context: reply }),
    JSON.stringify([phone, text]),
  ].join('\n');
  for (const command of [lint, classify, segments, webhook]) {
    const stdin = (async function* () {
      yield lines;
    })();
    const { err } = await run(command, ['--format', 'jsonl'], { stdin });
    heard.hear('command line', err);
  }
}

/** Numbers the suite's fixtures are made of, in what a whole run of it prints. */
function searchSuite(): { readonly characters: number; readonly numbers: number; readonly ended: number | null } {
  const { stdout, stderr, status } = spawnSync('npx', ['vitest', 'run', '--reporter=dot'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const printed = stdout + stderr;
  return { characters: printed.length, numbers: printed.match(/447700900\d{3}|1\d{3}55501\d\d|7(?:999|900)0000\d{3}/gu)?.length ?? 0, ended: status };
}
