import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore } from '../stores/document-store.ts';

/** A sender that was closed for a while because of how its calls ended. */
export interface ClosedSender {
  readonly provider: string;
  readonly sender: string;
  readonly reason: string;
  readonly until: Date;
}

const PREFIX = 'sender-closed/';

/** Shorter closings come and go with every rate limit: nobody needs to look at them, and they are not kept. In milliseconds. */
const WORTH_KEEPING_MS = 10_000;

/** Keeps a closing for those who look at how senders stand; the closing itself is in the counters. */
export async function keepClosing(documents: DocumentStore, { provider, sender, reason, until }: ClosedSender, now: Date): Promise<void> {
  if (until.getTime() - now.getTime() < WORTH_KEEPING_MS) return;
  const value = { provider, sender, reason, until: until.toISOString() };
  await changeDocument(documents, `${PREFIX}${provider}/${sender}`, (before) => (isLater(before?.value, value.until) ? undefined : value));
}

/** The closings that are not over. */
export async function closedSenders(documents: DocumentStore, now: Date): Promise<readonly ClosedSender[]> {
  const kept = await documents.list(PREFIX);
  return kept.flatMap(({ value }) => {
    const { provider, sender, reason, until } = value as unknown as Omit<ClosedSender, 'until'> & { readonly until: string };
    const ends = new Date(until);
    return ends > now ? [{ provider, sender, reason, until: ends }] : [];
  });
}

function isLater(value: unknown, until: string): boolean {
  return typeof value === 'object' && value !== null && 'until' in value && typeof value.until === 'string' && value.until >= until;
}
