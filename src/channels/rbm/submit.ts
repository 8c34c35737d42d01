import { createHash } from 'node:crypto';
import type { ClearedMessage } from '../../message/cleared.ts';
import type { Button, Content } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import { rbmValidity } from './capabilities.ts';
import type { RbmOptions } from './options.ts';

type Body = Readonly<Record<string, unknown>>;

const trafficTypes = { auth: 'AUTHENTICATION', transactional: 'TRANSACTION', marketing: 'PROMOTION' } as const;

/** The request that sends one message under an id made from our step key: a repeated one is ignored. Source: facts on providers, section 21. */
export async function sendRequest(options: RbmOptions, message: ClearedMessage, now: Date): Promise<HttpRequest | Unsendable> {
  if (!/^\+\d{5,15}$/u.test(message.to)) return { refused: 'invalid-request', detail: 'RBM addresses phone numbers' };
  const contentMessage = contentOf(message.content);
  if (contentMessage === undefined) return wrongContent('RBM', message.content.type);
  const seconds = validitySeconds(message.validUntil, now, rbmValidity);
  if (seconds === undefined) return tooLate;
  return {
    method: 'POST',
    path: `/v1/phones/${message.to}/agentMessages`,
    query: { messageId: messageIdOf(message.stepKey), agentId: options.agentId },
    headers: { authorization: `Bearer ${await options.accessToken()}` },
    json: { contentMessage, messageTrafficType: trafficTypes[message.kind], ttl: `${seconds}s` },
  };
}

/** A UUID that is the same for the same step: SHA-256 of the step key in the form of version 8. */
export function messageIdOf(stepKey: string): string {
  const hex = createHash('sha256').update(`rbm:${stepKey}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function contentOf(content: Content): Body | undefined {
  switch (content.type) {
    case 'text': {
      const suggestions = (content.buttons ?? []).map(suggestion);
      return { text: content.text, ...(suggestions.length === 0 ? {} : { suggestions }) };
    }
    case 'code':
      return { text: content.text };
    case 'media':
      return content.caption === undefined ? { contentInfo: { fileUrl: content.url } } : undefined;
    case 'template':
      return undefined;
  }
}

function suggestion(button: Button): Body {
  const postbackData = button.payload ?? button.text;
  return button.url === undefined
    ? { reply: { text: button.text, postbackData } }
    : { action: { text: button.text, postbackData, openUrlAction: { url: button.url } } };
}
