import type { ChannelEvent } from '../channels/taxonomy.ts';
import type { VariantState } from '../clearance/clearance-deps.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { SubjectRef } from '../consent/record.ts';
import type { Channel } from '../law/vocabulary.ts';
import type { TemplateState, TemplateVariant } from '../template/message-template.ts';
import { changeDocument } from './change-document.ts';
import type { DocumentStore } from './document-store.ts';

/** What platforms tell about templates and accounts, and who is behind their user ids. Kept in documents, read by every worker. */
export interface PlatformFacts {
  /** Reads the newest states once; cheap, to be done before each batch. */
  refresh(): Promise<void>;
  /** Newest state of a wording, as of the last refresh. */
  variantState(template: string, variant: TemplateVariant): VariantState | undefined;
  /** Keeps one piece of platform news. */
  record(provider: string, event: ChannelEvent): Promise<void>;
  /** Notes which person a channel's own id belongs to, so that an opt-out that names only the id finds them. */
  rememberAddresses(book: ConsentBook, subject: SubjectRef, addresses: Readonly<Partial<Record<Channel, string>>> | undefined): Promise<void>;
  personBehind(book: ConsentBook): (channelId: string) => Promise<SubjectRef | undefined>;
}

const states: Readonly<Record<string, TemplateState>> = {
  approved: 'approved',
  reinstated: 'approved',
  flagged: 'approved',
  unpaused: 'approved',
  pending: 'pending',
  in_appeal: 'pending',
  paused: 'paused',
  disabled: 'disabled',
  rejected: 'rejected',
  deleted: 'archived',
  pending_deletion: 'archived',
  archived: 'archived',
};

/** Opens the facts on a document store. */
export function openPlatformFacts(documents: DocumentStore): PlatformFacts {
  let known = new Map<string, TemplateState>();
  const remembered = new Map<string, SubjectRef>();
  return {
    async refresh() {
      known = new Map(
        (await documents.list('template-state/')).flatMap(({ key, value }) =>
          typeof value === 'string' && value in states ? [[key, states[value]!] as const] : [],
        ),
      );
    },
    variantState(_template, { whatsapp }) {
      if (whatsapp === undefined) return undefined;
      const state = known.get(stateKey(whatsapp.name, whatsapp.language)) ?? known.get(stateKey(whatsapp.name, '*'));
      return state === undefined ? undefined : { state };
    },
    async record(_provider, { kind, subject }) {
      const state = subject?.state?.toLowerCase().replaceAll('-', '_');
      if (kind !== 'template' || subject?.name === undefined || state === undefined || !(state in states)) return;
      await changeDocument(documents, stateKey(subject.name, subject.language ?? '*'), (before) => (before?.value === state ? undefined : state));
      known.set(stateKey(subject.name, subject.language ?? '*'), states[state]!);
    },
    async rememberAddresses(book, subject, addresses) {
      for (const [channel, id] of Object.entries(addresses ?? {})) {
        if (id.startsWith('+')) continue;
        const key = contactKey(book, `${channel}:${id}`);
        if (remembered.get(key) === subject) continue;
        await changeDocument(documents, key, (before) => (before?.value === subject ? undefined : subject));
        if (remembered.size >= MAX_REMEMBERED) remembered.clear();
        remembered.set(key, subject);
      }
    },
    personBehind: (book) => async (channelId) => {
      const found = await documents.get(contactKey(book, channelId));
      return typeof found?.value === 'string' ? (found.value as SubjectRef) : undefined;
    },
  };
}

/** Bounds the memory of what need not be written again. */
const MAX_REMEMBERED = 50_000;

function stateKey(name: string, language: string): string {
  return `template-state/${name}/${language}`;
}

/** The id itself is personal: the key holds its keyed reference. */
function contactKey(book: ConsentBook, channelId: string): string {
  return `contact/${book.subject(channelId)}`;
}
