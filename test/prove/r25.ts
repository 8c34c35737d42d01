import { fork } from 'node:child_process';
import pg from 'pg';
import { memoryProvider } from '../../src/channels/memory/index.ts';
import type { ChannelEvent } from '../../src/channels/taxonomy.ts';
import { type ChannelProvider, type Clock, createMessenger, definePlan } from '../../src/index.ts';
import { migrateStores, postgresStores } from '../../src/postgres/index.ts';
import { fictionPhone, type Outcome, type ProveOptions } from './claim.ts';
import { officeLaw } from './r6-schedules.ts';
import { startProveServer } from './server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 30;
const START = Date.parse('2026-03-02T05:00:00Z');
/** People of one installation: each gets an advertisement every few days. */
const PEOPLE = 2_000;
const MEGABYTE = 2 ** 20;
/** Growth of the heap from the first quarter to the last, as a share. */
const MOST_GROWTH = 0.05;

/**
 * Thirty days of one process on PostgreSQL and virtual time: campaigns, service messages, receipts, withdrawals and new consents day after day. Its heap
 * after a collection and its handles stay what they are. Naive: a program that remembers every recipient.
 */
export async function prove({ full, broken }: ProveOptions): Promise<Outcome> {
  const server = await startProveServer();
  try {
    return await new Promise<Outcome>((resolve, reject) => {
      const child = fork(new URL(import.meta.url), [server.url, String(full ? 5_000 : 150), String(broken)], { execArgv: ['--expose-gc'] });
      child
        .once('message', (outcome) => resolve(outcome as Outcome))
        .once('exit', (code) => code !== 0 && reject(new Error(`The soak ended with ${code}.`)));
    });
  } finally {
    await server.stop();
  }
}

async function soak(url: string, daily: number, broken: boolean): Promise<Outcome> {
  let nowMs = START;
  const clock: Clock = {
    now: () => new Date(nowMs),
    monotonicMs: () => nowMs - START,
    async sleep(ms) {
      nowMs += ms;
    },
  };
  const pool = new pg.Pool({ connectionString: url, max: 4, idleTimeoutMillis: 0 });
  await migrateStores(pool);
  let reports: { readonly atMs: number; readonly event: ChannelEvent }[] = [];
  const remembered: unknown[] = [];
  let calls = 0;
  const wire = (channel: 'whatsapp' | 'sms'): ChannelProvider => {
    const memory = memoryProvider({ id: channel, channels: [channel], capabilities: { reaches: 'delivered' } });
    return {
      ...memory,
      async submit(message, { attempt }) {
        calls += 1;
        if (broken) remembered.push({ ...message, history: new Array(400).fill(attempt.stepKey) });
        if (channel === 'whatsapp' && calls % 4 === 0) return { outcome: 'rejected', errorClass: 'not-on-channel', providerCode: null };
        const messageId = `${channel}-${attempt.stepKey}`;
        const about = { provider: 'memory', kind: 'status', errorClass: null, messageId, recipient: message.to, providerCode: null } as const;
        // One in ten is never heard of again.
        if (calls % 10 !== 0) reports.push({ atMs: nowMs + (calls % 90) * 60_000, event: { ...about, status: 'delivered' } });
        return { outcome: 'accepted', providerMessageId: messageId, status: 'accepted' };
      },
    };
  };
  const messenger = createMessenger({
    ...postgresStores({ client: pool, tenant: 'soak', clock }),
    clock,
    secret: Buffer.alloc(32, 7),
    law: [officeLaw, { ...officeLaw, id: 'us', country: 'US' }],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME', whatsapp: '15550001' }],
    channels: [wire('whatsapp'), wire('sms')],
    templates: (['marketing', 'transactional'] as const).map((kind) => ({
      id: kind,
      kind,
      ...(kind === 'marketing' ? { purpose: 'offers' } : {}),
      variants: (['whatsapp', 'sms'] as const).map((channel) => ({ channel, locale: 'en', text: 'ACME: news for you. Reply STOP to opt out.' })),
    })),
    plans: [definePlan('promo', [{ channel: 'whatsapp', fallBackAfterMs: 2 * HOUR }, { channel: 'sms' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
  });
  const deliver = async (): Promise<void> => {
    const arrived = reports.filter(({ atMs }) => atMs <= nowMs).map(({ event }) => event);
    reports = reports.filter(({ atMs }) => atMs > nowMs);
    for (const provider of ['whatsapp', 'sms']) {
      const own = arrived.filter(({ messageId }) => messageId?.startsWith(provider));
      if (own.length === 0) continue;
      const request = new Request('https://soak.invalid/hook', { method: 'POST', body: JSON.stringify({ events: own }) });
      const { status } = await messenger.webhook(provider, request);
      if (status !== 200) throw new Error(`A webhook was answered with ${status}.`);
    }
  };
  const samples: { readonly megabytes: number; readonly handles: number }[] = [];
  const evidence = { method: 'web-form', grade: 'B' } as const;
  let planned = 0;
  for (let day = 0; day < DAYS; day += 1) {
    nowMs = Math.max(nowMs, START + day * DAY);
    const today = Array.from({ length: daily }, (_, index) => fictionPhone((day * daily + index) % PEOPLE));
    await messenger.consent.grantMany(
      today.map((address) => ({ address, sender: 'acme', channels: ['whatsapp', 'sms'], purposes: ['offers'], evidence })),
    );
    const message = { kind: 'marketing', purpose: 'offers', sender: 'acme', template: 'marketing', plan: 'promo' } as const;
    await messenger.campaign({ ...message, id: `day-${day}`, validUntil: new Date(nowMs + 20 * HOUR), audience: today.map((to) => ({ to })) });
    for (const [index, to] of today.slice(0, daily / 5).entries())
      await messenger.send(
        { to, kind: 'transactional', sender: 'acme', template: 'transactional', plan: 'promo', validUntil: new Date(nowMs + 20 * HOUR) },
        { idempotencyKey: `day-${day}/${index}` },
      );
    planned += daily + Math.floor(daily / 5);
    for (const address of today.slice(0, daily / 20))
      await messenger.consent.withdraw({ address, sender: 'acme', evidence: { method: 'reply', grade: 'A' } });
    for (const end = START + (day + 1) * DAY; nowMs < end; ) {
      const { done, nextDueAt } = await messenger.tick();
      if (done > 0) nowMs += 50;
      else nowMs = Math.max(nowMs + 1_000, Math.min(nextDueAt?.getTime() ?? end, reports.length > 0 ? nowMs + 20 * 60_000 : end, end));
      await deliver();
    }
    globalThis.gc?.();
    globalThis.gc?.();
    samples.push({ megabytes: process.memoryUsage().heapUsed / MEGABYTE, handles: process.getActiveResourcesInfo().length });
  }
  const { total, states } = await messenger.counts();
  await pool.end();
  const quarter = Math.floor(DAYS / 4);
  const mean = (part: typeof samples): number => part.reduce((sum, { megabytes }) => sum + megabytes, 0) / part.length;
  // The first days are what code, caches and connections take.
  const [first, last] = [mean(samples.slice(2, 2 + quarter)), mean(samples.slice(-quarter))];
  const handles = samples.slice(2).map((sample) => sample.handles);
  const open = states.planned + states.deferred + states['in-progress'];
  const growth = last / first - 1;
  return {
    ok:
      total === planned &&
      open <= daily * 1.2 &&
      states.reached > total / 2 &&
      growth < MOST_GROWTH &&
      Math.max(...handles) - Math.min(...handles) <= 3,
    figures: {
      days: DAYS,
      planned,
      calls,
      states,
      heapMegabytes: {
        firstQuarter: Math.round(first * 10) / 10,
        lastQuarter: Math.round(last * 10) / 10,
        growthPercent: Math.round(growth * 1_000) / 10,
      },
      handles: { least: Math.min(...handles), most: Math.max(...handles) },
    },
  };
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) {
  const [, , url, daily, broken] = process.argv;
  const outcome = await soak(url!, Number(daily), broken === 'true');
  process.send(outcome, () => process.exit(0));
}
