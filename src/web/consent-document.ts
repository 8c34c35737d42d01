import { DATA_PURPOSE } from '../consent/decide/record-suffices.ts';
import { InvalidOptionsError, type OptionIssue } from '../errors.ts';
import type { Channel } from '../law/vocabulary.ts';
import type { NoticeText } from '../proof/bundle.ts';

/** One consent that is asked for on its own, with its own box. Data and advertising are two documents. */
export interface ConsentDocument {
  /** Kebab-case; stays the same when the text changes. */
  readonly id: string;
  readonly purposes: readonly string[];
  /** Channels exactly as the text names them; empty for a consent that is not about messages. */
  readonly channels: readonly Channel[];
  /** Without it the others are not taken. @default false */
  readonly required?: boolean | undefined;
  /** The wording by language (BCP 47). */
  readonly texts: Readonly<Record<string, ConsentText>>;
}

/** A wording. The version changes with every letter of it. */
export interface ConsentText {
  readonly version: string;
  /** The sentence beside the box. */
  readonly label: string;
  /** The document itself, shown under the box in full. */
  readonly text?: string | undefined;
}

/** The exact text a person sees for a document: what evidence keeps the hash of. */
export function noticeOf(document: ConsentDocument, language: string): NoticeText {
  const { version, label, text } = document.texts[language]!;
  return { version, language, text: text === undefined ? label : `${label}\n\n${text}` };
}

/** The languages a form can speak: those with words and with every document. */
export interface FormLanguages<Words> {
  readonly names: readonly string[];
  words(language: string): Words;
  /** By `lang` in the address, then the browser's wishes, then the first. */
  choose(request: Request): string;
}

/**
 * The languages in which there are both words and all documents.
 * @throws {InvalidOptionsError} when there is none, or a document cannot be asked for.
 */
export function formLanguages<Words>(documents: readonly ConsentDocument[], known: Readonly<Record<string, Words>>): FormLanguages<Words> {
  const issues: OptionIssue[] = [];
  if (documents.length === 0) issues.push({ path: 'documents', expected: 'at least one document' });
  for (const [i, document] of documents.entries()) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(document.id)) issues.push({ path: `documents.${i}.id`, expected: 'a kebab-case name' });
    if (document.purposes.includes(DATA_PURPOSE) && document.purposes.length > 1)
      issues.push({ path: `documents.${i}.purposes`, expected: `"${DATA_PURPOSE}" alone: the consent to data is a document of its own` });
    if (document.purposes.length === 0) issues.push({ path: `documents.${i}.purposes`, expected: 'at least one purpose' });
    if (documents.findIndex(({ id }) => id === document.id) !== i) issues.push({ path: `documents.${i}.id`, expected: 'a name of its own' });
  }
  const names = Object.keys(documents[0]?.texts ?? {}).filter(
    (name) => Object.hasOwn(known, name) && documents.every(({ texts }) => Object.hasOwn(texts, name)),
  );
  if (names.length === 0 && documents.length > 0)
    issues.push({ path: 'documents', expected: `a language that all documents have, among ${Object.keys(known).join(', ')}` });
  if (issues.length > 0) throw new InvalidOptionsError('This consent form cannot be shown.', issues);
  return { names, words: (language) => known[language]!, choose: (request) => chooseLanguage(request, names) };
}

/** The language of a page for a request, among those there are. */
export function chooseLanguage(request: Request, names: readonly string[]): string {
  const asked = new URL(request.url).searchParams.get('lang');
  const wishes = (request.headers.get('accept-language') ?? '').split(',').map((wish) => {
    const [tag = '', quality] = wish.trim().split(/(?<!\s)\s*;\s*q=/u);
    return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const ordered = wishes.toSorted((a, b) => b.quality - a.quality).map(({ tag }) => tag);
  for (const tag of asked === null ? ordered : [asked, ...ordered]) {
    const found =
      names.find((name) => name.toLowerCase() === tag.toLowerCase()) ?? names.find((name) => name === tag.split('-', 1)[0]?.toLowerCase());
    if (found !== undefined) return found;
  }
  return names[0]!;
}
