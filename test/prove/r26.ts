import { fork } from 'node:child_process';
import pg from 'pg';
import { memoryProvider } from '../../src/channels/memory/index.ts';
import type { ChannelEvent } from '../../src/channels/taxonomy.ts';
import { type AudienceRow, type ChannelProvider, createMessenger, definePlan, type Messenger } from '../../src/index.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import type { Outcome, ProveOptions } from './claim.ts';
import { plainLaw } from './house.ts';
import { startProveServer } from './server.ts';

const MEGABYTE = 2 ** 20;
const MOST_MEGABYTES = 300;
/** Recipients after which memory must not grow any more. */
const WARM = 10_000;
const BATCH = 500;
/** What memory may swing by without anything being kept, in MB. */
const SWING = 12;

/**
 * A campaign from its audience to its last receipt on PostgreSQL, in one process whose memory is watched: everybody ends, nobody is kept. Naive: a
 * program that holds every recipient while it works.
 */
export async function prove({ full, broken }: ProveOptions): Promise<Outcome> {
  const server = await startProveServer();
  try {
    const people = full ? 1_000_000 : 60_000;
    return await new Promise<Outcome>((resolve, reject) => {
      // Memory is measured after a collection, in a process that does nothing else.
      const child = fork(new URL(import.meta.url), [server.url, String(people), String(broken)], { execArgv: ['--expose-gc'] });
      child
        .once('message', (outcome) => resolve(outcome as Outcome))
        .once('exit', (code) => code !== 0 && reject(new Error(`The run ended with ${code}.`)));
    });
  } finally {
    await server.stop();
  }
}

interface Sample {
  readonly done: number;
  readonly megabytes: number;
}

async function run(url: string, people: number, broken: boolean): Promise<Outcome> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  await migrateStores(pool);
  const reports: ChannelEvent[] = [];
  const kept: unknown[] = [];
  let calls = 0;
  const wire = (channel: 'whatsapp' | 'sms'): ChannelProvider => {
    const memory = memoryProvider({ id: channel, channels: [channel], capabilities: { reaches: 'delivered' } });
    return {
      ...memory,
      async submit(message, { attempt }) {
        calls += 1;
        if (broken) kept.push({ message: structuredClone({ ...message }), attempt, at: new Date(), history: new Array(40).fill(attempt.stepKey) });
        // Three in ten are not on WhatsApp.
        if (channel === 'whatsapp' && Number(message.to.at(-1)) < 3) return { outcome: 'rejected', errorClass: 'not-on-channel', providerCode: null };
        const messageId = `${channel}-${attempt.stepKey}`;
        const about = { provider: 'memory', kind: 'status', errorClass: null, messageId, recipient: message.to, providerCode: null } as const;
        reports.push({ ...about, status: 'delivered' });
        return { outcome: 'accepted', providerMessageId: messageId, status: 'accepted' };
      },
    };
  };
  const messenger = createMessenger({
    ...postgresStores({ client: pool, tenant: 'scale' }),
    secret: Buffer.alloc(32, 7),
    law: [plainLaw],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME', whatsapp: '15550001' }],
    channels: [wire('whatsapp'), wire('sms')],
    templates: [
      {
        id: 'sale',
        kind: 'marketing',
        purpose: 'offers',
        variants: (['whatsapp', 'sms'] as const).map((channel) => ({ channel, locale: 'en', text: 'ACME: the sale is on. Reply STOP to opt out.' })),
      },
    ],
    plans: [definePlan('promo', [{ channel: 'whatsapp', fallBackAfterMs: 3_600_000 }, { channel: 'sms' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
  });
  const samples: Sample[] = [];
  const look = (done: number): void => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    samples.push({ done, megabytes: (heapUsed + external) / MEGABYTE });
  };
  const startedMs = performance.now();
  await messenger.campaign({
    id: 'scale',
    kind: 'marketing',
    purpose: 'offers',
    sender: 'acme',
    template: 'sale',
    plan: 'promo',
    validUntil: new Date(Date.now() + 86_400_000),
    audience: audienceOf(messenger, people, (planned) => planned % WARM === 0 && look(planned)),
  });
  const plannedMs = performance.now();
  for (let done = 0, before = 0; ; ) {
    const { done: handled } = await messenger.tick({ limit: BATCH });
    const arrived = reports.splice(0);
    for (const provider of ['whatsapp', 'sms']) {
      const own = arrived.filter(({ messageId }) => messageId?.startsWith(provider));
      if (own.length === 0) continue;
      const body = JSON.stringify({ events: own });
      const { status } = await messenger.webhook(provider, new Request('https://scale.invalid/hook', { method: 'POST', body }));
      if (status !== 200) throw new Error(`A webhook was answered with ${status}.`);
    }
    done += handled;
    if (Math.floor(done / WARM) > before) {
      before = Math.floor(done / WARM);
      look(people + done);
    }
    if (handled === 0 && arrived.length === 0) break;
  }
  const endedMs = performance.now();
  const { total, states } = await messenger.counts();
  await pool.end();
  const planning = growth(samples.filter(({ done }) => done <= people));
  const delivering = growth(samples.filter(({ done }) => done > people));
  const most = Math.max(...samples.map(({ megabytes }) => megabytes));
  const residentMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    ok: total === people && states.reached === people && most <= MOST_MEGABYTES && Math.max(planning, delivering) <= SWING,
    figures: {
      people,
      calls,
      states: { reached: states.reached, others: total - states.reached },
      heapMegabytes: { most: round(most), grownWhilePlanning: round(planning), grownWhileDelivering: round(delivering) },
      residentMegabytes,
      plannedPerSecond: Math.round((people / (plannedMs - startedMs)) * 1_000),
      deliveredPerSecond: Math.round((people / (endedMs - plannedMs)) * 1_000),
    },
  };
}

/** What a phase has added from its first third to its last, in MB; its first sample is what code and caches take. */
function growth(samples: readonly Sample[]): number {
  const steady = samples.slice(1);
  const third = Math.max(1, Math.floor(steady.length / 3));
  const mean = (part: readonly Sample[]): number => part.reduce((sum, { megabytes }) => sum + megabytes, 0) / part.length;
  return mean(steady.slice(-third)) - mean(steady.slice(0, third));
}

/** Rows with a consent each, made as they are read. */
async function* audienceOf(messenger: Messenger, people: number, tell: (planned: number) => void): AsyncGenerator<AudienceRow> {
  const evidence = { method: 'web-form', grade: 'B' } as const;
  for (let from = 0; from < people; from += BATCH) {
    const phones = Array.from({ length: Math.min(BATCH, people - from) }, (_, index) => `+447${400_000_000 + from + index}`);
    const acts = phones.map((address) => ({ address, sender: 'acme', channels: ['whatsapp', 'sms'] as const, purposes: ['offers'], evidence }));
    await messenger.consent.grantMany(acts);
    for (const to of phones) yield { to };
    tell(from + phones.length);
  }
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) {
  const [, , url, people, broken] = process.argv;
  const outcome = await run(url!, Number(people), broken === 'true');
  process.send(outcome, () => process.exit(0));
}
