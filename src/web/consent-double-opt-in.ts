import type { ConsentBook } from '../consent/consent-book.ts';
import type { ConfirmAct, Confirmation } from '../consent/double-opt-in.ts';
import type { ConsentRecord, SubjectRef } from '../consent/record/record.ts';
import { isSubjectRef } from '../ledger/subject-ref.ts';
import { escapeHtml } from '../proof/html.ts';
import { chooseLanguage } from './consent-document.ts';
import { fromOwnOrigin, readForm } from './consent-exchange.ts';
import { problemList } from './consent-form-page.ts';
import { type ConsentBrand, consentLayout } from './consent-page.ts';
import { type ConsentWords, consentWords } from './consent-words.ts';
import type { WebHandler } from './node-listener.ts';

export interface DoubleOptInPageOptions {
  readonly consent: Pick<ConsentBook, 'confirm' | 'load'>;
  /** Address of this page as the world calls it. */
  readonly publicUrl: string;
  readonly words?: Readonly<Record<string, ConsentWords>> | undefined;
  readonly brand?: ConsentBrand | undefined;
}

/** What the page was opened or answered with. */
type Asked =
  | { readonly by: 'link'; readonly token: string }
  | { readonly by: 'code'; readonly person: SubjectRef; readonly request: string; readonly code: string };

/**
 * The page behind a double opt-in: a button for a link, a field for a code. GET changes nothing and reads nothing, so that link scanners
 * confirm for nobody; POST confirms, along with the other documents of the same form. Links that are forged, used up, expired, withdrawn or
 * erased all get the same answer.
 */
export function doubleOptInPage(options: DoubleOptInPageOptions): WebHandler {
  const all: Readonly<Record<string, ConsentWords>> = { ...consentWords, ...options.words };
  const names = Object.keys(all);
  const layout = consentLayout(options.brand);

  const say = (language: string, which: 'confirmed' | 'invalid'): Response => {
    const words = all[language]!;
    const body = `<p role="status">${escapeHtml(words[which])}</p>`;
    return layout.respond({ language, title: words[`${which}Title`], body, status: which === 'confirmed' ? 200 : 410 });
  };
  const show = (language: string, asked: Asked, wrong = false): Response => {
    const words = all[language]!;
    const title = asked.by === 'link' ? words.confirmTitle : words.codeTitle;
    return layout.respond({
      language,
      title,
      body: asked.by === 'link' ? linkForm(words, language, asked.token) : codeForm(words, language, asked, wrong),
      status: wrong ? 422 : 200,
    });
  };

  return async (request) => {
    const language = chooseLanguage(request, names);
    if (request.method === 'GET' || request.method === 'HEAD') {
      const asked = readAsked(new URL(request.url).searchParams);
      const page = asked === null ? say(language, 'invalid') : show(language, asked);
      return request.method === 'HEAD' ? new Response(null, page) : page;
    }
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, POST' } });
    if (!fromOwnOrigin(request, options.publicUrl)) return new Response('not from this page', { status: 403 });
    const form = await readForm(request);
    if (form === null) return new Response('a form is expected', { status: 415 });
    const asked = readAsked(form);
    if (asked === null) return say(language, 'invalid');
    const answer = await options.consent.confirm(actOf(asked));
    if (!answer.confirmed && answer.reason === 'wrong-code') return show(language, asked, true);
    return say(language, (await confirmRest(options.consent, answer)) ? 'confirmed' : 'invalid');
  };
}

function actOf(asked: Asked): ConfirmAct {
  return asked.by === 'link' ? { token: asked.token } : { subject: asked.person, requestId: asked.request, code: asked.code };
}

/**
 * Confirms the other documents of the form by the answer to the first; their proof is the hash of its confirmation. Answered again after a
 * crash it goes on; answered again after a withdrawal it confirms nothing.
 */
async function confirmRest(consent: DoubleOptInPageOptions['consent'], answer: Confirmation): Promise<boolean> {
  if (!answer.confirmed && answer.reason !== 'already-confirmed') return false;
  const { record } = answer;
  if (record === null) return false;
  const chain = (await consent.load([record.subject])).get(record.subject) ?? [];
  const requestId = record.kind === 'requested' ? record.id : record.answers;
  const first = chain.find((one) => one.kind === 'confirmed' && one.answers === requestId);
  if (first === undefined || takenBackSince(chain, first)) return false;
  const waiting = chain.filter(
    (one) =>
      one.kind === 'requested' &&
      one.id.startsWith(`${requestId}/`) &&
      !chain.some((later) => later.kind === 'confirmed' && later.answers === one.id),
  );
  for (const { id, subject } of waiting) await consent.confirm({ subject, requestId: id, replyProofHash: first.hash });
  return true;
}

function takenBackSince(chain: readonly ConsentRecord[], { sequence }: ConsentRecord): boolean {
  return chain.some((one) => one.sequence > sequence && (one.kind === 'withdrawn' || one.kind === 'erased'));
}

function readAsked(fields: URLSearchParams): Asked | null {
  const token = fields.get('token');
  if (token !== null) return token.length > 0 && token.length <= 512 ? { by: 'link', token } : null;
  const person = fields.get('person');
  const request = fields.get('request') ?? '';
  if (!isSubjectRef(person) || request === '' || request.length > 128 || request.includes('/')) return null;
  return { by: 'code', person, request, code: (fields.get('code') ?? '').replace(/\D/gu, '').slice(0, 12) };
}

function linkForm(words: ConsentWords, language: string, token: string): string {
  return `<p>${escapeHtml(words.confirmIntro)}</p>
<form method="post" action="?lang=${encodeURIComponent(language)}"><input type="hidden" name="token" value="${escapeHtml(token)}"><button>${escapeHtml(words.confirmSubmit)}</button></form>`;
}

function codeForm(words: ConsentWords, language: string, { person, request }: Asked & { by: 'code' }, wrong: boolean): string {
  return `<p>${escapeHtml(words.codeIntro)}</p>
${problemList(wrong ? [{ field: 'code', word: 'codeWrong' }] : [], words)}<form method="post" action="?lang=${encodeURIComponent(language)}">
<input type="hidden" name="person" value="${escapeHtml(person)}"><input type="hidden" name="request" value="${escapeHtml(request)}">
<div class="field"><label for="code">${escapeHtml(words.code)}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required${wrong ? ' aria-invalid="true"' : ''}></div>
<button>${escapeHtml(words.confirmSubmit)}</button></form>`;
}
