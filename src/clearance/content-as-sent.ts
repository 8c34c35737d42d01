import type { ProviderCapabilities } from '../channels/port.ts';
import type { Channel } from '../law/vocabulary.ts';
import type { Button } from '../message/outbound.ts';
import type { TemplateSet } from '../template/message-template.ts';
import { contentHash } from './mint.ts';
import { renderContent, templateBook } from './render-content.ts';

/** What was asked for and the hash that was kept of what went out. */
export interface SentContent {
  readonly template: string;
  readonly channel: Channel;
  readonly values: Readonly<Record<string, string>>;
  /** From the attempt's evidence. */
  readonly contentHash: string;
}

/** What the person read. */
export interface ContentAsSent {
  readonly text: string;
  readonly buttons: readonly Button[];
}

/** The forms a provider may have asked for. */
const forms: readonly ProviderCapabilities['contents'][] = [['template', 'interactive', 'text'], ['code']];

/**
 * Finds the words of messages that went out: texts are not kept, their hashes are, so the wording that gives the same hash is the one that was sent.
 * `null` when none does: the template has changed since, or the values were erased.
 * @throws {InvalidOptionsError} when the templates cannot be used.
 */
export function contentAsSent(templates: TemplateSet): (sent: SentContent) => ContentAsSent | null {
  const book = templateBook(templates);
  return ({ template, channel, values, contentHash: wanted }) => {
    const compiled = book.get(template);
    for (const variant of compiled?.template.variants ?? []) {
      if (compiled === undefined || variant.channel !== channel) continue;
      for (const contents of forms) {
        const rendered = renderContent(compiled, variant, { values, channel }, { contents });
        if (rendered.ok && contentHash(rendered.content) === wanted) return { text: rendered.text, buttons: rendered.buttons };
      }
    }
    return null;
  };
}
