import { memoryProvider } from '../src/channels/memory/index.ts';
import type { ChannelEvent } from '../src/channels/taxonomy.ts';
import type { GrantAct } from '../src/consent/index.ts';
import { type ChannelProvider, type Clock, createMessenger, definePlan, type Messenger, type MessengerStores } from '../src/index.ts';
import { gb } from '../src/law/packs/gb.ts';
import { whatsapp } from '../src/law/packs/whatsapp.ts';

/** A lawful campaign in small: British law, a cap per person, WhatsApp first and SMS for the 30 % who are not there, receipts for everybody. */
export interface DeliveryWorld {
  readonly messenger: Messenger;
  /** Grants consent and stores one delivery per person. */
  plan(campaign: string, people: number): Promise<void>;
  /** Works until every delivery of the campaign has ended and been reached; receipts come in as the messages go out. */
  drain(campaign: string, people: number): Promise<void>;
}

/** A weekday noon that goes on with the monotonic clock: hours never end a measurement. */
export function noonClock(): Clock {
  const startMs = Date.UTC(2026, 10, 24, 11);
  return {
    now: () => new Date(startMs + performance.now()),
    monotonicMs: () => performance.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

export interface WorldOptions {
  readonly stores: MessengerStores;
  readonly clock: Clock;
  /** Ticks that run at a time. */
  readonly workers?: number;
  readonly limit?: number;
  /** The same few wordings for everybody: what a campaign without codes costs. */
  readonly fewTexts?: boolean;
}

export function deliveryWorld({ stores, clock, workers = 1, limit = 1_000, fewTexts = false }: WorldOptions): DeliveryWorld {
  let arrived: ChannelEvent[] = [];
  const wire = (channel: 'whatsapp' | 'sms'): ChannelProvider => {
    const { capabilities, parseWebhook } = memoryProvider();
    return {
      id: channel,
      provider: 'memory',
      channels: [channel],
      capabilities: { ...capabilities, limits: { concurrency: 1_000 } },
      parseWebhook,
      async submit({ to }, { attempt }) {
        if (channel === 'whatsapp' && isElsewhere(to)) return { outcome: 'rejected', errorClass: 'not-on-channel', providerCode: '131026' };
        const messageId = `${channel}-${attempt.stepKey}`;
        arrived.push({
          provider: 'memory',
          kind: 'status',
          status: 'delivered',
          messageId,
          recipient: to,
          errorClass: null,
          providerCode: null,
        });
        return { outcome: 'accepted', providerMessageId: messageId, status: 'accepted' };
      },
    };
  };
  const wires = [wire('whatsapp'), wire('sms')];
  const messenger = createMessenger({
    ...stores,
    clock,
    secret: Buffer.alloc(32, 7),
    law: [gb(), whatsapp()],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME', whatsapp: '100200300' }],
    channels: wires,
    templates: [
      {
        id: 'sale',
        kind: 'marketing',
        purpose: 'offers',
        variants: (['whatsapp', 'sms'] as const).map((channel) => ({
          channel,
          locale: 'en',
          text: 'ACME: {{name}}, your code {{code}} takes 10 pounds off autumn jackets until Sunday. Text STOP to 60777 to opt out.',
        })),
      },
    ],
    plans: [
      definePlan(
        'promo',
        [
          { channel: 'whatsapp', waitFor: 'delivered', fallBackAfterMs: 900_000 },
          { channel: 'sms', waitFor: 'delivered' },
        ],
        {
          onUnknown: 'wait',
        },
      ),
    ],
    caps: [{ id: 'weekly', kinds: ['marketing'], max: 3, per: { hours: 168 } }],
    fallbackLocale: 'en',
  });

  /** One webhook call a provider with all it has to tell, as platforms batch them. */
  const report = async (): Promise<void> => {
    const events = arrived;
    arrived = [];
    for (const { id } of wires) {
      const own = events.filter((event) => event.messageId?.startsWith(id));
      for (let from = 0; from < own.length; from += 1_000) {
        const body = JSON.stringify({ events: own.slice(from, from + 1_000) });
        const answer = await messenger.webhook(id, new Request(`https://example.test/hooks/${id}`, { method: 'POST', body }));
        if (!answer.ok) throw new Error(`The webhook was refused: ${answer.status}.`);
      }
    }
  };

  return {
    messenger,
    async plan(campaign, people) {
      const phones = Array.from({ length: people }, (_, index) => phoneOf(campaign, index));
      for (let from = 0; from < people; from += 1_000) await messenger.consent.grantMany(phones.slice(from, from + 1_000).map(grantOf));
      const { planned } = await messenger.campaign({
        id: campaign,
        kind: 'marketing',
        purpose: 'offers',
        sender: 'acme',
        template: 'sale',
        plan: 'promo',
        validUntil: new Date(clock.now().getTime() + 6 * 3_600_000),
        audience: phones.map((to, index) => ({
          to,
          values: { name: names[index % names.length]!, code: fewTexts ? 'JACKET' : `W${campaign}${index}` },
        })),
      });
      if (planned !== people) throw new Error(`Planned ${planned} of ${people}.`);
    },
    async drain(campaign, people) {
      const work = async (): Promise<void> => {
        for (;;) {
          const { done, nextDueAt } = await messenger.tick({ limit });
          if (arrived.length > 0) await report();
          else if (done === 0 && (nextDueAt === null || nextDueAt > clock.now())) return;
        }
      };
      await Promise.all(Array.from({ length: workers }, work));
      // What one worker had in hand when the other found nothing due.
      await work();
      const { states } = await messenger.counts(campaign);
      if (states.reached !== people) throw new Error(`Reached ${states.reached} of ${people}: ${JSON.stringify(states)}`);
    },
  };
}

/** Three of ten have no WhatsApp. */
export function isElsewhere(phone: string): boolean {
  return Number(phone.at(-1)) < 3;
}

const names = ['Ann', 'Ben', 'Chloe', 'Dev', 'Erin', 'Farid', 'Grace', 'Hugh', 'Iris', 'Jack', 'Kiran', 'Leah', 'Mo', 'Nia', 'Owen', 'Priya'];

/** Numbers that are valid and, in a test world without a wire, ring nowhere. */
function phoneOf(campaign: string, index: number): string {
  return `+447${String(400_000_000 + Number(campaign) * 1_000_000 + index)}`;
}

function grantOf(address: string): GrantAct {
  return { address, sender: 'acme', channels: ['whatsapp', 'sms'], purposes: ['offers'], evidence: { method: 'web-form', grade: 'B' } };
}
