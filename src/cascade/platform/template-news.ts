import type { ChannelEvent } from '../../channels/taxonomy.ts';
import type { VariantState } from '../../clearance/clearance-deps.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';
import type { TemplateState } from '../../template/message-template.ts';
import { stateAfterEvent } from '../../template/template-state.ts';
import type { WhatsAppCategory } from '../../template/whatsapp-template.ts';

type Subject = NonNullable<ChannelEvent['subject']>;

/** What one piece of news means for a template. */
export type TemplateNews =
  | { readonly about: 'state'; readonly state: TemplateState; readonly resumesAt?: Date }
  /** `announced`: the platform will move it; from then on it is judged as what it will be. */
  | { readonly about: 'category'; readonly category: WhatsAppCategory; readonly announced: boolean };

const HOUR_MS = 3_600_000;
/** How long a first and a second pause last. Source: facts on WhatsApp, section 8. */
const pauses: Readonly<Record<string, number>> = { FIRST_PAUSE: 3 * HOUR_MS, SECOND_PAUSE: 6 * HOUR_MS };
const categories: ReadonlySet<string> = new Set<WhatsAppCategory>(['MARKETING', 'UTILITY', 'AUTHENTICATION']);

/** Reads news of kind `template`; `undefined` for what leaves a template as it was. */
export function templateNews(subject: Subject, at: Date): TemplateNews | undefined {
  const word = subject.state?.toUpperCase() ?? '';
  if (subject.type === 'template-category')
    return categories.has(word) ? { about: 'category', category: word as WhatsAppCategory, announced: subject.reason === 'announced' } : undefined;
  const state = stateAfterEvent(word);
  if (state === undefined) return undefined;
  const pauseMs = state === 'paused' ? pauses[subject.reason?.toUpperCase() ?? ''] : undefined;
  return { about: 'state', state, ...(pauseMs === undefined ? {} : { resumesAt: new Date(at.getTime() + pauseMs) }) };
}

/** A template's standing as it is stored: the newest news of each kind. */
type Kept = Readonly<{
  state?: { readonly at: string; readonly state: TemplateState; readonly resumesAt?: string };
  category?: { readonly at: string; readonly category: WhatsAppCategory };
}>;

/** The standing with one more piece of news; `undefined` when something newer of the kind is there already, or the same. */
export function withTemplateNews(before: JsonValue | undefined, news: TemplateNews, at: Date): JsonValue | undefined {
  const kept = (before ?? {}) as Kept;
  const known = kept[news.about];
  if (known !== undefined && Date.parse(known.at) > at.getTime()) return undefined;
  const stamped =
    news.about === 'state'
      ? { at: at.toISOString(), state: news.state, ...(news.resumesAt === undefined ? {} : { resumesAt: news.resumesAt.toISOString() }) }
      : { at: at.toISOString(), category: news.category };
  return JSON.stringify(known) === JSON.stringify(stamped) ? undefined : ({ ...kept, [news.about]: stamped } as JsonValue);
}

/** What a stored standing says to a clearance. */
export function variantStateOf(value: JsonValue): VariantState {
  const { state, category } = value as Kept;
  return {
    ...(state === undefined ? {} : { state: state.state }),
    ...(state?.resumesAt === undefined ? {} : { resumesAt: new Date(state.resumesAt) }),
    ...(category === undefined ? {} : { category: category.category }),
  };
}
