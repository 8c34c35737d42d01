import type { ClearedMessage } from '../../message/cleared.ts';
import type { Button } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import type { Unsendable } from '../http-provider.ts';

/** Longest text of one message. Source: facts on providers, section 18. */
const maxTextLength = 4_096;

/** The request that sends one message to a chat id; a phone number cannot be addressed. */
export function sendRequest(token: string, message: ClearedMessage): HttpRequest | Unsendable {
  if (!/^(?:-?\d+|@\w+)$/u.test(message.to)) return { refused: 'invalid-request', detail: 'Telegram addresses chat ids, not phone numbers' };
  const { content } = message;
  switch (content.type) {
    case 'text':
    case 'code':
    case 'template': {
      if (content.text.length > maxTextLength) return { refused: 'content-rejected', detail: `the text is longer than ${maxTextLength} characters` };
      const buttons = content.type === 'text' ? (content.buttons ?? []) : [];
      return call(token, 'sendMessage', { chat_id: message.to, text: content.text, ...keyboard(buttons) });
    }
    case 'media': {
      const caption = content.caption === undefined ? {} : { caption: content.caption };
      const [method, name] = media[content.media];
      return call(token, method, { chat_id: message.to, [name]: content.url, ...caption });
    }
  }
}

const media = { image: ['sendPhoto', 'photo'], video: ['sendVideo', 'video'], document: ['sendDocument', 'document'] } as const;

function call(token: string, method: string, json: unknown): HttpRequest {
  return { method: 'POST', path: `/bot${token}/${method}`, json };
}

function keyboard(buttons: readonly Button[]): { readonly reply_markup?: unknown } {
  if (buttons.length === 0) return {};
  const row = (button: Button) => [
    button.url === undefined ? { text: button.text, callback_data: button.payload ?? button.text } : { text: button.text, url: button.url },
  ];
  return { reply_markup: { inline_keyboard: buttons.map(row) } };
}
