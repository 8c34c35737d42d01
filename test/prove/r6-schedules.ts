import { createMessenger, definePlan, type LawPack, type MessengerStores, memoryStores } from '../../src/index.ts';
import { type SimulatedMessage, type SimulationResult, simulate, type TakenMessage } from '../../src/testing/index.ts';
import { fictionPhone } from './claim.ts';

const day = '2026-01-01';
const entry = { basis: [{ act: 'Test act', article: '1' }], since: day, confidence: 'primary', checkedOn: day, reviewBy: '2030-01-01' } as const;
const hours = [['08:00', '20:30']] as const;

/** A country with hours and prior consent. */
export const officeLaw: LawPack = {
  id: 'gb',
  country: 'GB',
  name: { en: 'Test', ru: 'Тест' },
  version: day,
  rules: [],
  windows: [{ ...entry, kinds: ['marketing'], strength: 'statute', weekdays: hours, saturday: hours, sunday: hours, holidays: hours }],
  caps: [],
  channels: [],
  optOut: [],
  deadlines: [],
  consent: [{ ...entry, kinds: ['marketing'], requires: 'prior' }],
  holidays: [],
  holidayYears: [],
};

const minute = 60_000;
const hour = 60 * minute;
const PRICE = 1_000_000;
const DAILY_MESSAGES = 12;
const PER_PERSON = 3;
const PEOPLE = 200;

const plans = [
  definePlan(
    'promo',
    [
      { channel: 'whatsapp', fallBackAfterMs: 40 * minute },
      { channel: 'sms', provider: 'gateway' },
    ],
    { onUnknown: 'wait' },
  ),
  definePlan('plain', [{ channel: 'sms', provider: 'plain', waitFor: 'sent' }], { onUnknown: 'wait' }),
  definePlan(
    'long',
    [
      { channel: 'whatsapp', waitFor: 'read', fallBackAfterMs: 20 * minute },
      { channel: 'viber', fallBackAfterMs: 20 * minute },
      { channel: 'sms', providers: ['gateway', 'plain'] },
    ],
    { onUnknown: 'wait' },
  ),
  definePlan(
    'code',
    [
      { channel: 'viber', fallBackAfterMs: 15_000 },
      { channel: 'sms', provider: 'gateway', waitFor: 'accepted' },
    ],
    { onUnknown: 'next' },
  ),
];

const texts = {
  marketing: 'ACME: the autumn sale is on. Reply STOP to opt out.',
  auth: 'ACME: your code is 4711.',
  transactional: 'ACME: your parcel is on its way.',
};
const templates = (['marketing', 'auth', 'transactional'] as const).map((kind) => ({
  id: kind,
  kind,
  ...(kind === 'marketing' ? { purpose: 'offers' } : {}),
  variants: (['whatsapp', 'viber', 'sms'] as const).map((channel) => ({ channel, locale: 'en', text: texts[kind] })),
}));

/** Schedules of one run on fresh stores. */
export async function runSchedules(schedules: number, seed: number, broken: boolean): Promise<SimulationResult> {
  const spent = new Map<number, number>();
  const got = new Map<string, number[]>();
  return simulate({
    seed,
    schedules,
    providers: [
      {
        id: 'wa',
        channels: ['whatsapp'],
        capabilities: { dedup: { by: 'key', windowMs: hour }, lookup: 'by-client-ref', validity: { minMs: 1_000, maxMs: 24 * hour } },
        keepsItsWord: !broken,
      },
      { id: 'vib', channels: ['viber'], capabilities: { lookup: 'webhook-echo' } },
      {
        id: 'gateway',
        channels: ['sms'],
        capabilities: { lookup: 'by-client-ref', reaches: 'delivered', limits: { perSecond: 2 }, validity: { minMs: minute, maxMs: 24 * hour } },
      },
      { id: 'plain', channels: ['sms'], capabilities: { reaches: 'delivered' } },
    ],
    stores: (clock) => (broken ? fenceless(memoryStores({ clock, tenant: 'prove' })) : memoryStores({ clock, tenant: 'prove' })),
    messenger: (parts) =>
      createMessenger({
        ...parts,
        secret,
        law: [officeLaw],
        senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME', whatsapp: '15550001', viber: 'acme' }],
        templates,
        plans,
        fallbackLocale: 'en',
        // Rates of refusals are high here on purpose: nobody is to be held back for them.
        monitor: { act: 'tell', kinds: [] },
        caps: [{ id: 'person', kinds: ['marketing'], max: PER_PERSON, per: { hours: 24 } }],
        prices: { worstCase: () => PRICE },
        budgets: (request, now) =>
          request.kind === 'marketing'
            ? [
                {
                  key: `budget/${dayOf(now.getTime())}`,
                  maxMicros: DAILY_MESSAGES * PRICE,
                  expiresAt: new Date((dayOf(now.getTime()) + 2) * 24 * hour),
                },
              ]
            : [],
      }),
    story: (_schedule, now, roll) => Array.from({ length: roll() < 0.2 ? 2 : 1 }, (_, number) => tell(now, roll, number)),
    checkCall: ({ kind, atMs }) => (kind === 'marketing' && !isOpen(atMs) ? 'P8: advertising outside the hours' : undefined),
    checkTaken: (message) => (message.kind === 'marketing' ? (overBudget(spent, message) ?? overCap(got, message)) : undefined),
  });
}

const secret = Buffer.alloc(32, 7);

/** What one person is to get, and whether the person takes the consent back meanwhile. */
function tell(now: Date, roll: () => number, number: number): SimulatedMessage {
  // Two of a schedule are never the same person.
  const address = fictionPhone(2 * Math.floor((roll() * PEOPLE) / 2) + number);
  const mood = roll();
  const kind = mood < 0.75 ? 'marketing' : mood < 0.9 ? 'transactional' : 'auth';
  const plan = kind === 'auth' ? 'code' : kind === 'transactional' ? 'long' : ['promo', 'plain', 'long'][Math.floor(roll() * 3)]!;
  const startMs = now.getTime() + (roll() < 0.3 ? roll() * 14 * hour : 0);
  const validUntil = new Date(kind === 'auth' ? now.getTime() + 2 * minute : startMs + (0.2 + roll() * 14) * hour);
  const request = { to: address, kind, sender: 'acme', template: kind, plan, startAt: new Date(startMs), validUntil } as const;
  if (kind !== 'marketing') return { request };
  const evidence = { method: 'web-form', grade: 'B' } as const;
  return {
    request: { ...request, purpose: 'offers' },
    consent: { address, sender: 'acme', channels: ['whatsapp', 'viber', 'sms'], purposes: ['offers'], evidence },
    ...(roll() < 0.3
      ? { withdrawal: { address, evidence, afterMs: startMs - now.getTime() + (roll() < 0.7 ? roll() * 4_000 : roll() * hour) } }
      : {}),
  };
}

/** Hours of the law above, by a clock of our own: London is an hour ahead of UTC from the last Sunday of March to that of October, one o'clock. */
export function isOpen(atMs: number): boolean {
  const year = new Date(atMs).getUTCFullYear();
  const isSummer = atMs >= lastSunday(year, 2) && atMs < lastSunday(year, 9);
  const minutes = Math.floor(atMs / minute + (isSummer ? 60 : 0)) % 1_440;
  return minutes >= 8 * 60 && minutes < 20 * 60 + 30;
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 24 * hour;
}

function dayOf(atMs: number): number {
  return Math.floor(atMs / (24 * hour));
}

/** What was taken on a day may not cost more than that day's budget; what came around midnight may be either day's. */
function overBudget(spent: Map<number, number>, { atMs }: TakenMessage): string | undefined {
  if (dayOf(atMs - minute) !== dayOf(atMs + minute)) return undefined;
  const count = (spent.get(dayOf(atMs)) ?? 0) + 1;
  spent.set(dayOf(atMs), count);
  return count > DAILY_MESSAGES ? 'P12: the budget of a day is overshot' : undefined;
}

/** A call takes up to half a minute: a day of the cap is as much shorter here. */
function overCap(got: Map<string, number[]>, { to, atMs }: TakenMessage): string | undefined {
  const recent = (got.get(to) ?? []).filter((before) => before > atMs - 24 * hour + minute);
  recent.push(atMs);
  got.set(to, recent);
  return recent.length > PER_PERSON ? 'P12: a person got more than the cap allows' : undefined;
}

/** The naive variant: a withdrawal is written down and closes no gate. */
function fenceless(stores: MessengerStores): MessengerStores {
  const { deliveryStore } = stores;
  return { ...stores, deliveryStore: { ...deliveryStore, closeSubject: async () => [], openAttempts: async () => [] } };
}
