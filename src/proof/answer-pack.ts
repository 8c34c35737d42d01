import type { LocalText } from '../law/vocabulary.ts';
import { sha256Hex } from '../ledger/hash.ts';
import { answerPage } from './answer-page.ts';
import { bundlePage } from './bundle-page.ts';
import type { ComplaintDossier } from './complaint-dossier.ts';
import { verifierPage, verifierScript } from './verifier-page.ts';

export interface AnswerPackDetails {
  /** The organisation that answers, as its register names it. */
  readonly operator: { readonly name: string; readonly address?: string | undefined };
  readonly preparedAt: Date;
  /** Languages of the readable pages. @default both */
  readonly languages?: readonly (keyof LocalText)[] | undefined;
}

/**
 * The answer to a regulator as files by name: readable pages, everything as JSON, the proof bundle, and what checks it without us. The same dossier and
 * details give the same bytes. Put into a ZIP by whatever zips: `zipSync(files)` of the package fflate takes them as they are.
 */
export function answerPack(dossier: ComplaintDossier, details: AnswerPackDetails): Readonly<Record<string, Uint8Array>> {
  const { bundle, verdict } = dossier;
  const { languages = ['en', 'ru'] } = details;
  const texts: Record<string, string> = {};
  for (const language of languages) {
    texts[`answer-${language}.html`] = answerPage(dossier, details, language);
    texts[`consent-${language}.html`] = bundlePage(bundle, verdict, language);
    texts[`verify-${language}.html`] = verifierPage({ language });
  }
  texts['dossier.json'] = `${JSON.stringify(dossier, null, 2)}\n`;
  texts['bundle.json'] = `${JSON.stringify(bundle, null, 2)}\n`;
  texts['verify.mjs'] = verifierScript;
  texts['key.txt'] = `${bundle.publicKey}\n`;
  const sums = Object.entries(texts).map(([name, text]) => `${sha256Hex(text)}  ${name}\n`);
  texts.SHA256SUMS = sums.toSorted().join('');
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]));
}
