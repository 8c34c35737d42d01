import { fork } from 'node:child_process';
import { memoryProvider } from '../../src/channels/memory/index.ts';
import type { ChannelEvent } from '../../src/channels/taxonomy.ts';
import { type ChannelProvider, type Clock, createMessenger, definePlan, memoryStores } from '../../src/index.ts';
import { dice, type Outcome } from './claim.ts';
import { isOpen, officeLaw } from './r6-schedules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-02T05:00:00Z');

/** A week of so many recipients in one run, on virtual time, in a process of its own because everybody stays in memory. */
export function runWeek(seed: number, people = 1_000_000): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), [String(seed), String(people)], { execArgv: ['--max-old-space-size=12000'] });
    child
      .once('message', (outcome) => resolve(outcome as Outcome))
      .once('exit', (code) => code !== 0 && reject(new Error(`The week ended with ${code}.`)));
  });
}

/** A campaign each morning; WhatsApp for most, SMS for the rest and for those whom it does not reach in two hours; receipts over hours. */
async function live(seed: number, people: number): Promise<Outcome> {
  const roll = dice(seed);
  let nowMs = START;
  const clock: Clock = {
    now: () => new Date(nowMs),
    monotonicMs: () => nowMs - START,
    async sleep(ms) {
      nowMs += ms;
    },
  };
  const seen = { calls: 0, twice: 0, outsideHours: 0, webhooks: 0 };
  const steps = new Set<string>();
  /** Reports by the minute in which they come. */
  const reports = new Map<number, ChannelEvent[]>();
  const wire = (channel: 'whatsapp' | 'sms'): ChannelProvider => {
    const memory = memoryProvider({ id: channel, channels: [channel], capabilities: { reaches: 'delivered' } });
    return {
      ...memory,
      async submit(message, { attempt }) {
        seen.calls += 1;
        if (steps.has(attempt.stepKey)) seen.twice += 1;
        steps.add(attempt.stepKey);
        if (!isOpen(nowMs)) seen.outsideHours += 1;
        if (channel === 'whatsapp' && roll() < 0.25) return { outcome: 'rejected', errorClass: 'not-on-channel', providerCode: null };
        const providerMessageId = `${channel}-${seen.calls}`;
        if (roll() < 0.93) {
          const at = Math.floor((nowMs + roll() ** 3 * 3 * HOUR) / 60_000) + 1;
          const event: ChannelEvent = {
            provider: 'memory',
            kind: 'status',
            status: roll() < 0.95 ? 'delivered' : 'undelivered',
            errorClass: null,
            messageId: providerMessageId,
            recipient: message.to,
            providerCode: null,
          };
          const told = reports.get(at) ?? [];
          told.push(event.status === 'undelivered' ? { ...event, errorClass: 'recipient-unreachable' } : event);
          reports.set(at, told);
        }
        return { outcome: 'accepted', providerMessageId, status: 'accepted' };
      },
    };
  };
  const messenger = createMessenger({
    ...memoryStores({ clock, tenant: 'week' }),
    clock,
    secret: Buffer.alloc(32, 7),
    law: [officeLaw],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME', whatsapp: '15550001' }],
    channels: [wire('whatsapp'), wire('sms')],
    templates: [
      {
        id: 'sale',
        kind: 'marketing',
        purpose: 'offers',
        variants: (['whatsapp', 'sms'] as const).map((channel) => ({
          channel,
          locale: 'en',
          text: 'ACME: the autumn sale is on. Reply STOP to opt out.',
        })),
      },
    ],
    plans: [definePlan('promo', [{ channel: 'whatsapp', fallBackAfterMs: 2 * HOUR }, { channel: 'sms' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
    monitor: { act: 'tell', kinds: [] },
  });
  const deliverUntil = async (minute: number): Promise<void> => {
    for (const at of [...reports.keys()].filter((key) => key <= minute).toSorted((a, b) => a - b)) {
      const events = reports.get(at) ?? [];
      reports.delete(at);
      for (const provider of ['whatsapp', 'sms']) {
        const own = events.filter(({ messageId }) => messageId?.startsWith(provider));
        for (let from = 0; from < own.length; from += 1_000) {
          const body = JSON.stringify({ events: own.slice(from, from + 1_000) });
          seen.webhooks += 1;
          const { status } = await messenger.webhook(provider, new Request('https://week.invalid/hook', { method: 'POST', body }));
          if (status !== 200) throw new Error(`A webhook was answered with ${status}.`);
        }
      }
    }
  };
  let planned = 0;
  for (let day = 0; day < 7; day += 1) {
    nowMs = Math.max(nowMs, START + day * DAY);
    const today = Array.from({ length: day === 6 ? people - planned : Math.floor(people / 7) }, (_, index) => `+447${400_000_000 + planned + index}`);
    planned += today.length;
    for (let from = 0; from < today.length; from += 1_000)
      await messenger.consent.grantMany(
        today.slice(from, from + 1_000).map((address) => ({
          address,
          sender: 'acme',
          channels: ['whatsapp', 'sms'] as const,
          purposes: ['offers'],
          evidence: { method: 'web-form', grade: 'B' } as const,
        })),
      );
    await messenger.campaign({
      id: `day-${day}`,
      kind: 'marketing',
      purpose: 'offers',
      sender: 'acme',
      template: 'sale',
      plan: 'promo',
      validUntil: new Date(nowMs + 30 * HOUR),
      audience: today.map((to) => ({ to })),
    });
    for (const end = day === 6 ? Number.POSITIVE_INFINITY : START + (day + 1) * DAY; nowMs < end; ) {
      const { done, nextDueAt } = await messenger.tick({ limit: 1_000 });
      if (done > 0) {
        nowMs += 100;
        continue;
      }
      const nextReportMs = Math.min(...reports.keys()) * 60_000;
      const nextMs = Math.min(nextDueAt?.getTime() ?? Number.POSITIVE_INFINITY, nextReportMs, end);
      if (!Number.isFinite(nextMs)) break;
      nowMs = Math.max(nowMs + 1, nextMs);
      await deliverUntil(Math.floor(nowMs / 60_000));
    }
  }
  const { total, states } = await messenger.counts();
  const open = states.planned + states.deferred + states['in-progress'];
  return {
    ok: total === people && open === 0 && seen.twice === 0 && seen.outsideHours === 0 && states.reached > people / 2,
    figures: {
      people,
      days: Math.round(((nowMs - START) / DAY) * 10) / 10,
      ...seen,
      states,
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
    },
  };
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) {
  const outcome = await live(Number(process.argv[2]), Number(process.argv[3]));
  process.send(outcome, () => process.exit(0));
}
