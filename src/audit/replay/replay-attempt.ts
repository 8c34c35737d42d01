import type { Attempt, Delivery } from '../../cascade/delivery/delivery.ts';
import { type LawAt, lawBook } from '../../clearance/law-at.ts';
import { confirmationEnd, consentQuestion } from '../../clearance/lawful-ground.ts';
import { senderLintFacts, senderOnChannel } from '../../clearance/sender-facts.ts';
import type { ConsentDemand } from '../../consent/decide/consent-demand.ts';
import { decideConsent } from '../../consent/decide/decide-consent.ts';
import type { ConsentRecord } from '../../consent/record/record.ts';
import { isInForce } from '../../law/in-force.ts';
import type { IsoDate, LawPack, WindowEntry } from '../../law/pack.ts';
import type { Channel } from '../../law/vocabulary.ts';
import { createLinter } from '../../linter/create-linter.ts';
import { countryOf, isE164, possibleZones, zonesOfCountry } from '../../phone/index.ts';
import { isTimeZone, localIso, localTime, windowEnd } from '../../windows/index.ts';
import type { AuditCheck, AuditedAttempt, AuditFinding } from './audit-finding.ts';
import { capFindings, type SentBefore } from './replay-caps.ts';
import type { KeptSettings } from './settings.ts';

/** What a replay goes by. */
export interface ReplayFrame {
  readonly packs: readonly LawPack[];
  readonly settings: KeptSettings;
  /** Law of this date; of the day a message was sent when absent. */
  readonly asOf?: IsoDate | undefined;
  /** The other date. */
  readonly against: IsoDate;
  readonly consentDemands?: readonly ConsentDemand[] | undefined;
  readonly requiresRegistration?: ((country: string, channel: Channel) => boolean) | undefined;
}

/** What is stored about one call. */
export interface StoredAttempt {
  readonly delivery: Delivery;
  /** From 0. */
  readonly step: number;
  readonly attempt: Attempt;
  /** The person's records. */
  readonly records: readonly ConsentRecord[];
  /** What else was sent to the person; only read where some law limits how often. */
  readonly others: readonly SentBefore[];
}

/** Judges what went out, by the law of two dates. Pure: the same stored facts, the same findings. */
export type Replay = (stored: StoredAttempt) => AuditedAttempt;

/** Prepares a replay: linter and law are looked up once. */
export function createReplay(frame: ReplayFrame): Replay {
  const linter = createLinter({ packs: frame.packs, today: frame.against });
  const lawOf = lawBook(frame.packs, {});
  return (stored) => {
    const { delivery, step, attempt } = stored;
    const { request } = delivery;
    const zones = zonesOf(delivery, attempt.startedAt);
    const sentOn =
      zones
        .map((zone) => localTime(attempt.startedAt, zone).day)
        .toSorted()
        .at(-1) ?? attempt.startedAt.toISOString().slice(0, 10);
    const asOf = frame.asOf ?? sentOn;
    const judge = (on: IsoDate): readonly AuditFinding[] => {
      const { country, region, kind } = request;
      const law = lawOf({ country, region, channel: attempt.channel, kind, on });
      const about = { ...stored, zones, law, on };
      return [
        ...lawFindings(about),
        ...consentFindings(about, frame),
        ...windowFindings(about),
        ...capFindings({
          caps: law.caps,
          zones,
          subject: request.subject,
          at: attempt.startedAt,
          kind,
          channel: attempt.channel,
          others: stored.others,
        }),
        ...senderFindings(about, frame),
        ...contentFindings(about, frame, linter),
      ];
    };
    return {
      deliveryId: request.id,
      campaignId: request.campaignId ?? null,
      step: step + 1,
      number: attempt.number,
      at: attempt.startedAt,
      channel: attempt.channel,
      country: request.country,
      clearedBy: attempt.evidence.packs,
      asOf,
      against: frame.against,
      findings: judge(asOf),
      findingsAgainst: asOf === frame.against ? judge(asOf) : judge(frame.against),
    };
  };
}

interface Judged extends StoredAttempt {
  readonly zones: readonly string[];
  readonly law: LawAt;
  readonly on: IsoDate;
}

function finding(check: AuditCheck, code: string): AuditFinding {
  return { check, code, severity: 'error' };
}

function lawFindings({ delivery: { request }, law }: Judged): readonly AuditFinding[] {
  if (request.kind === 'marketing' && !law.covered) return [finding('law', 'no-law-pack')];
  return law.barred ? [finding('law', 'channel-barred')] : [];
}

/** What the ledger says of that moment. A refusal that came to be known only after the call says so: nobody could have heeded it. */
function consentFindings({ delivery: { request }, attempt, records, law }: Judged, { consentDemands }: ReplayFrame): readonly AuditFinding[] {
  const { startedAt, channel, evidence } = attempt;
  const { subject, country, kind, sender, purpose, confirms } = request;
  if (confirms !== undefined) {
    const end = confirmationEnd(confirms, law);
    return end === undefined || startedAt >= end ? [finding('consent', 'confirmation-not-allowed')] : [];
  }
  const question = consentQuestion({ subject, country, kind, sender, channel, purpose }, law, startedAt, consentDemands);
  const decision = decideConsent(records, { ...question, historical: true });
  if (decision.allowed) {
    const { ground } = evidence;
    const lost = 'recordId' in ground && !records.some(({ id }) => id === ground.recordId);
    return lost ? [finding('consent', 'record-missing')] : [];
  }
  const known = records.filter(({ recordedAt }) => recordedAt <= startedAt);
  const heeded = decideConsent(known, { ...question, historical: true });
  return [heeded.allowed ? { ...finding('consent', `${decision.reason}-known-later`), severity: 'warn' } : finding('consent', decision.reason)];
}

/** Hours of the law alone, in all zones the person may be in, at the wall clock of the call. */
function windowFindings({ delivery: { request }, attempt, law, zones, on }: Judged): readonly AuditFinding[] {
  const windows = law.windows.filter((window) => isInForce(window, on)).map(always);
  if (windows.length === 0) return [];
  const inside = (own: readonly WindowEntry[]): boolean =>
    windowEnd({ windows: own, zones, holidays: law.holidays, from: attempt.startedAt }) !== undefined;
  if (inside(windows)) return [];
  const binding = windows.filter(({ strength }) => strength !== 'advisory');
  const broken = binding.length > 0 && !inside(binding);
  const confirming = request.confirms !== undefined;
  return confirming ? [] : [{ check: 'window', code: 'quiet-hours', severity: broken ? 'error' : 'warn' }];
}

/** An hour of the date that is looked at, whatever the day of the call was. */
function always({ until: _, ...window }: WindowEntry): WindowEntry {
  return { ...window, since: '1970-01-01' };
}

function senderFindings({ delivery: { request }, attempt }: Judged, { settings, requiresRegistration }: ReplayFrame): readonly AuditFinding[] {
  const sender = settings.senderAt(request.sender, attempt.startedAt);
  if (sender === undefined) return [{ check: 'facts', code: 'sender-not-kept', severity: 'warn' }];
  const found = senderOnChannel(sender, attempt.channel, request.country, attempt.startedAt, requiresRegistration);
  return found.ok ? [] : [finding('sender', found.reason)];
}

function contentFindings(
  { delivery: { request }, attempt, zones, on }: Judged,
  { settings }: ReplayFrame,
  linter: ReturnType<typeof createLinter>,
): readonly AuditFinding[] {
  const { template, values, country, region, kind, sender: senderId } = request;
  const { channel, evidence, startedAt } = attempt;
  const words = settings.wordsOf({ template, channel, values, contentHash: evidence.contentHash });
  if (words === null) return [{ check: 'facts', code: 'content-not-proven', severity: 'warn' }];
  const sender = settings.senderAt(senderId, startedAt);
  const from = sender === undefined ? undefined : senderOnChannel(sender, channel, country, startedAt, undefined);
  const shown = sender === undefined ? undefined : channel === 'sms' && from?.ok === true ? from.from : sender.displayName;
  const facts = { ...(sender === undefined ? {} : senderLintFacts(sender, country, startedAt)), ...settings.factsAt(template, senderId, startedAt) };
  const clocks = new Set(zones.map((zone) => localIso(startedAt, zone)));
  const found = new Map<string, AuditFinding>();
  for (const at of clocks)
    for (const { rule, severity, pack, basis, confidence } of linter.lint({
      country,
      ...(region === undefined ? {} : { region }),
      channel,
      kind,
      ...(shown === undefined ? {} : { sender: shown }),
      text: words.text,
      buttons: words.buttons,
      at,
      asOf: on,
      facts,
    }))
      found.set(`${rule}|${severity}|${pack}`, { check: 'content', code: rule, severity, pack, basis, confidence });
  return [...found.values()];
}

/** Every zone the person may have been in, as a clearance reads it. */
function zonesOf({ request: { timeZone, phone, country } }: Delivery, at: Date): readonly string[] {
  if (timeZone !== undefined && isTimeZone(timeZone)) return [timeZone];
  const zones = phone !== null && isE164(phone) && countryOf(phone) === country ? possibleZones(phone) : zonesOfCountry(country);
  const seen = new Map(zones.filter((zone) => isTimeZone(zone)).map((zone) => [localIso(at, zone), zone]));
  return [...seen.values()];
}
