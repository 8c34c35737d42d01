import { type Clock, systemClock } from '../../clock.ts';
import type { Diagnostic } from '../../linter/diagnostic.ts';
import type { WhatsAppTemplate } from '../../template/whatsapp-template.ts';
import { createHttpClient, type HttpAnswer, type HttpRequest } from '../http.ts';
import { classOfHttpStatus, retryAfterMs } from '../http-status.ts';
import { asRecord, asText, field, tryParseJson } from '../json.ts';
import type { ErrorClass } from '../taxonomy.ts';
import { metaErrors } from './errors.ts';
import { type PlatformTemplate, readPage } from './platform-template.ts';
import { checkWhatsappTemplatesOptions, type WhatsappTemplatesOptions } from './template-options.ts';

/** Why a call about templates gave nothing. `unknown`: it may have been carried out; list before trying again. */
export interface TemplateCallFailure {
  readonly ok: false;
  readonly outcome: 'rejected' | 'unknown';
  readonly errorClass: ErrorClass;
  readonly providerCode: string | null;
  /** The platform's finer code, for instance `2388299` for a variable at the end. */
  readonly subcode: string | null;
  /** A minimum, never shortened. */
  readonly retryAfterMs?: number;
}

/** Our own rules found errors: nothing was sent to the platform. */
export interface TemplateLintFailure {
  readonly ok: false;
  readonly outcome: 'lint-errors';
  readonly diagnostics: readonly Diagnostic[];
}

export interface TemplateSubmitted {
  readonly ok: true;
  readonly id: string;
  readonly status: string | null;
  /** The platform may file it under another category than asked. */
  readonly category: string | null;
  /** Findings that do not stop it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The templates of one WhatsApp Business account: read, submitted, changed, deleted. One call each, never repeated inside. */
export interface WhatsappTemplates {
  /** All templates, page after page. */
  list(signal?: AbortSignal): Promise<{ readonly ok: true; readonly templates: readonly PlatformTemplate[] } | TemplateCallFailure>;
  /** Lints, then submits for review. At most 100 an hour. */
  create(template: WhatsAppTemplate, signal?: AbortSignal): Promise<TemplateSubmitted | TemplateLintFailure | TemplateCallFailure>;
  /** Lints, then replaces the components of a template. An approved one may be changed once a day and ten times in 30 days. */
  edit(id: string, template: WhatsAppTemplate, signal?: AbortSignal): Promise<TemplateSubmitted | TemplateLintFailure | TemplateCallFailure>;
  /** Deletes every language of a name, or with `id` one of them. The name of an approved one stays taken for 30 days. */
  remove(template: { readonly name: string; readonly id?: string }, signal?: AbortSignal): Promise<{ readonly ok: true } | TemplateCallFailure>;
}

/** More pages than the largest account can fill. */
const MAX_PAGES = 1_000;
const fields = 'id,name,language,status,category,correct_category,quality_score,rejected_reason,parameter_format,components';

/**
 * Opens the templates of a WhatsApp Business account.
 * Source: facts on WhatsApp, sections 4, 6 and 15; Meta, "Template management".
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * const sheet = await whatsappTemplates({ businessAccountId: '102900000000001', accessToken }).list();
 */
export function whatsappTemplates(options: WhatsappTemplatesOptions): WhatsappTemplates {
  checkWhatsappTemplatesOptions(options);
  const clock: Clock = options.clock ?? systemClock;
  const http = createHttpClient({ ...options, baseUrl: options.baseUrl ?? 'https://graph.facebook.com' });
  const version = `/${options.apiVersion ?? 'v25.0'}`;
  const account = `${version}/${options.businessAccountId}/message_templates`;
  const headers = { authorization: `Bearer ${options.accessToken}` };
  const never = new AbortController().signal;

  async function call<Value>(
    request: Omit<HttpRequest, 'headers'>,
    signal: AbortSignal,
    read: (payload: unknown) => Value | undefined,
  ): Promise<Value | TemplateCallFailure> {
    const exchange = await http({ ...request, headers }, signal);
    if (!exchange.ok) {
      const { sent } = exchange.fault;
      return failure(sent ? 'unknown' : 'rejected', sent ? 'unknown' : 'retryable-transient');
    }
    const { answer } = exchange;
    const payload = tryParseJson(answer.body);
    if (answer.status < 300 && asRecord(asRecord(payload)?.error) === undefined) return read(payload) ?? failure('unknown', 'unknown');
    return refusal(answer, payload, clock.now());
  }

  async function submit(
    path: string,
    template: WhatsAppTemplate,
    body: object,
    signal: AbortSignal,
  ): Promise<TemplateSubmitted | TemplateLintFailure | TemplateCallFailure> {
    const { lintWhatsAppTemplate } = await import('../../linter/template/index.ts');
    const diagnostics = lintWhatsAppTemplate(template, { today: clock.now().toISOString().slice(0, 10) });
    if (diagnostics.some(({ severity }) => severity === 'error')) return { ok: false, outcome: 'lint-errors', diagnostics };
    return call({ method: 'POST', path, json: body }, signal, (payload): TemplateSubmitted | undefined => {
      const id = asText(field(payload, 'id')) ?? (field(payload, 'success') === true ? (path.split('/').at(-1) ?? null) : null);
      if (id === null) return undefined;
      return { ok: true, id, status: asText(field(payload, 'status')), category: asText(field(payload, 'category')), diagnostics };
    });
  }

  return {
    async list(signal = never) {
      const templates: PlatformTemplate[] = [];
      let after: string | null = null;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const query: Record<string, string> = { fields, limit: String(options.pageSize ?? 100), ...(after === null ? {} : { after }) };
        const read: ReturnType<typeof readPage> | TemplateCallFailure = await call({ method: 'GET', path: account, query }, signal, readPage);
        if (read === undefined || 'ok' in read) return read ?? failure('unknown', 'unknown');
        templates.push(...read.templates);
        // A cursor that does not move would go round for ever.
        if (read.after === null || read.after === after) return { ok: true, templates };
        after = read.after;
      }
      return { ok: true, templates };
    },
    create: (template, signal = never) => submit(account, template, template, signal),
    edit: (id, template, signal = never) => {
      const { components, category, message_send_ttl_seconds: ttl } = template;
      const body = { category, components, ...(ttl === undefined ? {} : { message_send_ttl_seconds: ttl }) };
      return submit(`${version}/${encodeURIComponent(id)}`, template, body, signal);
    },
    remove: ({ name, id }, signal = never) =>
      call({ method: 'DELETE', path: account, query: { ...(id === undefined ? {} : { hsm_id: id }), name } }, signal, (payload) =>
        field(payload, 'success') === true ? ({ ok: true } as const) : undefined,
      ),
  };
}

function refusal(answer: HttpAnswer, payload: unknown, now: Date): TemplateCallFailure {
  const providerCode = asText(field(payload, 'error', 'code'));
  const errorClass = metaErrors.classOf(providerCode) ?? classOfHttpStatus(answer.status) ?? 'unknown';
  const wait = retryAfterMs(answer.headers.get('retry-after'), now);
  return {
    ...failure(answer.status >= 500 ? 'unknown' : 'rejected', errorClass),
    providerCode,
    subcode: asText(field(payload, 'error', 'error_subcode')),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
}

function failure(outcome: TemplateCallFailure['outcome'], errorClass: ErrorClass): TemplateCallFailure {
  return { ok: false, outcome, errorClass, providerCode: null, subcode: null };
}
