import { hash } from 'node:crypto';
import type { LocalText } from '../law/vocabulary.ts';
import { escapeHtml, htmlPage } from './html.ts';
import { verifierScript } from './verifier-page-script.ts';
import { verifierView } from './verifier-page-view.ts';
import { faultsInRussian, pageWords } from './verifier-page-words.ts';
import { kindWords, methodWords } from './wording.ts';

export { verifierScript };

export interface VerifierPageOptions {
  readonly language: keyof LocalText;
  /** Put into the key field: do that only on a page that people get from you and not with a bundle of somebody else's. */
  readonly publicKey?: string | undefined;
}

/**
 * One HTML page that checks a bundle in the browser: a file dropped on it or chosen is judged by `verifierScript`, word for word the
 * stand-alone verifier. It loads nothing and can load nothing: its policy names the hash of its one script.
 */
export function verifierPage({ language, publicKey = '' }: VerifierPageOptions): string {
  const script = `${verifierScript.replace(/^#!.*\n/u, '')}${verifierView}`;
  if (/<\/script|<!--/iu.test(script)) throw new Error('The verifier cannot stand in a page: this is a bug in licet.');
  const say = (word: keyof typeof pageWords): string => escapeHtml(pageWords[word][language]);
  const body = `<p>${say('about')}</p>
<p><label for="key">${say('key')}</label><br>
<input id="key" aria-describedby="key-hint" spellcheck="false" autocomplete="off" value="${escapeHtml(publicKey)}"></p>
<p id="key-hint"><small>${say('keyHint')}</small></p>
<p><label for="file">${say('file')}</label><br>
<input id="file" type="file" accept=".json,application/json"></p>
<div id="verdict" role="status" aria-live="polite"></div>
<style>#key{width:100%;box-sizing:border-box;font:inherit;padding:.4rem}#file{font:inherit;padding:.4rem 0}</style>
<script type="application/json" id="words">${wordsOf(language)}</script>
<script type="module">${script}</script>`;
  const policy = `script-src 'sha256-${hash('sha256', script, 'base64')}'`;
  return htmlPage(language, pageWords.title[language], body).replace("default-src 'none';", `default-src 'none'; ${policy};`);
}

function wordsOf(language: keyof LocalText): string {
  const local = (texts: Readonly<Record<string, LocalText>>): Record<string, string> =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[language]]));
  const said = {
    words: local(pageWords),
    kinds: local(kindWords),
    methods: local(methodWords),
    faults: language === 'ru' ? faultsInRussian : {},
  };
  return JSON.stringify(said).replaceAll('<', '\\u003c');
}
