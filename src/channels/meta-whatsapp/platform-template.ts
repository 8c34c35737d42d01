import type { TemplateState } from '../../template/message-template.ts';
import { stateAfterEvent } from '../../template/template-state.ts';
import type { WhatsAppComponent } from '../../template/whatsapp-template.ts';
import { asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';

/** A template as the platform has it. */
export interface PlatformTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  /** In the platform's words, upper case; `null` when it says none. */
  readonly category: string | null;
  /** The category the platform will move it to, if it has announced one. */
  readonly comingCategory: string | null;
  /** In the platform's words, upper case. */
  readonly status: string;
  /** What the status means for sending; `undefined` for words not known. */
  readonly state: TemplateState | undefined;
  /** `GREEN`, `YELLOW`, `RED` or `UNKNOWN`; `null` when it says none. */
  readonly quality: string | null;
  readonly rejectedReason: string | null;
  readonly parameterFormat: 'positional' | 'named';
  readonly components: readonly WhatsAppComponent[];
}

/** Reads one entry of the list; `undefined` for what names no template. */
export function platformTemplate(entry: JsonRecord): PlatformTemplate | undefined {
  const [id, name, language] = [asText(entry.id), asText(entry.name), asText(entry.language)];
  if (id === null || name === null || language === null) return undefined;
  const status = asText(entry.status)?.toUpperCase() ?? 'UNKNOWN';
  return {
    id,
    name,
    language,
    category: asText(entry.category)?.toUpperCase() ?? null,
    comingCategory: asText(entry.correct_category)?.toUpperCase() ?? null,
    status,
    state: stateAfterEvent(status),
    quality: asText(field(entry, 'quality_score', 'score'))?.toUpperCase() ?? null,
    rejectedReason: noneIsNull(asText(entry.rejected_reason)),
    parameterFormat: asText(entry.parameter_format)?.toLowerCase() === 'named' ? 'named' : 'positional',
    components: asRecords(entry.components) as unknown as readonly WhatsAppComponent[],
  };
}

/** The entries of a page, and where the next one begins. The page's own `next` address is not followed: it would take the token wherever it points. */
export function readPage(payload: unknown): { readonly templates: readonly PlatformTemplate[]; readonly after: string | null } | undefined {
  const page = asRecord(payload);
  if (page === undefined || !Array.isArray(page.data)) return undefined;
  const hasNext = asText(field(page, 'paging', 'next')) !== null;
  return {
    templates: asRecords(page.data).flatMap((entry) => platformTemplate(entry) ?? []),
    after: hasNext ? asText(field(page, 'paging', 'cursors', 'after')) : null,
  };
}

function noneIsNull(reason: string | null): string | null {
  return reason === 'NONE' ? null : reason;
}
