import type { Channel } from '../../law/vocabulary.ts';
import type { ClearedMessage } from '../../message/cleared.ts';
import { statusEvent } from '../channel-event.ts';
import type { ChannelProvider, LookupResult, ProviderCapabilities, SubmitContext, SubmitResult } from '../port.ts';
import type { ChannelEvent, DeliveryStatus, ErrorClass } from '../taxonomy.ts';
import { parseMemoryWebhook } from './webhook.ts';

/** A message the fake took: what a real provider would have charged for. */
export interface AcceptedMessage {
  readonly messageId: string;
  readonly stepKey: string;
  readonly attempt: number;
  readonly message: ClearedMessage;
}

export interface MemoryProviderOptions {
  readonly id?: string | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly capabilities?: Partial<ProviderCapabilities> | undefined;
  /**
   * Decides each submit. `undefined` accepts. `'lost'` takes the message and then loses the answer: the ledger has it, the caller gets `unknown`.
   * A thrown error is passed on, as a faulty adapter would.
   */
  readonly script?: ((message: ClearedMessage, context: SubmitContext) => SubmitResult | 'lost' | undefined) | undefined;
}

/** A provider without a network. */
export interface MemoryProvider extends ChannelProvider {
  /** Every message it took, in order. */
  readonly accepted: readonly AcceptedMessage[];
  /** Every submit it saw, taken or not. */
  readonly submits: number;
  /** The receipt a webhook would bring for one message. */
  receipt(messageId: string, status: DeliveryStatus, errorClass?: ErrorClass, providerCode?: string): ChannelEvent;
}

const defaults: ProviderCapabilities = {
  dedup: { by: 'key' },
  lookup: 'by-client-ref',
  receipts: 'webhook',
  reaches: 'read',
  inbound: true,
  validity: { minMs: 1_000, maxMs: 2_592_000_000 },
  contents: ['text', 'template', 'interactive', 'media', 'code'],
  limits: {},
  dataLocation: [],
};

/**
 * A scripted provider for tests and first steps: keeps a ledger of what it accepted and, as declared, recognises a repeated step key.
 * @example
 * const sms = memoryProvider({ channels: ['sms'], script: (message) => (message.to.endsWith('0') ? 'lost' : undefined) })
 */
export function memoryProvider(options: MemoryProviderOptions = {}): MemoryProvider {
  const id = options.id ?? 'memory';
  const capabilities = { ...defaults, ...options.capabilities };
  const accepted: AcceptedMessage[] = [];
  const byStep = new Map<string, AcceptedMessage>();
  const byId = new Map<string, AcceptedMessage>();
  let submits = 0;

  const take = (message: ClearedMessage, context: SubmitContext): AcceptedMessage => {
    const { stepKey, number } = context.attempt;
    const known = capabilities.dedup.by === 'none' ? undefined : byStep.get(stepKey);
    if (known !== undefined) return known;
    const entry = { messageId: `${id}-${accepted.length + 1}`, stepKey, attempt: number, message };
    accepted.push(entry);
    byStep.set(stepKey, entry);
    byId.set(entry.messageId, entry);
    return entry;
  };

  return {
    id,
    provider: 'memory',
    channels: options.channels ?? ['sms'],
    capabilities,
    accepted,
    get submits() {
      return submits;
    },
    async submit(message, context) {
      submits += 1;
      const scripted = options.script?.(message, context);
      if (scripted === undefined) return { outcome: 'accepted', providerMessageId: take(message, context).messageId, status: 'accepted' };
      if (scripted !== 'lost') return scripted;
      take(message, context);
      return { outcome: 'unknown', errorClass: 'unknown', reason: 'connection-lost', providerCode: null };
    },
    async lookup(query): Promise<LookupResult> {
      const entry = query.providerMessageId === undefined ? byStep.get(query.stepKey) : byId.get(query.providerMessageId);
      return entry === undefined ? { found: 'absent' } : { found: 'present', providerMessageId: entry.messageId, status: 'accepted' };
    },
    parseWebhook: async (request) => parseMemoryWebhook(request),
    receipt(messageId, status, errorClass, providerCode) {
      const entry = byId.get(messageId);
      const known = entry === undefined ? {} : { clientRef: entry.stepKey, recipient: entry.message.to };
      return statusEvent('memory', { status, messageId, errorClass: errorClass ?? null, providerCode: providerCode ?? null, ...known });
    },
  };
}
