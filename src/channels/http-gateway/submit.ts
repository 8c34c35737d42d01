import type { ClearedMessage } from '../../message/cleared.ts';
import type { HttpRequest } from '../http.ts';
import { tooLate, type Unsendable, validitySeconds, wrongContent } from '../http-provider.ts';
import type { ProviderCapabilities } from '../port.ts';
import { withoutPlus } from '../recipient-address.ts';
import type { HttpGatewayOptions } from './options.ts';

/** The request a mapping describes. */
export function sendRequest(
  options: HttpGatewayOptions,
  validity: ProviderCapabilities['validity'],
  message: ClearedMessage,
  now: Date,
): HttpRequest | Unsendable {
  const { content } = message;
  if (content.type === 'media' || (content.type === 'text' && (content.buttons?.length ?? 0) > 0)) return wrongContent(options.id, content.type);
  const seconds = validity === null ? 0 : validitySeconds(message.validUntil, now, validity);
  if (seconds === undefined) return tooLate;
  const values: Readonly<Record<string, string>> = {
    to: message.to,
    toDigits: withoutPlus(message.to),
    from: message.from,
    text: content.text,
    ref: message.stepKey,
    validitySeconds: String(seconds),
  };
  const { send } = options;
  const fields = Object.entries(send.fields).map(([name, template]) => [name, filled(template, values)] as const);
  const path = filled(send.path, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)])));
  const headers = send.headers === undefined ? {} : { headers: send.headers };
  const method = send.method ?? 'POST';
  if (send.as === 'query' || method === 'GET') return { method, path, query: Object.fromEntries(fields), ...headers };
  if (send.as === 'form') return { method, path, form: new URLSearchParams(fields.map(([name, value]) => [name, value])), ...headers };
  return { method, path, json: nested(fields), ...headers };
}

/** Puts the values in once: what a value holds is never read as a placeholder again. */
function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : whole));
}

function nested(fields: readonly (readonly [name: string, value: string])[]): unknown {
  const root: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of fields) {
    const path = name.split('.');
    const last = path.pop() ?? name;
    let place = root;
    for (const key of path) {
      place[key] ??= Object.create(null) as Record<string, unknown>;
      place = place[key] as Record<string, unknown>;
    }
    place[last] = value;
  }
  return root;
}
