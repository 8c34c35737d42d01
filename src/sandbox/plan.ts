import type { Channel } from '../law/vocabulary.ts';
import type { Behaviour, PersonScript } from './behaviour.ts';
import type { Draw } from './draw.ts';
import type { PlannedEvent } from './ledger.ts';
import { codesOf, type ProviderApi } from './provider-api.ts';
import { complaintText, optOutText } from './replies.ts';

/** How the transport misbehaves around one send. */
type Fault = 'none' | 'cut' | 'held' | 'early' | 'throttled';

/** What is to become of one message: decided once, by the seed, the provider, the person and the step. */
export interface Fate {
  readonly absent: boolean;
  readonly fault: Fault;
  readonly plan: readonly PlannedEvent[];
}

export interface FateQuestion {
  readonly api: ProviderApi;
  readonly channel: Channel;
  readonly to: string;
  /** What names the step: the caller's reference, else the content. */
  readonly ref: string;
  /** The code with which the provider fails it whatever the person does. */
  readonly doomed: string | undefined;
  /** Milliseconds until the message's validity ends, if it has one. */
  readonly validityMs: number | undefined;
}

/** The fate of a message: pure, so that a rerun with the same seed behaves alike. */
export function decideFate(question: FateQuestion, behaviour: Behaviour, script: PersonScript, draw: Draw): Fate {
  const { api, channel, to, ref, doomed } = question;
  if (doomed !== undefined) return { absent: false, fault: 'none', plan: [{ afterMs: 1_000, type: 'failed', code: doomed }] };
  const by = (what: string) => draw(what, api.id, to, ref);
  const absentShare = channel === 'sms' ? behaviour.deadNumbers : behaviour.notOnChannel;
  const absent = script.onChannel === undefined ? draw('absent', channel, to) < absentShare : !script.onChannel;
  const delivery = script.delivery ?? (by('never') < behaviour.neverDelivered ? 'lost' : 'delivered');
  const receipts = absent ? failedAs(codesOf(api, channel).absent, by) : receiptsOf(question, delivery, behaviour, script, by);
  const told = api.reportsReceipts ? disturb(receipts, behaviour, script, by) : [];
  const reply = absent || delivery !== 'delivered' ? [] : replyOf(question, receipts, behaviour, script, by);
  return { absent, fault: faultOf(behaviour, script, by), plan: [...told, ...reply] };
}

function faultOf(behaviour: Behaviour, script: PersonScript, by: (what: string) => number): Fault {
  switch (script.fault) {
    case undefined:
      break;
    case 'cut':
    case 'held':
    case 'early':
    case 'throttled':
      return script.fault;
    default:
      return 'none';
  }
  if (by('throttled') < behaviour.throttled) return 'throttled';
  if (by('cut') < behaviour.cut) return 'cut';
  if (by('held') < behaviour.held) return 'held';
  return by('early') < behaviour.early ? 'early' : 'none';
}

function failedAs(code: string, by: (what: string) => number): readonly PlannedEvent[] {
  return [{ afterMs: 800 + Math.floor(by('fail') * 3_000), type: 'failed', code }];
}

function receiptsOf(
  question: FateQuestion,
  delivery: 'delivered' | 'never' | 'failed' | 'expired' | 'lost',
  behaviour: Behaviour,
  script: PersonScript,
  by: (what: string) => number,
): readonly PlannedEvent[] {
  const { api, channel, validityMs } = question;
  const sent: PlannedEvent = { afterMs: 200 + Math.floor(by('sent') * 1_800), type: 'sent' };
  if (delivery === 'failed')
    return [sent, { afterMs: sent.afterMs + 2_000, type: 'failed', code: script.failCode ?? codesOf(api, channel).unreachable }];
  if (delivery === 'expired') return [sent, { afterMs: validityMs ?? 3_600_000, type: 'expired' }];
  if (delivery !== 'delivered') return [sent, ...lossOf(question, delivery, by)];
  const usual = 2_000 + Math.floor(1_500 * Math.exp(4 * by('delay')));
  const late = by('late') < behaviour.late ? behaviour.lateMs : 0;
  const afterMs = script.deliverAfterMs ?? usual + late;
  // A network that respects the validity lets a message expire rather than come too late.
  if (validityMs !== undefined && afterMs > validityMs) return [sent, { afterMs: validityMs, type: 'expired' }];
  const delivered: PlannedEvent = { afterMs, type: 'delivered' };
  const reads = (channel === api.channel ? api.reportsReads : channel !== 'sms') && (script.read ?? by('read') < behaviour.read);
  return reads ? [sent, delivered, { afterMs: afterMs + 4_000 + Math.floor(by('reading') * 900_000), type: 'read' }] : [sent, delivered];
}

/** Messengers stay silent about what they never deliver; SMS networks mostly say so. */
function lossOf({ api, channel, validityMs }: FateQuestion, delivery: 'never' | 'lost', by: (what: string) => number): readonly PlannedEvent[] {
  if (delivery === 'never' || channel !== 'sms' || by('silent') < 0.2) return [];
  const failed: PlannedEvent = { afterMs: 20_000 + Math.floor(by('giving-up') * 240_000), type: 'failed', code: codesOf(api, channel).unreachable };
  return [by('expires') < 0.5 && validityMs !== undefined ? { afterMs: validityMs, type: 'expired' } : failed];
}

/** Repeats and reorders receipts. */
function disturb(
  receipts: readonly PlannedEvent[],
  behaviour: Behaviour,
  script: PersonScript,
  by: (what: string) => number,
): readonly PlannedEvent[] {
  const forced = script.fault;
  const duplicated = forced === undefined ? by('duplicated') < behaviour.duplicated : forced === 'duplicated';
  const reordered = forced === undefined ? by('reordered') < behaviour.reordered : forced === 'reordered';
  const last = receipts.find((event) => event.type !== 'sent');
  const moved =
    reordered && last !== undefined
      ? receipts.map((event) => (event.type === 'sent' ? { ...event, afterMs: last.afterMs + 1_500 } : event))
      : receipts;
  return duplicated ? moved.flatMap((event) => [event, { ...event, afterMs: event.afterMs + 700 }]) : moved;
}

function replyOf(
  { channel, to }: FateQuestion,
  receipts: readonly PlannedEvent[],
  behaviour: Behaviour,
  script: PersonScript,
  by: (what: string) => number,
): readonly PlannedEvent[] {
  const delivered = receipts.find((event) => event.type === 'delivered');
  if (delivered === undefined || script.reply === null) return [];
  const afterMs = delivered.afterMs + 20_000 + Math.floor(by('answering') * 240_000);
  if (script.reply !== undefined) {
    return [{ afterMs: delivered.afterMs + (script.reply.afterMs ?? 5_000), type: 'reply', text: script.reply.text, meaning: 'other' }];
  }
  const chance = by('reply');
  if (chance < behaviour.optOuts) {
    const onPlatform = channel !== 'sms' && by('how') < 0.4;
    return [onPlatform ? { afterMs, type: 'stop' } : { afterMs, type: 'reply', text: optOutText(to, by('words')), meaning: 'opt-out' }];
  }
  if (chance >= behaviour.optOuts + behaviour.complaints) return [];
  return [{ afterMs, type: 'reply', text: complaintText(to, by('words')), meaning: 'complaint' }];
}
