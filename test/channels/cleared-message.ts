import type { ClearedMessage } from '../../src/message/cleared.ts';
import type { OutboundMessage } from '../../src/message/outbound.ts';

/** A message as clearance would hand it over, for adapter tests only. */
export function clearedMessage(over: Partial<OutboundMessage>): ClearedMessage {
  const message = {
    channel: 'sms' as const,
    kind: 'transactional' as const,
    to: '+447700900123',
    from: 'Shop',
    content: { type: 'text', text: 'Order 4471 is ready' },
    validUntil: new Date('2026-11-23T12:00:00Z'),
    stepKey: 'step-4471-1',
    clearanceId: 'c1',
    ground: { basis: 'contract' },
    packs: [],
    contentHash: '0',
    clearedUntilMs: Number.MAX_SAFE_INTEGER,
    ...over,
  };
  return message as unknown as ClearedMessage;
}
