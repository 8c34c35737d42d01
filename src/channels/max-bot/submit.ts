import type { Button, Content, OutboundMessage } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { type Unsendable, wrongContent } from '../http-provider.ts';
import { plainTextOf } from '../plain-text.ts';

/** Longest text of a message, in characters. Source: facts on providers, MAX messenger Bot API. */
const maxTextLength = 4000;

/** The `POST /messages` call to a person who has started the bot. */
export function maxRequest(token: string, message: OutboundMessage): HttpRequest | Unsendable {
  const text = plainTextOf(message.content);
  if (text === undefined) return wrongContent('MAX', message.content.type);
  if (!/^\d+$/u.test(message.to)) return { refused: 'not-on-channel', detail: 'MAX addresses people by their user id, not by phone number' };
  if (text.length > maxTextLength) return { refused: 'content-rejected', detail: `longer than ${maxTextLength} characters` };
  return {
    method: 'POST',
    path: '/messages',
    query: { user_id: message.to },
    headers: { authorization: token },
    json: { text, attachments: keyboard(message.content), link: null, notify: true },
  };
}

/** Buttons as an inline keyboard, one to a row; `null` without buttons. */
function keyboard(content: Content): readonly unknown[] | null {
  if (content.type !== 'text' || content.buttons === undefined || content.buttons.length === 0) return null;
  return [{ type: 'inline_keyboard', payload: { buttons: content.buttons.map((button) => [keyOf(button)]) } }];
}

function keyOf(button: Button): unknown {
  if (button.url !== undefined) return { type: 'link', text: button.text, url: button.url };
  return { type: 'callback', text: button.text, payload: button.payload ?? button.text };
}
