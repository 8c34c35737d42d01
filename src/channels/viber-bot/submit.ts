import type { ClearedMessage } from '../../message/cleared.ts';
import type { Button } from '../../message/outbound.ts';
import type { HttpRequest } from '../http.ts';
import { type Unsendable, wrongContent } from '../http-provider.ts';

/** Longest text of one message. Source: facts on providers, section 20. */
const maxTextLength = 7_000;

/** The request that sends one message to a Viber user id; our step key travels as `tracking_data`. */
export function sendRequest(authToken: string, senderName: string, message: ClearedMessage): HttpRequest | Unsendable {
  const { content } = message;
  if (message.to.startsWith('+')) return { refused: 'invalid-request', detail: 'a Viber bot addresses user ids, not phone numbers' };
  const base = {
    receiver: message.to,
    min_api_version: 1,
    sender: { name: message.from === '' ? senderName : message.from },
    tracking_data: message.stepKey,
  };
  const headers = { 'x-viber-auth-token': authToken };
  const send = (body: unknown): HttpRequest => ({ method: 'POST', path: '/pa/send_message', headers, json: body });
  if (content.type === 'media') {
    if (content.media !== 'image') return wrongContent('Viber bot', content.media);
    return send({ ...base, type: 'picture', text: content.caption ?? '', media: content.url });
  }
  if (content.text.length > maxTextLength) return { refused: 'content-rejected', detail: `the text is longer than ${maxTextLength} characters` };
  const buttons = content.type === 'text' ? (content.buttons ?? []) : [];
  return send({ ...base, type: 'text', text: content.text, ...(buttons.length === 0 ? {} : { keyboard: keyboard(buttons) }) });
}

function keyboard(buttons: readonly Button[]): unknown {
  const button = ({ text, url, payload }: Button) => ({
    ActionType: url === undefined ? 'reply' : 'open-url',
    ActionBody: url ?? payload ?? text,
    Text: text,
  });
  return { Type: 'keyboard', Buttons: buttons.map(button) };
}
