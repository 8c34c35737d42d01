import { type ApiAnswer, type ApiRequest, type Desk, fieldText, jsonOf } from '../provider-api.ts';

/** A template on the platform's shelf. */
interface Kept {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly status: string;
  readonly category: string;
  readonly parameter_format: string;
  readonly components: readonly unknown[];
}

type Refuse = (code: string) => ApiAnswer;

const categories: ReadonlySet<string> = new Set(['MARKETING', 'UTILITY', 'AUTHENTICATION']);
const paths = /^(?:\/v\d+\.\d+)?\/(?:(\d+)\/message_templates|tpl(\d+))$/u;

/** True for the list of an account's templates and for one of them. */
export function isTemplatePath(path: string): boolean {
  return paths.test(path);
}

/** Lists, takes, changes and deletes templates; a new one waits for review. Source: Meta, "Template management"; facts on WhatsApp, sections 4 and 6. */
export function answerTemplates(request: ApiRequest, desk: Desk, refuse: Refuse): ApiAnswer {
  const shelf = shelfOf(desk);
  const one = paths.exec(request.path)?.[2];
  if (one !== undefined) return request.method === 'POST' ? edited(shelf, `tpl${one}`, request, refuse) : refuse('100');
  switch (request.method) {
    case 'GET':
      return page(shelf, request);
    case 'POST':
      return created(shelf, request, refuse);
    case 'DELETE':
      return deleted(shelf, request, refuse);
    default:
      return refuse('100');
  }
}

type Shelf = Map<string, Kept>;

function shelfOf(desk: Desk): Shelf {
  const known = desk.shelf.get('templates') as Shelf | undefined;
  if (known !== undefined) return known;
  const shelf: Shelf = new Map();
  for (const { name, language, body } of desk.templates)
    keep(shelf, { name, language, status: 'APPROVED', category: 'MARKETING', components: [{ type: 'BODY', text: body }] });
  desk.shelf.set('templates', shelf);
  return shelf;
}

function keep(shelf: Shelf, given: Omit<Kept, 'id' | 'parameter_format'> & { readonly parameter_format?: string }): Kept {
  const id = `tpl${1_000 + shelf.size + 1}`;
  const kept = { id, parameter_format: 'POSITIONAL', ...given };
  shelf.set(id, kept);
  return kept;
}

function page(shelf: Shelf, request: ApiRequest): ApiAnswer {
  const all = [...shelf.values()].filter((kept) => kept.status !== 'DELETED');
  const limit = Math.max(1, Number(request.query.get('limit') ?? 25) || 25);
  const from = Number(Buffer.from(request.query.get('after') ?? '', 'base64url').toString()) || 0;
  const data = all.slice(from, from + limit);
  const end = from + data.length;
  const cursors = { before: cursor(from), after: cursor(end) };
  return {
    status: 200,
    body: { data, paging: { cursors, ...(end < all.length ? { next: 'https://elsewhere.example.test/never-to-be-followed' } : {}) } },
  };
}

function cursor(at: number): string {
  return Buffer.from(String(at)).toString('base64url');
}

function created(shelf: Shelf, request: ApiRequest, refuse: Refuse): ApiAnswer {
  const body = jsonOf(request);
  const [name, language, category] = [fieldText(body?.name), fieldText(body?.language), fieldText(body?.category)];
  if (!/^[a-z0-9_]{1,512}$/u.test(name) || language === '' || !categories.has(category) || !Array.isArray(body?.components)) return refuse('100');
  if ([...shelf.values()].some((kept) => kept.name === name && kept.language === language && kept.status !== 'DELETED')) return refuse('100');
  const format = fieldText(body.parameter_format).toUpperCase() || 'POSITIONAL';
  const kept = keep(shelf, { name, language, category, status: 'PENDING', parameter_format: format, components: body.components });
  return { status: 200, body: { id: kept.id, status: kept.status, category: kept.category } };
}

function edited(shelf: Shelf, id: string, request: ApiRequest, refuse: Refuse): ApiAnswer {
  const kept = shelf.get(id);
  const components = jsonOf(request)?.components;
  if (kept === undefined || kept.status === 'DELETED' || !Array.isArray(components)) return refuse('100');
  shelf.set(id, { ...kept, components, status: 'PENDING' });
  return { status: 200, body: { success: true } };
}

function deleted(shelf: Shelf, request: ApiRequest, refuse: Refuse): ApiAnswer {
  const [name, id] = [request.query.get('name'), request.query.get('hsm_id')];
  const meant = [...shelf.values()].filter((kept) => kept.name === name && (id === null || kept.id === id) && kept.status !== 'DELETED');
  if (meant.length === 0) return refuse('100');
  for (const kept of meant) shelf.set(kept.id, { ...kept, status: 'DELETED' });
  return { status: 200, body: { success: true } };
}
