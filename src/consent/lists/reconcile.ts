import type { Channel } from '../../law/vocabulary.ts';
import type { ConsentBook } from '../consent-book.ts';
import { effectiveMs } from '../decide/effective-order.ts';
import type { ConsentRecord, SubjectRef } from '../record/record.ts';
import type { ImportError } from './import-consents.ts';
import type { ImportRow } from './import-source.ts';
import { type OptOutListFormat, type ProviderOptOut, readOptOut } from './reconcile-format.ts';

export interface ReconcileOptions {
  /** Id of the provider: named in the evidence. */
  readonly provider: string;
  readonly format: OptOutListFormat;
  /** Sender the list belongs to. @default '*', all of the tenant's */
  readonly sender?: string | undefined;
  /** Channels the list stops. */
  readonly channels: readonly Channel[];
  /** When the list was taken: opt-outs without a time count from then. */
  readonly asOf: Date;
  /** ISO country of numbers without a country code. */
  readonly country?: string | undefined;
  /** Says what would happen and writes nothing. @default false */
  readonly dryRun?: boolean | undefined;
  readonly onError?: ((error: ImportError) => void) | undefined;
  /** Somebody who said no to us and is not on the provider's list for these channels. */
  readonly onMissing?: ((person: MissingOptOut) => void | Promise<void>) | undefined;
}

/** An opt-out that a provider is to be told of. */
export interface MissingOptOut {
  readonly subject: SubjectRef;
  /** `null` after an erasure. */
  readonly address: string | null;
  readonly channels: readonly Channel[];
  /** When the person said no. */
  readonly occurredAt: Date;
}

export interface Reconciliation {
  readonly read: number;
  /** Opt-outs the ledger did not know: recorded as withdrawals. */
  readonly added: number;
  readonly known: number;
  readonly failed: number;
  /** People who agreed again since, while the provider still holds them back: to be lifted there. */
  readonly agreedAgain: number;
  /** People the provider does not know to have said no. */
  readonly missing: number;
}

const BATCH = 500;

/**
 * Compares a provider's opt-out list with the ledger, both ways. What only the provider knows is recorded; what only the ledger knows is
 * handed out to be told to the provider. Done again with the same list it adds nothing.
 */
export async function reconcile(book: ConsentBook, rows: AsyncIterable<ImportRow>, options: ReconcileOptions): Promise<Reconciliation> {
  const result = { read: 0, added: 0, known: 0, failed: 0, agreedAgain: 0, missing: 0 };
  const listed: Listed = new Map();
  let waiting: ProviderOptOut[] = [];
  const flush = async (): Promise<void> => {
    for (const name of await takeOver(book, waiting, listed, options)) result[name] += 1;
    waiting = [];
  };
  for await (const row of rows) {
    const optOut = readOptOut(row, options.format, options.country);
    if (optOut === null || ('channel' in optOut && optOut.channel !== null && !options.channels.includes(optOut.channel))) continue;
    result.read += 1;
    if ('expected' in optOut) {
      result.failed += 1;
      options.onError?.(optOut);
      continue;
    }
    waiting.push(optOut);
    if (waiting.length >= BATCH) await flush();
  }
  await flush();
  for await (const person of refusedPeople(book, listed, options)) {
    result.missing += 1;
    await options.onMissing?.({ ...person, address: await addressOf(book, person.subject) });
  }
  return result;
}

/** The channels a provider has each person on its list for. */
type Listed = Map<SubjectRef, Set<Channel>>;

const standings = ['added', 'agreedAgain', 'known'] as const;
type Standing = (typeof standings)[number];

async function takeOver(
  book: ConsentBook,
  optOuts: readonly ProviderOptOut[],
  listed: Listed,
  options: ReconcileOptions,
): Promise<readonly Standing[]> {
  const { provider, sender = '*', asOf, dryRun = false } = options;
  const chains = await book.load(optOuts.map(({ phone }) => book.subject(phone)));
  const answers: Standing[] = [];
  for (const { phone, occurredAt, channel } of optOuts) {
    const subject = book.subject(phone);
    const there = listed.get(subject) ?? new Set();
    const reached = channel === null ? options.channels : [channel];
    const found = reached.map((one) => (there.has(one) ? 'known' : standingOf(chains.get(subject) ?? [], occurredAt, one, options)));
    listed.set(subject, new Set([...there, ...reached]));
    answers.push(standings.find((one) => found.includes(one)) ?? 'known');
    const channels = reached.filter((_, i) => found[i] === 'added');
    if (channels.length === 0 || dryRun) continue;
    const evidence = { method: 'provider', grade: 'B', actor: provider } as const;
    await book.withdraw({ address: phone, sender, channels, occurredAt: occurredAt ?? asOf, evidence, reason: 'provider-list' });
  }
  return answers;
}

/** How an opt-out of the list stands to what the ledger knows of the person. Doubt is an opt-out. */
function standingOf(chain: readonly ConsentRecord[], occurredAt: Date | null, channel: Channel, options: ReconcileOptions): Standing {
  const refusals = refusalsOf(chain, channel, options);
  const lastPermission = Math.max(Number.NEGATIVE_INFINITY, ...chain.filter((record) => permits(record, channel, options)).map(effectiveMs));
  const lastRefusal = Math.max(Number.NEGATIVE_INFINITY, ...refusals.map(effectiveMs));
  if (lastRefusal >= lastPermission && refusals.length > 0) return 'known';
  const told = refusals.some(({ evidence }) => evidence.method === 'provider' && evidence.actor === options.provider);
  if (occurredAt === null) return told ? 'agreedAgain' : 'added';
  if (lastRefusal >= occurredAt.getTime()) return 'agreedAgain';
  return occurredAt.getTime() < lastPermission && told ? 'agreedAgain' : 'added';
}

function refusalsOf(chain: readonly ConsentRecord[], channel: Channel, options: ReconcileOptions): readonly ConsentRecord[] {
  return chain.filter((record) => stopsAll(record, channel, options) && !isLifted(record, chain));
}

/** A suppression that was taken off counts no longer; when in doubt for whom, it does not. */
function isLifted(record: ConsentRecord, chain: readonly ConsentRecord[]): boolean {
  return record.kind === 'suppressed' && chain.some((later) => later.kind === 'unsuppressed' && later.sequence > record.sequence);
}

function stopsAll(record: ConsentRecord, channel: Channel, { sender = '*' }: ReconcileOptions): boolean {
  if (record.kind === 'erased') return true;
  if (record.kind !== 'withdrawn' && record.kind !== 'suppressed') return false;
  const reaches = record.channels === '*' || record.channels.includes(channel);
  return reaches && record.purposes === '*' && (record.sender === '*' || record.sender === sender);
}

function permits(record: ConsentRecord, channel: Channel, { sender = '*' }: ReconcileOptions): boolean {
  if (record.kind !== 'granted' && record.kind !== 'confirmed' && record.kind !== 'imported' && record.kind !== 'refreshed') return false;
  return (record.channels === '*' || record.channels.includes(channel)) && (sender === '*' || record.sender === sender);
}

/** Everybody whose last word in the list's scope is no, each once, with the channels the list does not have them for. */
async function* refusedPeople(book: ConsentBook, listed: Listed, options: ReconcileOptions): AsyncGenerator<Omit<MissingOptOut, 'address'>> {
  const seen = new Set<SubjectRef>();
  let waiting: SubjectRef[] = [];
  const isMissing = (subject: SubjectRef, channel: Channel): boolean => listed.get(subject)?.has(channel) !== true;
  const refused = async (): Promise<readonly Omit<MissingOptOut, 'address'>[]> => {
    const chains = await book.load(waiting);
    waiting = [];
    return [...chains].flatMap(([subject, chain]) => {
      const channels = options.channels.filter((one) => isMissing(subject, one) && standingOf(chain, null, one, options) === 'known');
      const said = channels.flatMap((one) => refusalsOf(chain, one, options).map(effectiveMs));
      return channels.length === 0 ? [] : [{ subject, channels, occurredAt: new Date(Math.max(...said)) }];
    });
  };
  for await (const record of book.exportAll()) {
    const { subject } = record;
    if (seen.has(subject) || !options.channels.some((one) => isMissing(subject, one) && stopsAll(record, one, options))) continue;
    seen.add(subject);
    waiting.push(subject);
    if (waiting.length >= BATCH) yield* await refused();
  }
  yield* await refused();
}

async function addressOf(book: ConsentBook, subject: SubjectRef): Promise<string | null> {
  return (await book.history(subject)).findLast(({ personal }) => personal?.address !== undefined)?.personal?.address ?? null;
}
