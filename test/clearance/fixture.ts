import type { ProviderCapabilities } from '../../src/channels/port.ts';
import type { Clearance, ClearanceDeps, ClearancePort, ClearanceRequest } from '../../src/clearance/index.ts';
import { createClearance } from '../../src/clearance/index.ts';
import type { ConsentRecord, SubjectRef } from '../../src/consent/record/record.ts';
import type { LawEntry, LawPack } from '../../src/law/pack.ts';
import { memoryCounterStore } from '../../src/limits/index.ts';
import type { Diagnostic } from '../../src/linter/diagnostic.ts';
import type { LintInput } from '../../src/linter/lint-message.ts';
import type { TemplateSet } from '../../src/template/message-template.ts';

export const now: Date = new Date('2026-11-23T12:00:00Z');
export const inForce: LawEntry = { basis: [], since: '2020-01-01', confidence: 'primary', checkedOn: '2026-11-23', reviewBy: '2027-11-23' };
const day = [['09:00', '21:00']] as const;

export function pack(over: Partial<LawPack> = {}): LawPack {
  return {
    id: 'gb',
    country: 'GB',
    name: { en: 'Great Britain', ru: 'Великобритания' },
    version: '2026-11-23',
    rules: [],
    windows: [{ ...inForce, kinds: ['marketing'], strength: 'operator', weekdays: day, saturday: day, sunday: day, holidays: day }],
    caps: [],
    channels: [],
    optOut: [{ ...inForce, confirmation: { withinMinutes: 5 } }],
    deadlines: [],
    consent: [],
    holidays: [],
    holidayYears: [2026],
    ...over,
  };
}

export const capabilities: ProviderCapabilities = {
  dedup: { by: 'none' },
  lookup: 'none',
  receipts: 'webhook',
  reaches: 'delivered',
  inbound: false,
  validity: { minMs: 60_000, maxMs: 86_400_000 },
  contents: ['text'],
  limits: {},
  dataLocation: 'unknown',
};

export const templates: TemplateSet = [
  {
    id: 'sale',
    kind: 'marketing',
    purpose: 'offers',
    variants: [
      { channel: 'sms', locale: 'en', text: 'Hello {{name}}, sale today. Reply STOP to opt out.' },
      {
        channel: 'whatsapp',
        locale: 'en',
        text: 'Hello {{name}}, sale today.',
        whatsapp: { name: 'sale_today', language: 'en', category: 'MARKETING' },
      },
      { channel: 'telegram', locale: 'en', text: 'Sale' },
    ],
  },
  { id: 'code', kind: 'auth', variants: [{ channel: 'sms', locale: 'en', text: 'Code {{code}}' }] },
  { id: 'parcel', kind: 'transactional', variants: [{ channel: 'sms', locale: 'en', text: 'Your parcel is here' }] },
];

export const record = { id: 'rec-1', sequence: 3, channels: '*' } as ConsentRecord;

export interface Fixture extends Partial<ClearanceDeps> {
  readonly pack?: Partial<LawPack>;
  readonly capabilities?: Partial<ProviderCapabilities>;
  readonly errors?: readonly Diagnostic[];
}

export interface Gate {
  readonly clearance: ClearancePort;
  /** Clears one step and gives its verdict. */
  readonly clear: (request?: Partial<ClearanceRequest>, at?: Date) => Promise<Clearance>;
  /** What the linter was asked. */
  readonly linted: readonly LintInput[];
  /** The process clock. */
  readonly monotonic: { ms: number };
}

/** A gate with one British sender, a provider for every channel, and a person who agreed to everything. */
export function gate(over: Fixture = {}): Gate {
  const { pack: law, capabilities: can, errors = [], ...deps } = over;
  let ids = 0;
  const monotonic = { ms: 1_000 };
  const linted: LintInput[] = [];
  const clearance = createClearance({
    packs: [pack(law)],
    senders: [{ id: 'acme', legalEntity: 'Acme Ltd', displayName: 'Acme', sms: 'ACME', whatsapp: '1001', telegram: 'acme_bot' }],
    templates,
    providers: [
      { id: 'gateway', channels: ['sms'], capabilities: { ...capabilities, ...can } },
      { id: 'meta', channels: ['whatsapp'], capabilities: { ...capabilities, contents: ['template'] } },
      { id: 'bot', channels: ['telegram'], capabilities },
    ],
    decide: async (questions) => questions.map(({ kind }) => ({ allowed: true, record: kind === 'marketing' ? record : null })),
    linter: {
      lint(input) {
        linted.push(input);
        return errors;
      },
    },
    counters: memoryCounterStore(),
    clock: { monotonicMs: () => monotonic.ms },
    newId: () => `clearance-${++ids}`,
    ...deps,
  });
  const clear = async (request: Partial<ClearanceRequest> = {}, at: Date = now): Promise<Clearance> =>
    (await clearance.clear([step(request)], at))[0]!;
  return { clearance, clear, linted, monotonic };
}

export function step(over: Partial<ClearanceRequest> = {}): ClearanceRequest {
  return {
    deliveryId: 'd-1',
    stepKey: 'd-1/0',
    subject: 'subject-1' as SubjectRef,
    epoch: 0,
    phone: '+447700900123',
    country: 'GB',
    timeZone: 'Europe/London',
    kind: 'marketing',
    purpose: 'offers',
    sender: 'acme',
    template: 'sale',
    values: { name: 'Ann' },
    channel: 'sms',
    provider: 'gateway',
    validUntil: new Date('2026-11-25T12:00:00Z'),
    ...over,
  };
}
