import type { KeyObject } from 'node:crypto';
import type { DocumentStore } from '../cascade/stores/document-store.ts';
import type { Clock } from '../clock.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { sha256Hex } from '../ledger/hash.ts';
import { type RandomBytes, systemRandom } from '../ledger/random.ts';
import { parsePhone } from '../phone/parse-phone.ts';
import { type ConsentDocument, formLanguages, noticeOf } from './consent-document.ts';
import { formTokens, fromOwnOrigin, readForm } from './consent-exchange.ts';
import { consentFormBody, type FormProblem } from './consent-form-page.ts';
import { type ConsentBrand, consentLayout } from './consent-page.ts';
import { type DoubleOptIn, type Submission, takeConsent } from './consent-submission.ts';
import { type ConsentWords, consentWords } from './consent-words.ts';
import type { WebHandler } from './node-listener.ts';

export interface ConsentFormOptions {
  readonly consent: Pick<ConsentBook, 'subject' | 'load' | 'grantMany' | 'request'>;
  /** Where the texts that were shown are kept for proofs: the messenger's document store. */
  readonly notices: DocumentStore;
  /** Id of the legal entity the consents are given to. */
  readonly sender: string;
  readonly documents: readonly ConsentDocument[];
  /** Address of this form as the world calls it. */
  readonly publicUrl: string;
  /** At least 32 random bytes that sign the form; not the ledger's secret. */
  readonly secret: KeyObject | Uint8Array;
  readonly clock: Pick<Clock, 'now'>;
  /** Has people confirm on the handset. Without it anybody can type anybody's number: evidence of grade B. */
  readonly doubleOptIn?: DoubleOptIn | undefined;
  /** ISO country of numbers typed without a country code. */
  readonly defaultCountry?: string | undefined;
  /** ISO countries whose numbers are taken; codes to numbers far away are how such forms are robbed. @default all */
  readonly countries?: readonly string[] | undefined;
  /** Further languages, or other words. */
  readonly words?: Readonly<Record<string, ConsentWords>> | undefined;
  readonly brand?: ConsentBrand | undefined;
  /** Further proof to keep encrypted, such as the network address; the browser's name is kept anyway. */
  readonly details?: ((request: Request) => Readonly<Record<string, string>>) | undefined;
  /** How long a shown form can be sent, in milliseconds. @default 7_200_000 */
  readonly formLifeMs?: number | undefined;
  readonly random?: RandomBytes | undefined;
}

const FORM_LIFE_MS = 7_200_000;
const NONCE_BYTES = 18;

/**
 * A consent form that works without script: one unticked box per document, each consent recorded with the exact text that was shown.
 * GET only shows; POST checks that the form is ours and unchanged, then grants, or opens a double opt-in.
 * @throws {InvalidOptionsError} when there is nothing to ask, no language for all of it, or the secret is too short.
 */
export function consentForm(options: ConsentFormOptions): WebHandler {
  const { documents, publicUrl, clock, random = systemRandom } = options;
  const languages = formLanguages<ConsentWords>(documents, { ...consentWords, ...options.words });
  const tokens = formTokens(options.secret, publicUrl, options.formLifeMs ?? FORM_LIFE_MS);
  const layout = consentLayout(options.brand);
  const shown = new Map(languages.names.map((name) => [name, digestOf(documents, name)]));

  const message = (language: string, title: keyof ConsentWords, text: keyof ConsentWords, status = 200): Response => {
    const words = languages.words(language);
    return layout.respond({ language, title: words[title], body: `<p role="status">${words[text]}</p>`, status });
  };
  const show = (request: Request, language: string, phone = '', problems: readonly FormProblem[] = [], status = 200): Response => {
    const words = languages.words(language);
    const known = tokens.nonceOf(request);
    const nonce = known ?? Buffer.from(random(NONCE_BYTES)).toString('base64url');
    const token = tokens.issue(nonce, shown.get(language)!, clock.now());
    const response = layout.respond({
      language,
      title: words.title,
      ...(problems.length === 0 ? {} : { notice: words.errors }),
      body: consentFormBody({ words, language, documents, token, phone, problems }),
      status,
    });
    if (known === null) response.headers.append('set-cookie', tokens.cookie(nonce));
    return response;
  };

  const submit = async (request: Request, language: string): Promise<Response> => {
    if (!fromOwnOrigin(request, publicUrl)) return new Response('not from this form', { status: 403 });
    const form = await readForm(request);
    if (form === null) return new Response('a form is expected', { status: 415 });
    const typed = (form.get('phone') ?? '').slice(0, 32);
    const token = form.get('token') ?? '';
    const now = clock.now();
    if (!tokens.isGood(token, tokens.nonceOf(request), shown.get(language)!, now))
      return show(request, language, typed, [{ field: null, word: 'stale' }], 403);
    const ticked = new Set(form.getAll('agree'));
    const chosen = documents.filter(({ id }) => ticked.has(id));
    const phone = parsePhone(typed, { defaultCountry: options.defaultCountry });
    const problems = [...phoneProblems(phone, options.countries), ...boxProblems(documents, chosen)];
    if (!phone.ok || problems.length > 0) return show(request, language, typed, problems, 422);
    const submission: Submission = {
      key: sha256Hex(canonicalJson({ token, phone: phone.e164 })).slice(0, 32),
      address: phone.e164,
      country: phone.country,
      language,
      chosen: chosen.map((document) => ({ document, notice: noticeOf(document, language) })),
      sourceUrl: publicUrl,
      details: { userAgent: (request.headers.get('user-agent') ?? '').slice(0, 400), ...options.details?.(request) },
      now,
    };
    const taken = await takeConsent(options, submission);
    switch (taken.outcome) {
      case 'recorded':
        return seeOther(`${publicUrl}?done=thanks&lang=${encodeURIComponent(language)}`);
      case 'asked':
        return seeOther(taken.next ?? `${publicUrl}?done=sent&lang=${encodeURIComponent(language)}`);
      case 'too-many':
        return show(request, language, typed, [{ field: null, word: 'tooMany' }], 429);
      case 'not-sent':
        return show(request, language, typed, [{ field: null, word: 'unavailable' }], 503);
    }
  };

  return async (request) => {
    const language = languages.choose(request);
    if (request.method === 'POST') return submit(request, language);
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, POST' } });
    const done = new URL(request.url).searchParams.get('done');
    const page =
      done === 'thanks'
        ? message(language, 'thanksTitle', 'thanks')
        : done === 'sent'
          ? message(language, 'sentTitle', 'sent')
          : show(request, language);
    return request.method === 'HEAD' ? new Response(null, page) : page;
  };
}

/** Changes with every letter of what is shown, so that a form sent later than a change is not taken for the new text. */
function digestOf(documents: readonly ConsentDocument[], language: string): string {
  return sha256Hex(canonicalJson(documents.map((document) => ({ id: document.id, ...noticeOf(document, language) }))));
}

function phoneProblems(phone: ReturnType<typeof parsePhone>, countries: readonly string[] | undefined): readonly FormProblem[] {
  if (!phone.ok) return [{ field: 'phone', word: 'phoneWrong' }];
  if (countries !== undefined && (phone.country === null || !countries.includes(phone.country))) return [{ field: 'phone', word: 'phoneForeign' }];
  return [];
}

function boxProblems(documents: readonly ConsentDocument[], chosen: readonly ConsentDocument[]): readonly FormProblem[] {
  if (chosen.length === 0) return [{ field: `box-${documents[0]!.id}`, word: 'nothingTicked' }];
  return documents.filter((one) => one.required === true && !chosen.includes(one)).map(({ id }) => ({ field: `box-${id}`, word: 'requiredMissing' }));
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'same-origin' } });
}
