import { changeDocument } from '../../cascade/stores/change-document.ts';
import type { DocumentStore } from '../../cascade/stores/document-store.ts';
import { type ContentAsSent, contentAsSent, type SentContent } from '../../clearance/content-as-sent.ts';
import type { Clock } from '../../clock.ts';
import type { MessengerEmitter } from '../../events.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/hash.ts';
import type { LintFacts } from '../../linter/lint-message.ts';
import type { Sender } from '../../message/sender.ts';
import type { MessageTemplate, TemplateSet } from '../../template/message-template.ts';

/** What messages were made with, as a host has it now. */
export interface Settings {
  readonly templates: TemplateSet;
  readonly senders: readonly Sender[];
  readonly lintFacts?: ((template: string, sender: string) => LintFacts | undefined) | undefined;
}

/** What messages were made with, as it was kept, for looking back. */
export interface KeptSettings {
  /** The words that give a hash, in whichever wording of the template they were sent; `null` when none does. */
  wordsOf(sent: SentContent): ContentAsSent | null;
  /** The sender as it was known then; `undefined` when nothing was kept. */
  senderAt(id: string, at: Date): Sender | undefined;
  /** What the host said about a template's content then. */
  factsAt(template: string, sender: string, at: Date): LintFacts | undefined;
}

interface KeptTemplate {
  readonly since: string;
  readonly template: MessageTemplate;
  readonly facts: Readonly<Record<string, LintFacts>>;
}

interface KeptSender {
  readonly since: string;
  readonly sender: Sender;
}

const TEMPLATES = 'setting/template/';
const SENDERS = 'setting/sender/';

/** Keeps every template and sender in the wording of today, each wording once, so that an audit needs nothing but the store. */
export async function keepSettings(documents: DocumentStore, { templates, senders, lintFacts }: Settings, now: Date): Promise<void> {
  const since = now.toISOString();
  const kept: { readonly prefix: string; readonly what: object }[] = [
    ...templates.map((template) => {
      const facts = senders.flatMap(({ id }) => {
        const said = lintFacts?.(template.id, id);
        return said === undefined ? [] : [[id, said] as const];
      });
      return { prefix: `${TEMPLATES}${template.id}/`, what: { template, facts: Object.fromEntries(facts) } };
    }),
    ...senders.map((sender) => ({ prefix: `${SENDERS}${sender.id}/`, what: { sender } })),
  ];
  await Promise.all(
    kept.map(({ prefix, what }) => {
      const value = JSON.parse(JSON.stringify(what)) as { readonly [name: string]: JsonValue };
      const key = `${prefix}${sha256Hex(canonicalJson(value)).slice(0, 16)}`;
      return changeDocument(documents, key, (before) => (before === undefined ? { since, ...value } : undefined));
    }),
  );
}

/** Keeps the settings once, before the first work; tries again with the next when the store was down. */
export function settingsKeeper(
  documents: DocumentStore,
  settings: Settings,
  { clock, events }: { readonly clock: Pick<Clock, 'now'>; readonly events: MessengerEmitter },
): () => Promise<void> {
  let keeping: Promise<void> | undefined;
  return () => {
    keeping ??= keepSettings(documents, settings, clock.now()).catch(() => {
      keeping = undefined;
      events.emit('background-failure', { where: 'settings', code: 'not-kept' });
    });
    return keeping;
  };
}

/** Reads everything that was kept. What the host has now is asked last, for stores older than the keeping. */
export async function readSettings(documents: DocumentStore, now?: Settings): Promise<KeptSettings> {
  const [templates, senders] = await Promise.all([documents.list(TEMPLATES), documents.list(SENDERS)]);
  const wordings = templates.map(({ value }) => value as unknown as KeptTemplate);
  const readers = Map.groupBy(
    [...wordings.map(({ template }) => template), ...(now?.templates ?? [])].map((template) => ({
      id: template.id,
      read: contentAsSent([template]),
    })),
    ({ id }) => id,
  );
  const known = senders.map(({ value }) => value as unknown as KeptSender).map(({ since, sender }) => ({ since, sender: withDates(sender) }));
  return {
    wordsOf(sent) {
      for (const { read } of readers.get(sent.template) ?? []) {
        const words = read(sent);
        if (words !== null) return words;
      }
      return null;
    },
    senderAt: (id, at) =>
      lastBefore(
        known.filter(({ sender }) => sender.id === id),
        at,
      )?.sender ?? now?.senders.find((sender) => sender.id === id),
    factsAt: (template, sender, at) =>
      lastBefore(
        wordings.filter((one) => one.template.id === template),
        at,
      )?.facts[sender] ?? now?.lintFacts?.(template, sender),
  };
}

/** The one in force at a time: the newest that was known by then, else the first. */
function lastBefore<One extends { readonly since: string }>(all: readonly One[], at: Date): One | undefined {
  const sorted = all.toSorted((a, b) => (a.since < b.since ? -1 : 1));
  return sorted.findLast(({ since }) => since <= at.toISOString()) ?? sorted[0];
}

function withDates(sender: Sender): Sender {
  const { registrations } = sender;
  if (registrations === undefined) return sender;
  return {
    ...sender,
    registrations: registrations.map(({ validUntil, ...rest }) => ({
      ...rest,
      ...(validUntil === undefined ? {} : { validUntil: new Date(validUntil) }),
    })),
  };
}
