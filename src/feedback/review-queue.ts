import { changeDocument } from '../cascade/stores/change-document.ts';
import type { DocumentStore } from '../cascade/stores/document-store.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { ConsentRecord, SubjectRef } from '../consent/record/record.ts';
import { InvalidOptionsError } from '../errors.ts';
import type { JsonValue } from '../ledger/canonical-json.ts';
import type { Intent } from './intent/classify-reply.ts';
import type { RefusalScope } from './intent/scope.ts';

/** A reply that was probably understood, for a person to look at. What it says stands encrypted in the ledger, not here. */
export interface ReviewItem {
  readonly id: string;
  readonly subject: SubjectRef;
  readonly provider: string;
  readonly intent: Intent;
  /** The withdrawal that was recorded, where one was; its note is the reply. */
  readonly recordId: string | null;
  /** What the words seem to leave open: a hint for whoever looks. */
  readonly scope: RefusalScope | null;
  readonly receivedAt: Date;
  readonly state: 'open' | 'upheld' | 'misread';
  readonly decided: { readonly by: string; readonly at: Date } | null;
}

/** Replies that were acted on because they probably meant it. */
export interface ReviewQueue {
  /** Adds a reply; the same one again changes nothing. */
  add(item: Pick<ReviewItem, 'id' | 'subject' | 'provider' | 'intent' | 'recordId' | 'receivedAt' | 'scope'>): Promise<void>;
  /** In order of arrival. @default open ones */
  list(state?: ReviewItem['state']): Promise<readonly ReviewItem[]>;
  /** The reply's own words; `null` when they were not kept or the person was erased. */
  textOf(id: string): Promise<string | null>;
  /**
   * A person's decision. `misread` gives back what the withdrawal had ended, each with its own evidence and the reviewer's name, unless the person has
   * said no again since. A decided item stays as it was decided.
   * @throws {InvalidOptionsError} when there is no such item.
   */
  decide(id: string, verdict: 'upheld' | 'misread', decision: { readonly by: string; readonly at: Date }): Promise<ReviewItem>;
}

const PREFIX = 'review/';

export interface ReviewQueueDeps {
  readonly documents: DocumentStore;
  readonly consent: Pick<ConsentBook, 'load' | 'history' | 'grantMany'>;
}

export function createReviewQueue({ documents, consent }: ReviewQueueDeps): ReviewQueue {
  const find = async (id: string): Promise<ReviewItem> => {
    const found = await documents.get(`${PREFIX}${id}`);
    if (found === undefined)
      throw new InvalidOptionsError('There is no such reply to review.', [{ path: 'id', expected: 'the id of a review item' }]);
    return itemOf(found.value);
  };
  return {
    async add({ receivedAt, scope, ...item }) {
      const value: JsonValue = {
        ...item,
        scope: scope === null ? null : { kind: scope.kind, kept: [...scope.kept] },
        receivedAt: receivedAt.toISOString(),
        state: 'open',
        decided: null,
      };
      await changeDocument(documents, `${PREFIX}${item.id}`, (before) => (before === undefined ? value : undefined));
    },
    async list(state = 'open') {
      const items = (await documents.list(PREFIX)).map(({ value }) => itemOf(value));
      return items.filter((item) => item.state === state).toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
    },
    async textOf(id) {
      const { subject, recordId } = await find(id);
      return (await consent.history(subject)).find((record) => record.id === recordId)?.personal?.note ?? null;
    },
    async decide(id, verdict, { by, at }) {
      const item = await find(id);
      if (item.state === 'open' && verdict === 'misread' && item.recordId !== null) {
        const chain = (await consent.load([item.subject])).get(item.subject) ?? [];
        const lost = endedBy(chain, item.recordId, at);
        // first the consents, then the state: done again after a crash, the same ids record nothing twice
        if (lost.length > 0) await consent.grantMany(lost.map((record) => regrant(record, id, by, at)));
      }
      const value = await changeDocument(documents, `${PREFIX}${id}`, (before) => {
        if (before === undefined || itemOf(before.value).state !== 'open') return undefined;
        return { ...(before.value as Record<string, JsonValue>), state: verdict, decided: { by, at: at.toISOString() } };
      });
      return itemOf(value!);
    },
  };
}

/** Permissions that stood before a withdrawal and that nothing but it has ended. Pure. */
function endedBy(chain: readonly ConsentRecord[], recordId: string, at: Date): readonly ConsentRecord[] {
  const withdrawal = chain.find((record) => record.id === recordId);
  if (withdrawal === undefined) return [];
  const saidNo = ({ kind }: ConsentRecord): boolean => kind === 'withdrawn' || kind === 'erased' || kind === 'suppressed';
  if (chain.some((record) => record.sequence > withdrawal.sequence && saidNo(record))) return [];
  const before = chain.filter((record) => record.sequence < withdrawal.sequence);
  const since = before.findLast(saidNo)?.sequence ?? 0;
  const standing = before.filter(
    ({ kind, sequence, validUntil, sender }) =>
      (kind === 'granted' || kind === 'confirmed' || kind === 'refreshed' || kind === 'imported') &&
      sequence > since &&
      (validUntil === undefined || validUntil > at) &&
      (withdrawal.sender === '*' || withdrawal.sender === sender),
  );
  const latest = new Map(standing.map((record) => [JSON.stringify([record.sender, record.channels, record.purposes]), record]));
  return [...latest.values()];
}

function regrant(record: ConsentRecord, reviewId: string, by: string, at: Date): Parameters<ConsentBook['grantMany']>[0][number] {
  const { subject, sender, channels, purposes, evidence, jurisdiction, lawfulBasis, validUntil } = record;
  const { notice, grade } = evidence;
  return {
    id: `review-${reviewId}-${record.sequence}`,
    subject,
    sender,
    channels: channels === '*' ? [] : channels,
    purposes: purposes === '*' ? [] : purposes,
    // what it rests on is the earlier consent, named by its hash, and the word of the person who read the reply
    evidence: { method: 'staff', grade, actor: by, proofHash: record.hash, ...(notice === undefined ? {} : { notice }) },
    occurredAt: at,
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(lawfulBasis === undefined ? {} : { lawfulBasis }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

function itemOf(value: JsonValue): ReviewItem {
  const { receivedAt, decided, ...item } = value as unknown as Omit<ReviewItem, 'receivedAt' | 'decided'> & {
    readonly receivedAt: string;
    readonly decided: { readonly by: string; readonly at: string } | null;
  };
  return { ...item, receivedAt: new Date(receivedAt), decided: decided && { by: decided.by, at: new Date(decided.at) } };
}
