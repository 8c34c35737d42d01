import type { LedgerEntry, LedgerFile, PlannedEvent } from './ledger.ts';
import type { TrackedMessage } from './provider-api.ts';

/** One message with all that is planned for it and has happened to it. */
export interface BookedMessage {
  readonly entry: LedgerEntry;
  readonly plan: readonly PlannedEvent[];
  /** When the host acknowledged each event, by its number. */
  readonly acked: ReadonlyMap<number, Date>;
}

/** A person's own act, as the outside witness has it. */
export interface PersonAct {
  readonly provider: string;
  readonly to: string;
  readonly messageId: string;
  readonly meaning: 'opt-out' | 'complaint' | 'other';
  readonly text: string | null;
  readonly at: string;
  /** When the host answered the webhook about it with success; `null` while it has not. */
  readonly ackedAt: string | null;
}

/** Everything the sandbox knows about messages, kept in step with the ledger file. */
export interface Books {
  readonly messages: readonly BookedMessage[];
  take(entry: Omit<LedgerEntry, 'seq'>, plan: readonly PlannedEvent[]): BookedMessage;
  /** Plans one more event for a message; answers its number. */
  plan(seq: number, event: PlannedEvent): number;
  acked(seq: number, event: number, at: Date): void;
  byId(provider: string, messageId: string): BookedMessage | undefined;
  bySeq(seq: number): BookedMessage | undefined;
  /** Newest first. */
  sentTo(provider: string, to: string): readonly BookedMessage[];
  /** Messages of a template taken so far. */
  templateCount(name: string): number;
  /** What people have done up to `now`. */
  acts(now: Date): readonly PersonAct[];
  close(): void;
}

interface Row {
  readonly entry: LedgerEntry;
  readonly plan: PlannedEvent[];
  readonly acked: Map<number, Date>;
}

/** Opens the books on a ledger file, replaying what it holds. */
export function openBooks(file: LedgerFile): Books {
  const rows: Row[] = [];
  const ids = new Map<string, Row>();
  const people = new Map<string, Row[]>();
  const templates = new Map<string, number>();

  function add(entry: LedgerEntry, plan: readonly PlannedEvent[]): Row {
    const row: Row = { entry, plan: [...plan], acked: new Map() };
    rows.push(row);
    ids.set(keyOf(entry.provider, entry.messageId), row);
    const person = keyOf(entry.provider, entry.to);
    people.set(person, [row, ...(people.get(person) ?? [])]);
    if (entry.template !== undefined) templates.set(entry.template.name, (templates.get(entry.template.name) ?? 0) + 1);
    return row;
  }

  for (const row of file.rows) {
    if (row.row === 'taken') add(row.entry, row.plan);
    else if (row.row === 'planned') rows[row.seq - 1]?.plan.push(row.event);
    else rows[row.seq - 1]?.acked.set(row.event, new Date(row.at));
  }

  return {
    messages: rows,
    take(fields, plan) {
      const entry = { seq: rows.length + 1, ...fields };
      file.append({ row: 'taken', entry, plan });
      return add(entry, plan);
    },
    plan(seq, event) {
      const row = rows[seq - 1];
      if (row === undefined) return -1;
      file.append({ row: 'planned', seq, event });
      return row.plan.push(event) - 1;
    },
    acked(seq, event, at) {
      file.append({ row: 'acked', seq, event, at: at.toISOString() });
      rows[seq - 1]?.acked.set(event, at);
    },
    byId: (provider, messageId) => ids.get(keyOf(provider, messageId)),
    bySeq: (seq) => rows[seq - 1],
    sentTo: (provider, to) => people.get(keyOf(provider, to)) ?? [],
    templateCount: (name) => templates.get(name) ?? 0,
    acts: (now) => rows.flatMap((row) => actsOf(row, now)),
    close: () => file.close(),
  };
}

function keyOf(provider: string, id: string): string {
  return `${provider} ${id}`;
}

/** What has happened to a message up to `now`, in the order it was planned. */
export function happenedTo(
  message: BookedMessage,
  now: Date,
): readonly { readonly event: PlannedEvent; readonly number: number; readonly at: Date }[] {
  const taken = Date.parse(message.entry.at);
  return message.plan.flatMap((event, number) => {
    const at = new Date(taken + event.afterMs);
    return at <= now ? [{ event, number, at }] : [];
  });
}

function actsOf(message: BookedMessage, now: Date): readonly PersonAct[] {
  const { entry, acked } = message;
  return happenedTo(message, now).flatMap(({ event, number, at }) => {
    if (event.type !== 'reply' && event.type !== 'stop') return [];
    return {
      provider: entry.provider,
      to: entry.to,
      messageId: entry.messageId,
      meaning: event.type === 'stop' ? 'opt-out' : (event.meaning ?? 'other'),
      text: event.text ?? null,
      at: at.toISOString(),
      ackedAt: acked.get(number)?.toISOString() ?? null,
    } as const;
  });
}

const order: readonly TrackedMessage['state'][] = ['taken', 'sent', 'failed', 'expired', 'delivered', 'read'];

/** Where a message stands at `now`. */
export function track(message: BookedMessage, now: Date): TrackedMessage {
  let tracked: TrackedMessage = { entry: message.entry, state: 'taken', code: undefined, at: new Date(message.entry.at) };
  for (const { event, at } of happenedTo(message, now)) {
    if (event.type === 'reply' || event.type === 'stop' || event.type === 'template') continue;
    if (order.indexOf(event.type) > order.indexOf(tracked.state)) tracked = { entry: message.entry, state: event.type, code: event.code, at };
  }
  return tracked;
}
