import type { Content } from '../message/outbound.ts';

/** The words a text-only channel carries: of a text, a code or a rendered template; `undefined` for media. */
export function plainTextOf(content: Content): string | undefined {
  return content.type === 'media' ? undefined : content.text;
}
