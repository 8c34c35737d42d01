import type { ConsentRecord } from '../consent/record/record.ts';
import { sha256Hex } from '../ledger/hash.ts';
import { escapeHtml } from '../proof/html.ts';
import { chooseLanguage } from './consent-document.ts';
import { isOneClick } from './consent-exchange.ts';
import type { LinkSubject } from './link-token.ts';
import type { WebHandler } from './node-listener.ts';
import { type OptOutLinkOptions, TOKEN_FIELD } from './opt-out-links.ts';
import { linkEvidence, type OptOutPageOptions, optOutPages } from './opt-out-page.ts';

export interface UnsubscribePageOptions extends OptOutPageOptions, Pick<OptOutLinkOptions, 'preferencesUrl'> {}

/**
 * The page behind the way out: one button, and the one-click post of RFC 8058, without script, cookie or login. GET, HEAD and OPTIONS change and
 * read nothing, so that link scanners take nobody off. POST withdraws what the token speaks for and is durable before it is answered.
 */
export function unsubscribePage(options: UnsubscribePageOptions): WebHandler {
  const pages = optOutPages(options);
  const { consent, preferencesUrl } = options;

  const show = (language: string, token: string): Response => {
    const words = pages.words(language);
    const action = `?${TOKEN_FIELD}=${encodeURIComponent(token)}&lang=${encodeURIComponent(language)}`;
    const manage =
      preferencesUrl === undefined ? '' : `\n<p><a href="${escapeHtml(`${preferencesUrl}${action}`)}">${escapeHtml(words.manage)}</a></p>`;
    const body = `<p>${escapeHtml(words.unsubscribeIntro)}</p>
<form method="post" action="${escapeHtml(action)}" class="actions"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>${escapeHtml(words.unsubscribeSubmit)}</button></form>${manage}`;
    return pages.show({ language, title: words.unsubscribeTitle, body });
  };

  const withdraw =
    (token: string) =>
    async ({ subject, sender, purposes, channels }: LinkSubject, chain: readonly ConsentRecord[], now: Date): Promise<void> => {
      await consent.withdraw({
        subject,
        // a link that is used again takes back only what was given since
        id: `link-${sha256Hex(`${token}\n${permissionsIn(chain)}`).slice(0, 32)}`,
        ...(sender === undefined ? {} : { sender }),
        ...(purposes === undefined ? {} : { purposes }),
        ...(channels === undefined ? {} : { channels }),
        evidence: linkEvidence(token, 'unsubscribe link'),
        occurredAt: now,
        drainMs: 0,
      });
    };

  return async (request) => {
    const language = chooseLanguage(request, pages.names);
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: ALLOW } });
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'POST')
      return new Response(null, { status: 405, headers: { allow: ALLOW } });
    const token = pages.tokenOf(request);
    if (token === null) return bare(request, pages.say(language, { title: 'incompleteTitle', text: 'incomplete' }, 400));
    if (request.method !== 'POST') return bare(request, show(language, token));
    if (!(await isOneClick(request))) return new Response('List-Unsubscribe=One-Click is expected', { status: 400 });
    return pages.answer(request, token, language, { title: 'stoppedTitle', text: 'stopped' }, withdraw(token));
  };
}

const ALLOW = 'GET, HEAD, OPTIONS, POST';

/** An answer without its body to a HEAD. */
export function bare(request: Request, page: Response): Response {
  return request.method === 'HEAD' ? new Response(null, page) : page;
}

/** How often a person has said yes: what tells a second act from the same one again. */
function permissionsIn(chain: readonly ConsentRecord[]): number {
  return chain.filter(({ kind }) => kind !== 'withdrawn' && kind !== 'suppressed' && kind !== 'unsuppressed' && kind !== 'challenge-failed').length;
}
