import type { ChannelEvent } from '../../channels/taxonomy.ts';
import type { AccountState, VariantState } from '../../clearance/clearance-deps.ts';
import type { ConsentBook } from '../../consent/consent-book.ts';
import type { SubjectRef } from '../../consent/record/record.ts';
import type { Channel } from '../../law/vocabulary.ts';
import type { TemplateVariant } from '../../template/message-template.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { type AccountNews, accountNews, standingOf, withNews } from './account-news.ts';
import { type TemplateNews, templateNews, variantStateOf, withTemplateNews } from './template-news.ts';

/** What a piece of platform news changed. */
export type PlatformEffect = { readonly on: 'template'; readonly news: TemplateNews } | { readonly on: 'account'; readonly news: AccountNews };

/** What platforms tell about templates and accounts, and who is behind their user ids. Kept in documents, read by every worker. */
export interface PlatformFacts {
  /** Reads the newest states once; cheap, to be done before each batch. */
  refresh(): Promise<void>;
  /** Newest state and category of a wording, as of the last refresh. */
  variantState(template: string, variant: TemplateVariant): VariantState | undefined;
  /** How the account behind a configured provider stands, as of the last refresh. */
  accountState(provider: string, now: Date): AccountState | undefined;
  /** How accounts stand, read anew: for those who ask without a batch. */
  accounts(): Promise<PlatformFacts['accountState']>;
  /** Keeps one piece of platform news; older news than what is kept change nothing. */
  record(provider: string, event: ChannelEvent, receivedAt: Date): Promise<PlatformEffect | undefined>;
  /** Notes which person a channel's own id belongs to, so that an opt-out that names only the id finds them. */
  rememberAddresses(book: ConsentBook, subject: SubjectRef, addresses: Readonly<Partial<Record<Channel, string>>> | undefined): Promise<void>;
  personBehind(book: ConsentBook): (channelId: string) => Promise<SubjectRef | undefined>;
}

/** Opens the facts on a document store. */
export function openPlatformFacts(documents: DocumentStore): PlatformFacts {
  let templates = new Map<string, VariantState>();
  let accounts = new Map<string, (now: Date) => AccountState>();
  const remembered = new Map<string, SubjectRef>();
  return {
    async refresh() {
      const [kept, standings] = await Promise.all([documents.list('template-state/'), documents.list('account-state/')]);
      templates = new Map(kept.map(({ key, value }) => [key, variantStateOf(value)]));
      accounts = new Map(standings.map(({ key, value }) => [key, standingOf(value)]));
    },
    variantState(_template, { whatsapp }) {
      if (whatsapp === undefined) return undefined;
      return templates.get(templateKey(whatsapp.name, whatsapp.language)) ?? templates.get(templateKey(whatsapp.name, '*'));
    },
    accountState: (provider, now) => accounts.get(accountKey(provider))?.(now),
    async accounts() {
      const standings = new Map((await documents.list('account-state/')).map(({ key, value }) => [key, standingOf(value)]));
      return (provider, now) => standings.get(accountKey(provider))?.(now);
    },
    async record(provider, { kind, subject, at }, receivedAt) {
      if (subject === undefined) return undefined;
      // A time ahead of ours would outlive the platform's own next word.
      const happenedAt = at !== undefined && at < receivedAt ? at : receivedAt;
      if (kind === 'template') {
        const news = subject.name === undefined ? undefined : templateNews(subject, happenedAt);
        if (news === undefined) return undefined;
        const key = templateKey(subject.name!, subject.language ?? '*');
        const value = await changeDocument(documents, key, (before) => withTemplateNews(before?.value, news, happenedAt));
        if (value !== undefined) templates.set(key, variantStateOf(value));
        return { on: 'template', news };
      }
      const news = accountNews(subject, happenedAt);
      if (news === undefined) return undefined;
      const key = accountKey(provider);
      const value = await changeDocument(documents, key, (before) => withNews(before?.value, news, happenedAt));
      if (value !== undefined) accounts.set(key, standingOf(value));
      return { on: 'account', news };
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

function templateKey(name: string, language: string): string {
  return `template-state/${name}/${language}`;
}

function accountKey(provider: string): string {
  return `account-state/${provider}`;
}

/** The id itself is personal: the key holds its keyed reference. */
function contactKey(book: ConsentBook, channelId: string): string {
  return `contact/${book.subject(channelId)}`;
}
