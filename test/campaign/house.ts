import type { AudienceRow, CampaignOptions, CascadePlan, MessengerOptions, MessengerStores, TemplateSet } from '../../src/index.ts';
import { createMessenger, definePlan, type Messenger } from '../../src/index.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { type ManualClock, type MemoryProvider, memoryProvider } from '../../src/testing/index.ts';

/** A Monday morning at which everybody in Great Britain may be written to. */
export const start: Date = new Date('2026-04-13T10:00:00Z');

export const templates: TemplateSet = [
  {
    id: 'sale',
    kind: 'marketing',
    purpose: 'offers',
    variants: [
      { channel: 'whatsapp', locale: 'en', text: 'Acme Garden: {{name}}, bulbs are 20% off until Friday. Reply STOP to opt out.' },
      { channel: 'sms', locale: 'en', text: 'Acme Garden: {{name}}, bulbs are 20% off until Friday. Opt out: acme.example/stop' },
    ],
  },
  {
    id: 'code',
    kind: 'auth',
    variants: [
      { channel: 'sms', locale: 'en', text: 'Your Acme code is {{code}}' },
      { channel: 'whatsapp', locale: 'en', text: 'Your Acme code is {{code}}' },
    ],
  },
  {
    id: 'parcel',
    kind: 'transactional',
    variants: [
      { channel: 'whatsapp', locale: 'en', text: 'Acme Garden: your parcel has arrived.' },
      { channel: 'sms', locale: 'en', text: 'Acme Garden: your parcel has arrived.' },
    ],
  },
];

export const plans: readonly CascadePlan[] = [
  definePlan(
    'promo',
    [
      { channel: 'whatsapp', waitFor: 'accepted', fallBackAfterMs: 15 * 60_000 },
      { channel: 'sms', waitFor: 'accepted' },
    ],
    { onUnknown: 'wait' },
  ),
  definePlan('sms-only', [{ channel: 'sms', waitFor: 'accepted' }], { onUnknown: 'wait' }),
];

export interface House {
  readonly messenger: Messenger;
  readonly clock: ManualClock;
  readonly whatsapp: MemoryProvider;
  readonly sms: MemoryProvider;
}

/** A garden shop with two channels on given stores. */
export function house(stores: MessengerStores, clock: ManualClock, over: Partial<MessengerOptions> = {}): House {
  const whatsapp = memoryProvider({ id: 'whatsapp', channels: ['whatsapp'] });
  const sms = memoryProvider({ id: 'sms', channels: ['sms'] });
  const messenger = createMessenger({
    ...stores,
    secret: new Uint8Array(32).fill(7),
    law: [gb(), ru()],
    senders: [{ id: 'acme', legalEntity: 'Acme Garden Ltd', displayName: 'Acme Garden', sms: 'ACMEGARDEN', whatsapp: '106300000000001' }],
    channels: [whatsapp, sms],
    templates,
    plans,
    clock,
    prices: { worstCase: ({ channel, segments }) => (channel === 'sms' ? 40_000 * segments : 60_000) },
    ...over,
  });
  return { messenger, clock, whatsapp, sms };
}

/** A number reserved for fiction. */
export function phone(place: number): string {
  return `+447700900${String(place).padStart(3, '0')}`;
}

export function people(from: number, to: number): AudienceRow[] {
  return Array.from({ length: to - from }, (_, index) => ({ to: phone(from + index), locale: 'en', values: { name: 'Emma' } }));
}

export async function grantAll(
  { messenger }: House,
  rows: readonly AudienceRow[],
  channels: readonly ('sms' | 'whatsapp')[] = ['whatsapp', 'sms'],
): Promise<void> {
  for (const { to } of rows)
    await messenger.consent.grant({
      address: to,
      sender: 'acme',
      purposes: ['offers'],
      channels,
      evidence: { method: 'web-form', grade: 'B' },
      occurredAt: new Date('2026-01-10T09:00:00Z'),
    });
}

export const message: Omit<CampaignOptions, 'audience'> & { readonly kind: 'marketing' } = {
  id: 'spring',
  kind: 'marketing',
  purpose: 'offers',
  sender: 'acme',
  template: 'sale',
  plan: 'promo',
  validUntil: new Date(start.getTime() + 2 * 86_400_000),
};

/** Ticks until nothing is due now. */
export async function settle({ messenger }: House): Promise<void> {
  for (let count = 0; count < 200; count++) if ((await messenger.tick()).done === 0) return;
  throw new Error('Something is due for ever.');
}
