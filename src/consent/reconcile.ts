import type { Channel } from '../law/vocabulary.ts';
import type { ConsentBook } from './consent-book.ts';
import { effectiveMs } from './effective-order.ts';
import type { ImportError } from './import-consents.ts';
import type { ImportRow } from './import-source.ts';
import { type OptOutListFormat, type ProviderOptOut, readOptOut } from './reconcile-format.ts';
import type { ConsentRecord, SubjectRef } from './record.ts';

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
  /** Somebody who said no to us and is not on the provider's list; the address is `null` after an erasure. */
  readonly onMissing?: ((person: { readonly subject: SubjectRef; readonly address: string | null }) => void | Promise<void>) | undefined;
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
  const listed = new Set<SubjectRef>();
  let waiting: ProviderOptOut[] = [];
  const flush = async (): Promise<void> => {
    for (const name of await takeOver(book, waiting, listed, options)) result[name] += 1;
    waiting = [];
  };
  for await (const row of rows) {
    const optOut = readOptOut(row, options.format, options.country);
    if (optOut === null) continue;
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
  for await (const subject of refusedPeople(book, listed, options)) {
    result.missing += 1;
    await options.onMissing?.({ subject, address: await addressOf(book, subject) });
  }
  return result;
}

type Standing = 'added' | 'known' | 'agreedAgain';

async function takeOver(
  book: ConsentBook,
  optOuts: readonly ProviderOptOut[],
  listed: Set<SubjectRef>,
  options: ReconcileOptions,
): Promise<readonly Standing[]> {
  const { provider, sender = '*', channels, asOf, dryRun = false } = options;
  const chains = await book.load(optOuts.map(({ phone }) => book.subject(phone)));
  const standings: Standing[] = [];
  for (const { phone, occurredAt } of optOuts) {
    const subject = book.subject(phone);
    const standing = listed.has(subject) ? 'known' : standingOf(chains.get(subject) ?? [], occurredAt, options);
    listed.add(subject);
    standings.push(standing);
    if (standing !== 'added' || dryRun) continue;
    const evidence = { method: 'provider', grade: 'B', actor: provider } as const;
    await book.withdraw({ address: phone, sender, channels, occurredAt: occurredAt ?? asOf, evidence, reason: 'provider-list' });
  }
  return standings;
}

/** How an opt-out of the list stands to what the ledger knows of the person. Doubt is an opt-out. */
function standingOf(chain: readonly ConsentRecord[], occurredAt: Date | null, options: ReconcileOptions): Standing {
  const refusals = chain.filter((record) => stopsAll(record, options) && !isLifted(record, chain));
  const lastPermission = Math.max(Number.NEGATIVE_INFINITY, ...chain.filter((record) => permits(record, options)).map(effectiveMs));
  const lastRefusal = Math.max(Number.NEGATIVE_INFINITY, ...refusals.map(effectiveMs));
  if (lastRefusal >= lastPermission && refusals.length > 0) return 'known';
  const told = refusals.some(({ evidence }) => evidence.method === 'provider' && evidence.actor === options.provider);
  if (occurredAt === null) return told ? 'agreedAgain' : 'added';
  if (lastRefusal >= occurredAt.getTime()) return 'agreedAgain';
  return occurredAt.getTime() < lastPermission && told ? 'agreedAgain' : 'added';
}

/** A suppression that was taken off counts no longer; when in doubt for whom, it does not. */
function isLifted(record: ConsentRecord, chain: readonly ConsentRecord[]): boolean {
  return record.kind === 'suppressed' && chain.some((later) => later.kind === 'unsuppressed' && later.sequence > record.sequence);
}

function stopsAll(record: ConsentRecord, { sender = '*', channels }: ReconcileOptions): boolean {
  if (record.kind === 'erased') return true;
  if (record.kind !== 'withdrawn' && record.kind !== 'suppressed') return false;
  const onEach = record.channels === '*' || channels.every((channel) => record.channels.includes(channel));
  return onEach && record.purposes === '*' && (record.sender === '*' || record.sender === sender);
}

function permits(record: ConsentRecord, { sender = '*', channels }: ReconcileOptions): boolean {
  if (record.kind !== 'granted' && record.kind !== 'confirmed' && record.kind !== 'imported' && record.kind !== 'refreshed') return false;
  const onSome = record.channels === '*' || channels.some((channel) => record.channels.includes(channel));
  return onSome && (sender === '*' || record.sender === sender);
}

/** Everybody whose last word in the list's scope is no, each once, who is not on the list. */
async function* refusedPeople(book: ConsentBook, listed: ReadonlySet<SubjectRef>, options: ReconcileOptions): AsyncGenerator<SubjectRef> {
  const seen = new Set<SubjectRef>();
  let waiting: SubjectRef[] = [];
  const refused = async (): Promise<readonly SubjectRef[]> => {
    const chains = await book.load(waiting);
    waiting = [];
    return [...chains].filter(([, chain]) => standingOf(chain, null, options) === 'known').map(([subject]) => subject);
  };
  for await (const record of book.exportAll()) {
    if (!stopsAll(record, options) || listed.has(record.subject) || seen.has(record.subject)) continue;
    seen.add(record.subject);
    waiting.push(record.subject);
    if (waiting.length >= BATCH) yield* await refused();
  }
  yield* await refused();
}

async function addressOf(book: ConsentBook, subject: SubjectRef): Promise<string | null> {
  return (await book.history(subject)).findLast(({ personal }) => personal?.address !== undefined)?.personal?.address ?? null;
}
