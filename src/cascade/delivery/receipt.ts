import type { ChannelEvent, DeliveryStatus, ErrorClass } from '../../channels/taxonomy.ts';
import { sha256Hex } from '../../ledger/hash.ts';

/** One report about one of our messages, as it is kept in the inbox. Holds no address and no text. */
export interface Receipt {
  /** Same report, same hash: what makes a repeated webhook harmless. */
  readonly hash: string;
  /** Id of the configured provider that reported. */
  readonly provider: string;
  readonly messageId: string | null;
  /** Our step key, where the provider echoes it. */
  readonly clientRef?: string;
  readonly status: DeliveryStatus;
  readonly errorClass: ErrorClass | null;
  readonly providerCode: string | null;
  /** By the provider where it says, else when we got it. */
  readonly at: Date;
  readonly parts?: { readonly index: number; readonly total: number };
}

/** The receipts among a provider's events. Events of other kinds and those that name no message of ours are left out. */
export function receiptsOf(provider: string, events: readonly ChannelEvent[], receivedAt: Date): readonly Receipt[] {
  return events.flatMap((event): readonly Receipt[] => {
    if (event.kind !== 'status' || event.status === null) return [];
    if (event.messageId === null && event.clientRef === undefined) return [];
    const { messageId, clientRef, status, errorClass, providerCode, at, parts } = event;
    const identity = [provider, messageId, clientRef ?? null, status, errorClass, providerCode, at?.getTime() ?? null, parts?.index ?? null];
    return [
      {
        hash: sha256Hex(JSON.stringify(identity)),
        provider,
        messageId,
        ...(clientRef === undefined ? {} : { clientRef }),
        status,
        errorClass,
        providerCode,
        at: at ?? receivedAt,
        ...(parts === undefined ? {} : { parts }),
      },
    ];
  });
}
