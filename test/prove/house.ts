import { setTimeout as sleep } from 'node:timers/promises';
import { memoryProvider } from '../../src/channels/memory/index.ts';
import type { GrantAct } from '../../src/consent/index.ts';
import {
  type CampaignOptions,
  type ChannelProvider,
  type Clock,
  createMessenger,
  definePlan,
  type LawPack,
  type Messenger,
  type MessengerOptions,
  type MessengerStores,
} from '../../src/index.ts';
import { postgresStores, type SqlClient } from '../../src/postgres/index.ts';

/** One call as the provider saw it begin. `at`: nanoseconds of the machine's monotonic clock, which all processes share. */
export interface Call {
  readonly stepKey: string;
  readonly to: string;
  readonly at: bigint;
}

export const TENANT = 'prove';
const day = '2026-01-01';
const entry = { basis: [{ act: 'Test act', article: '1' }], since: day, confidence: 'primary', checkedOn: day, reviewBy: '2030-01-01' } as const;

const always = [['00:00', '24:00']] as const;
const anyHour = { weekdays: always, saturday: always, sunday: always, holidays: always };

/** A country that wants consent first and nothing else, at any hour. */
export const plainLaw: LawPack = {
  id: 'gb',
  country: 'GB',
  name: { en: 'Test', ru: 'Тест' },
  version: day,
  rules: [],
  windows: [{ ...entry, kinds: ['marketing'], strength: 'statute', ...anyHour }],
  caps: [],
  channels: [],
  optOut: [],
  deadlines: [],
  consent: [{ ...entry, kinds: ['marketing'], requires: 'prior' }],
  holidays: [],
  holidayYears: [],
};

/** A provider that writes down the moment each call begins, before anything else, and takes `callMs` to answer. */
export function witness(log: Call[], callMs: () => number): ChannelProvider {
  const memory = memoryProvider({
    id: 'wire',
    capabilities: { dedup: { by: 'none' }, lookup: 'by-client-ref', reaches: 'accepted', receipts: 'none' },
  });
  return {
    ...memory,
    async submit(message, { attempt }) {
      log.push({ stepKey: attempt.stepKey, to: message.to, at: process.hrtime.bigint() });
      await sleep(callMs());
      return { outcome: 'accepted', providerMessageId: `m-${attempt.stepKey}`, status: 'accepted' };
    },
  };
}

export interface HouseOptions {
  readonly client: SqlClient;
  readonly provider: ChannelProvider;
  readonly worker: string;
  /** Puts other stores in the place of the real ones. */
  readonly swap?: (stores: MessengerStores) => MessengerStores;
  readonly further?: Partial<MessengerOptions>;
}

/** A messenger on PostgreSQL with one sender, an offer, a note with a name in it and one SMS step. */
export function openHouse({ client, swap = (stores) => stores, ...given }: HouseOptions): Messenger {
  return openHouseOn(swap(postgresStores({ client, tenant: TENANT })), given);
}

/** The same messenger on any stores, on its own clock and with further options if need be. */
export function openHouseOn(
  stores: MessengerStores,
  given: Pick<HouseOptions, 'provider' | 'worker' | 'further'> & { readonly clock?: Clock },
): Messenger {
  const { provider, worker, clock, further } = given;
  return createMessenger({
    ...stores,
    clock,
    secret: Buffer.alloc(32, 7),
    law: [plainLaw, { ...plainLaw, id: 'us', country: 'US' }],
    senders: [{ id: 'acme', legalEntity: 'ACME Ltd', displayName: 'ACME', sms: 'ACME' }],
    channels: [provider],
    templates: [
      {
        id: 'sale',
        kind: 'marketing',
        purpose: 'offers',
        variants: [{ channel: 'sms', locale: 'en', text: 'ACME: the autumn sale is on. Reply STOP to opt out.' }],
      },
      { id: 'note', kind: 'transactional', variants: [{ channel: 'sms', locale: 'en', text: 'ACME: {{name}}, your order is on its way.' }] },
    ],
    plans: [definePlan('promo', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' })],
    fallbackLocale: 'en',
    pollMs: 5,
    worker,
    ...further,
  });
}

/** Consent to the campaign below, given on a form. */
export function grantTo(address: string): GrantAct {
  return { address, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence: { method: 'web-form', grade: 'B' } };
}

/** What a campaign of the offer says, but for its name and audience. */
export function saleCampaign(): Omit<CampaignOptions, 'id' | 'audience'> {
  const validUntil = new Date(Date.now() + 3_600_000);
  return { kind: 'marketing', purpose: 'offers', sender: 'acme', template: 'sale', plan: 'promo', validUntil };
}
