import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isLicetError } from '../../errors.ts';
import { type DocumentPath, jsonDocument, parseTemplateFile, readTemplates, type TemplateDocument, type TemplateFile } from '../../template/index.ts';
import { UsageError } from '../command.ts';
import { yamlDocument } from './lint-files-yaml.ts';

/** A template in Cloud API JSON and where it stands in the file. */
export interface CloudTemplate {
  readonly json: Readonly<Record<string, unknown>>;
  readonly path: DocumentPath;
}

/** A file of templates, read. */
export interface TemplateSource extends TemplateFile {
  readonly path: string;
  readonly source: string;
  readonly document: TemplateDocument;
  readonly cloud: readonly CloudTemplate[];
}

export type SourceRead =
  | { readonly ok: true; readonly file: TemplateSource }
  /** `passed-over`: found in a folder and holds no template. */
  | { readonly ok: false; readonly path: string; readonly why: 'passed-over' | 'unreadable'; readonly problem: string };

const extensions = ['.json', '.yaml', '.yml', '.md'];

/**
 * The template files at paths, folders with everything below them, in the order of their names. Hidden folders and `node_modules` are left out.
 * @throws {UsageError} for a path that does not exist, or a file of another kind.
 */
export async function templatePaths(paths: readonly string[]): Promise<readonly { readonly path: string; readonly asked: boolean }[]> {
  const found: { readonly path: string; readonly asked: boolean }[] = [];
  for (const path of paths) {
    const is = await stat(path).catch(() => undefined);
    if (is === undefined) throw new UsageError(`There is no file or folder "${path}".`);
    if (is.isDirectory()) found.push(...(await below(path)).map((one) => ({ path: one, asked: false })));
    else if (extensions.includes(extname(path).toLowerCase())) found.push({ path, asked: true });
    else throw new UsageError(`"${path}" is no template file; templates are ${extensions.join(', ')}. Give JSON Lines with --input.`);
  }
  return found;
}

async function below(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lists = entries.map(async (entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return below(path);
    return extensions.includes(extname(entry.name).toLowerCase()) ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

/** Reads one file. A file that was not asked for by name and holds nothing like a template is passed over. */
export async function readTemplateSource({ path, asked }: { readonly path: string; readonly asked: boolean }): Promise<SourceRead> {
  const source = (await readFile(path, 'utf8')).replace(/^\ufeff/u, '');
  let document: TemplateDocument;
  try {
    document = await parse(source, extname(path).toLowerCase());
  } catch (error) {
    if (isLicetError(error)) throw error;
    const reason = error instanceof Error ? error.message.split('\n')[0] : '';
    return { ok: false, path, why: 'unreadable', problem: `not well-formed: ${reason}` };
  }
  const cloud = cloudTemplates(document.data);
  if (!asked && cloud.length === 0 && !looksLikeTemplates(document.data))
    return { ok: false, path, why: 'passed-over', problem: 'no template in it' };
  // a list may hold both forms; what is not a list and holds a Cloud API template holds nothing else
  const isMixed = Array.isArray(document.data) || (isFields(document.data) && 'templates' in document.data);
  const read = cloud.length === 0 || isMixed ? readTemplates(document) : { templates: [], faults: [] };
  const isCloud = (place: DocumentPath): boolean => cloud.some(({ path: one }) => one.every((key, i) => String(key) === String(place[i])));
  const faults = read.faults.filter((fault) => !isCloud(fault.path));
  return { ok: true, file: { path, source, document, cloud, templates: read.templates, faults } };
}

async function parse(source: string, extension: string): Promise<TemplateDocument> {
  if (extension === '.md') return parseTemplateFile(source, 'md').document;
  return extension === '.json' ? jsonDocument(source) : yamlDocument(source);
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function isCloudTemplate(value: unknown): value is Fields {
  return isFields(value) && !('variants' in value) && (Array.isArray(value.components) || ('category' in value && 'language' in value));
}

/** One template as sent, `{ template }`, a list, or the platform's own listing `{ data: [...] }`. */
function cloudTemplates(data: unknown): readonly CloudTemplate[] {
  if (isCloudTemplate(data)) return [{ json: data, path: [] }];
  if (isFields(data) && isCloudTemplate(data.template)) return [{ json: data.template, path: ['template'] }];
  const key = isFields(data) ? ['templates', 'data'].find((name) => Array.isArray(data[name])) : undefined;
  const list: unknown = isFields(data) && key !== undefined ? data[key] : data;
  if (!Array.isArray(list)) return [];
  const root = key === undefined ? [] : [key];
  return list.flatMap((entry: unknown, index) => (isCloudTemplate(entry) ? [{ json: entry, path: [...root, index] }] : []));
}

function looksLikeTemplates(data: unknown): boolean {
  if (Array.isArray(data)) return data.length > 0 && data.every((entry) => isFields(entry) && ('variants' in entry || 'kind' in entry));
  if (!isFields(data)) return false;
  return Array.isArray(data.templates) || 'kind' in data || (Array.isArray(data.variants) && data.variants.length > 0);
}
