import type { ProviderCapabilities } from '../channels/port.ts';
import type { IsoDate } from '../law/pack.ts';
import type { MessageKind } from '../law/vocabulary.ts';
import type { Sender } from '../message/sender.ts';
import { countryOf, isE164, possibleZones, zonesOfCountry } from '../phone/index.ts';
import { chooseVariant } from '../template/choose-variant.ts';
import type { CompiledTemplate } from '../template/compile-templates.ts';
import { isSendable, type TemplateVariant } from '../template/message-template.ts';
import { localTime, spanAt, UnknownTimeZoneError } from '../windows/index.ts';
import type { ClearanceRequest } from './clearance.ts';
import type { AccountState, ClearanceDeps, VariantState } from './clearance-deps.ts';
import { type LawAt, lawBook } from './law-at.ts';
import { templateBook } from './render-content.ts';
import { senderOnChannel } from './sender-facts.ts';
import { deferred, type Held, refused } from './verdict.ts';

/** What is known about a step before anybody's consent is read. */
export interface StepFacts {
  readonly sender: Sender;
  readonly from: string;
  readonly to: string;
  readonly capabilities: ProviderCapabilities;
  readonly template: CompiledTemplate;
  readonly variant: TemplateVariant;
  /** As asked for, or marketing where the platform has filed the template under it. */
  readonly kind: MessageKind;
  /** All zones the person may be in. */
  readonly zones: readonly string[];
  /** Of them the ones with the earliest and the latest clock right now. */
  readonly clocks: readonly [earliest: string, latest: string];
  readonly day: IsoDate;
  readonly law: LawAt;
}

/** Channels that reach people by an id of their own, not by phone number. */
const idChannels: ReadonlySet<string> = new Set(['telegram', 'max']);

/** Looks up everything about a step that needs no store; holds the step back when a fact is missing, over, or against it. */
export function stepFactsReader(deps: ClearanceDeps): (request: ClearanceRequest, now: Date) => StepFacts | Held {
  const senders = new Map(deps.senders.map((sender) => [sender.id, sender]));
  const providers = new Map(deps.providers.map((provider) => [provider.id, provider]));
  const templates = templateBook(deps.templates);
  const law = lawBook(deps.packs, deps);
  const knownZones = new WeakMap<readonly string[], readonly string[]>();

  return (request, now) => {
    const { channel, country, region } = request;
    if (!isE164(request.phone)) return refused('delivery', 'invalid-recipient');
    const sender = senders.get(request.sender);
    if (sender === undefined) return refused('delivery', 'sender-unknown');
    const provider = providers.get(request.provider);
    if (provider === undefined || !provider.channels.includes(channel)) return refused('step', 'provider-missing');
    const { capabilities } = provider;
    const to = request.address ?? (takesPhones(channel, capabilities) ? request.phone : undefined);
    if (to === undefined) return refused('step', 'no-address');
    const name = senderOnChannel(sender, channel, country, now, deps.requiresRegistration);
    if (!name.ok) return refused('step', name.reason);

    const template = templates.get(request.template);
    if (template === undefined) return refused('delivery', 'template-missing');
    if (template.template.kind === 'marketing' && request.kind !== 'marketing') return refused('delivery', 'content-refused');
    const choice = chooseVariant(template.template, { channel, locale: request.locale, fallbackLocale: deps.fallbackLocale });
    if (!choice.ok) return refused('step', 'template-variant-missing');
    const news = deps.variantState?.(request.template, choice.variant);
    const kind = (news?.category ?? choice.variant.whatsapp?.category) === 'MARKETING' ? 'marketing' : request.kind;
    const halted = haltedVariant(request, choice.variant, news, now) ?? haltedAccount(request, kind, deps.accountState?.(request.provider, now), now);
    if (halted !== undefined) return halted;

    const zones = zonesOf(request, now, knownZones);
    const clocks = extremeClocks(zones, now);
    const { day } = localTime(now, clocks[1]);
    const facts = { sender, from: name.from, to, capabilities, template, variant: choice.variant, kind, zones, clocks, day };
    return { ...facts, law: law({ country, region, channel, kind, on: day }) };
  };
}

function takesPhones(channel: string, { contents }: ProviderCapabilities): boolean {
  // A gateway for codes alone (Telegram's) finds people by number even there.
  return !idChannels.has(channel) || contents.every((content) => content === 'code');
}

function haltedVariant(request: ClearanceRequest, variant: TemplateVariant, news: VariantState | undefined, now: Date): Held | undefined {
  const state = news?.state ?? variant.state;
  if (isSendable(state)) return undefined;
  if (state !== 'paused' && state !== 'pending') return refused('step', 'template-disabled');
  const resumesAt = news?.resumesAt;
  // The pause is over by its own length; if it is not, the platform refuses the template itself.
  if (state === 'paused' && resumesAt !== undefined && resumesAt <= now) return undefined;
  return resumesAt !== undefined && resumesAt < request.validUntil ? deferred(resumesAt, 'template-paused') : refused('step', 'template-paused');
}

/** A halted account waits while the message can wait; a message that cannot goes to the plan's next channel. */
function haltedAccount(request: ClearanceRequest, kind: MessageKind, account: AccountState | undefined, now: Date): Held | undefined {
  if (account?.halted === undefined || account.until === undefined) return undefined;
  if (account.halted === 'marketing' && kind !== 'marketing') return undefined;
  if (account.until >= request.validUntil) return refused('step', 'sender-halted');
  return deferred(new Date(Math.min(account.until.getTime(), now.getTime() + RECHECK_HALT_MS)), 'sender-closed');
}

/** The platform may lift a halt early. */
const RECHECK_HALT_MS = 900_000;

/** The host's zone where the system knows it; else every zone the number, or the stated country, allows. */
function zonesOf(
  { timeZone, phone, country }: ClearanceRequest,
  now: Date,
  knownOf: WeakMap<readonly string[], readonly string[]>,
): readonly string[] {
  if (timeZone !== undefined && isKnown(timeZone, now)) return [timeZone];
  const possible = isE164(phone) && countryOf(phone) === country ? possibleZones(phone) : zonesOfCountry(country);
  // The phone room gives the same list for the same place each time; the windows' memo goes by it too.
  let known = knownOf.get(possible);
  if (known === undefined) {
    known = possible.filter((zone) => isKnown(zone, now));
    knownOf.set(possible, known);
  }
  return known;
}

function isKnown(zone: string, now: Date): boolean {
  try {
    spanAt(zone, now.getTime());
    return true;
  } catch (error) {
    if (error instanceof UnknownTimeZoneError) return false;
    throw error;
  }
}

function extremeClocks(zones: readonly string[], now: Date): readonly [string, string] {
  const offset = (zone: string): number => spanAt(zone, now.getTime()).offsetMs;
  const first = zones[0] ?? 'UTC';
  return [
    zones.reduce((earliest, zone) => (offset(zone) < offset(earliest) ? zone : earliest), first),
    zones.reduce((latest, zone) => (offset(zone) > offset(latest) ? zone : latest), first),
  ];
}
