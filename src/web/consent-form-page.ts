import { escapeHtml } from '../proof/html.ts';
import type { ConsentDocument } from './consent-document.ts';
import type { ConsentWords } from './consent-words.ts';

/** What is wrong with a filled-in form: a field, and the word for it. */
export interface FormProblem {
  /** `phone`, the id of a document's box, or none for the form as a whole. */
  readonly field: string | null;
  readonly word: keyof ConsentWords;
}

export interface FormPage {
  readonly words: ConsentWords;
  readonly language: string;
  readonly documents: readonly ConsentDocument[];
  readonly token: string;
  readonly phone: string;
  readonly problems: readonly FormProblem[];
}

/** The form as HTML. No box is ever ticked by us, not even again after a mistake elsewhere in the form. */
export function consentFormBody({ words, language, documents, token, phone, problems }: FormPage): string {
  const wrong = problems.find(({ field }) => field === 'phone');
  return `<p>${escapeHtml(words.intro)}</p>
${problemList(problems, words)}<form method="post" action="?lang=${encodeURIComponent(language)}" novalidate>
<input type="hidden" name="token" value="${escapeHtml(token)}">
${phoneField(words, phone, wrong)}
<fieldset><legend>${escapeHtml(words.choices)}</legend>
${documents.map((document) => box(document, language, words, problems)).join('\n')}
</fieldset>
<button>${escapeHtml(words.submit)}</button>
</form>`;
}

/** What is to be put right, with a way to each field; read out when it appears. */
export function problemList(problems: readonly FormProblem[], words: ConsentWords): string {
  if (problems.length === 0) return '';
  const items = problems.map(({ field, word }) => {
    const text = escapeHtml(words[word]);
    return `<li>${field === null ? text : `<a href="#${escapeHtml(field)}">${text}</a>`}</li>`;
  });
  return `<div class="problems" role="alert" tabindex="-1"><p>${escapeHtml(words.errors)}</p><ul>${items.join('')}</ul></div>\n`;
}

function phoneField(words: ConsentWords, phone: string, wrong: FormProblem | undefined): string {
  const invalid = wrong === undefined ? '' : ' aria-invalid="true"';
  return `<div class="field"><label for="phone">${escapeHtml(words.phone)}</label>
<input id="phone" name="phone" type="tel" autocomplete="tel" required maxlength="32" aria-describedby="phone-hint"${invalid} value="${escapeHtml(phone)}">
<p class="hint" id="phone-hint">${escapeHtml(wrong === undefined ? words.phoneHint : words[wrong.word])}</p></div>`;
}

function box(document: ConsentDocument, language: string, words: ConsentWords, problems: readonly FormProblem[]): string {
  const { label, text } = document.texts[language]!;
  const id = `box-${document.id}`;
  const attributes = [
    document.required === true ? ' required' : '',
    problems.some(({ field }) => field === id) ? ' aria-invalid="true"' : '',
    text === undefined ? '' : ` aria-describedby="${id}-text"`,
  ].join('');
  const hint = document.required === true ? ` <small>${escapeHtml(words.required)}</small>` : '';
  const full = text === undefined ? '' : `\n<div id="${id}-text" lang="${escapeHtml(language)}" tabindex="0">${escapeHtml(text)}</div>`;
  return `<section class="consent"><label for="${id}"><input id="${id}" type="checkbox" name="agree" value="${escapeHtml(document.id)}"${attributes}><span>${escapeHtml(label)}${hint}</span></label>${full}</section>`;
}
