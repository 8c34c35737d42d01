import type { DeliveryStatus } from '../../channels/taxonomy.ts';
import type { Attempt, Delivery, StepProgress } from './delivery.ts';
import { isTerminal } from './delivery-state.ts';
import { seenOf } from './message-standing.ts';
import { isDoubleReach } from './terminal-state.ts';
import { outcomeTexts, reasonTexts, stateTexts, statusTexts } from './trace-texts.ts';

/** One thing that happened to a delivery, in words. Holds no number and no text of a message. */
export interface TraceLine {
  readonly at: Date;
  readonly text: string;
}

type Locale = 'en' | 'ru';

const phrases = {
  stored: { en: 'asked for', ru: 'поставлено в план' },
  deferred: { en: 'put off until', ru: 'отложено до' },
  left: { en: 'went on', ru: 'переход дальше' },
  halted: { en: 'called off', ru: 'отменено решением' },
  optOut: { en: 'refusal recorded in the consent ledger', ru: 'отказ записан в журнал согласий' },
  gone: {
    en: 'the number is assigned to nobody: consents suspended in the ledger',
    ru: 'номер никому не принадлежит: согласия приостановлены в журнале',
  },
  receipt: { en: 'receipt', ru: 'отчёт' },
  attempt: { en: 'attempt', ru: 'попытка' },
  twice: { en: 'the person received it twice', ru: 'человек получил дважды' },
} as const;

/** What happened to a delivery, in order of time, for people: who called, what was answered, why it went on or ended. */
export function trace(delivery: Delivery, locale: Locale = 'en'): readonly TraceLine[] {
  const lines: TraceLine[] = [{ at: delivery.createdAt, text: phrases.stored[locale] }];
  for (const [index, step] of delivery.steps.entries()) lines.push(...stepLines(step, index, locale));
  const { deferred, halted, settled, optOutRecordedAt, goneRecordedAt, state, reason } = delivery;
  if (halted !== undefined) lines.push({ at: halted.at, text: `${phrases.halted[locale]}: ${reasonTexts[halted.reason][locale]}` });
  if (optOutRecordedAt !== undefined) lines.push({ at: optOutRecordedAt, text: phrases.optOut[locale] });
  if (goneRecordedAt !== undefined) lines.push({ at: goneRecordedAt, text: phrases.gone[locale] });
  const sorted = lines.map((line, place) => ({ line, place })).sort((a, b) => a.line.at.getTime() - b.line.at.getTime() || a.place - b.place);
  const told = sorted.map(({ line }) => line);
  const last = told.at(-1)?.at ?? delivery.createdAt;
  if (deferred !== undefined && !isTerminal(state))
    told.push({ at: last, text: `${phrases.deferred[locale]} ${deferred.until.toISOString()}: ${reasonTexts[deferred.reason][locale]}` });
  if (settled !== undefined) {
    const why = reason === null ? '' : `: ${reasonTexts[reason][locale]}`;
    told.push({ at: new Date(Math.max(settled.at.getTime(), last.getTime())), text: `${stateTexts[state][locale]}${why}` });
    if (isDoubleReach(delivery)) told.push({ at: last, text: phrases.twice[locale] });
  }
  return told;
}

function stepLines(step: StepProgress, index: number, locale: Locale): readonly TraceLine[] {
  const lines = step.attempts.flatMap((attempt) => attemptLines(attempt, index, locale));
  const channel = step.attempts[0]?.channel;
  const name = `${index + 1}${channel === undefined ? '' : ` ${channel}`}`;
  for (const message of step.messages)
    for (const [status, at] of Object.entries(seenOf(message)) as [DeliveryStatus, Date][])
      lines.push({ at, text: `${name}: ${phrases.receipt[locale]} «${statusTexts[status][locale]}»` });
  if (step.left !== undefined) lines.push({ at: step.left.at, text: `${name}: ${phrases.left[locale]}: ${reasonTexts[step.left.reason][locale]}` });
  return lines;
}

function attemptLines({ number, channel, provider, startedAt, endedAt, result }: Attempt, index: number, locale: Locale): TraceLine[] {
  const name = `${index + 1} ${channel}: ${phrases.attempt[locale]} ${number} (${provider})`;
  const lines: TraceLine[] = [{ at: startedAt, text: name }];
  if (endedAt === undefined || result === undefined) return lines;
  const why = result.outcome === 'rejected' ? `: ${reasonTexts[result.errorClass][locale]}` : '';
  lines.push({ at: endedAt, text: `${name}: ${outcomeTexts[result.outcome][locale]}${why}` });
  return lines;
}
