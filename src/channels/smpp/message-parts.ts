import type { ChannelEvent } from '../taxonomy.ts';

/** Which message an SMSC's part id belongs to. Kept in memory only: receipts that come after a restart keep the part's own id. */
export interface MessageParts {
  remember(ids: readonly string[]): void;
  /** The receipt under the id of the whole message, with its place among the parts. */
  whole(event: ChannelEvent, id: string): ChannelEvent;
}

/** Parts of long messages whose receipts are still to come; older ones are forgotten. */
const maxKnownParts = 100_000;

export function messageParts(): MessageParts {
  const parts = new Map<string, { readonly messageId: string; readonly index: number; readonly total: number }>();
  return {
    remember(ids) {
      ids.forEach((id, position) => {
        parts.set(id, { messageId: ids[0] ?? id, index: position + 1, total: ids.length });
      });
      for (const oldest of parts.keys()) {
        if (parts.size <= maxKnownParts) return;
        parts.delete(oldest);
      }
    },
    whole(event, id) {
      const part = parts.get(id);
      if (part === undefined) return { ...event, messageId: id };
      return { ...event, messageId: part.messageId, parts: { index: part.index, total: part.total } };
    },
  };
}
