import type { DocumentStore } from '../cascade/stores/document-store.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { ConsentRecord } from '../consent/record/record.ts';
import { type ConsentDocument, chooseLanguage, formLanguages, noticeOf } from './consent-document.ts';
import { fromOwnOrigin, readForm } from './consent-exchange.ts';
import { keepNotices } from './consent-notices.ts';
import type { LinkSubject } from './link-token.ts';
import type { WebHandler } from './node-listener.ts';
import { type OptOutPageOptions, optOutPages } from './opt-out-page.ts';
import { choicesOf, type PreferenceAct, planPreferences, standingChoices } from './preference-choices.ts';
import { preferenceForm } from './preference-form.ts';
import { preferenceWords } from './preference-words.ts';
import { bare } from './unsubscribe-page.ts';

export interface PreferencePageOptions extends OptOutPageOptions {
  readonly consent: Pick<ConsentBook, 'load' | 'withdraw' | 'grantMany'>;
  /** Where the texts that were shown are kept for proofs: the messenger's document store. */
  readonly notices: DocumentStore;
  /** Id of the legal entity the page speaks for. */
  readonly sender: string;
  /** What people can choose: each with its purposes and the channels it can come by. */
  readonly topics: readonly ConsentDocument[];
  /** Address of this page as the world calls it. */
  readonly publicUrl: string;
  /** Changes one person can make in a day; taking back is never counted. @default 20 */
  readonly grantsPerDay?: number | undefined;
}

const GRANTS_PER_DAY = 20;
const DAY_MS = 86_400_000;

/**
 * The page on which a person says what they want to get, and by which channel, without script or login. It shows what stands in the ledger; saving
 * takes back what is not ticked and records a new consent, with the text that was shown, for what the person has ticked anew.
 * @throws {InvalidOptionsError} when there is nothing to choose, or no language for all of it.
 */
export function preferencePage(options: PreferencePageOptions): WebHandler {
  const { consent, topics, sender, publicUrl } = options;
  const pages = optOutPages(options);
  const languages = formLanguages(topics, { ...preferenceWords, ...options.words });

  const show = async (language: string, token: string): Promise<Response> => {
    const now = options.clock.now();
    const about = options.tokens.read(token, now);
    const chain = about === null ? [] : ((await consent.load([about.subject])).get(about.subject) ?? []);
    const ticked = standingChoices(chain, topics, sender, now);
    const words = pages.words(language);
    return pages.show({ language, title: words.preferencesTitle, body: preferenceForm({ words, language, token, topics, ticked }) });
  };

  const record = async (acts: readonly PreferenceAct[], about: LinkSubject, chain: readonly ConsentRecord[], now: Date, language: string) => {
    for (const act of acts) if (act.act === 'withdraw') await consent.withdraw({ subject: about.subject, ...act.withdrawal, drainMs: 0 });
    const grants = acts.flatMap((act) => (act.act === 'grant' ? [act] : []));
    const recent = chain.filter(({ kind, recordedAt }) => kind === 'granted' && now.getTime() - recordedAt.getTime() < DAY_MS).length;
    if (grants.length === 0 || recent + grants.length > (options.grantsPerDay ?? GRANTS_PER_DAY)) return;
    const kept = await keepNotices(
      options.notices,
      grants.map(({ topic }) => noticeOf(topic, language)),
    );
    await consent.grantMany(
      grants.map(({ grant }, i) => ({ subject: about.subject, ...grant, evidence: { ...grant.evidence, notice: kept[i]! }, sourceUrl: publicUrl })),
    );
  };

  return async (request) => {
    const language = chooseLanguage(request, languages.names);
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow: 'GET, HEAD, OPTIONS, POST' } });
    const token = pages.tokenOf(request);
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (token === null) return bare(request, pages.say(language, { title: 'incompleteTitle', text: 'incomplete' }, 400));
      try {
        return bare(request, await show(language, token));
      } catch {
        return bare(request, pages.say(language, { title: 'unavailableTitle', text: 'unavailable' }, 503));
      }
    }
    if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, OPTIONS, POST' } });
    if (!fromOwnOrigin(request, publicUrl)) return new Response('not from this page', { status: 403 });
    if (token === null) return pages.say(language, { title: 'incompleteTitle', text: 'incomplete' }, 400);
    const form = await readForm(request);
    if (form === null) return new Response('a form is expected', { status: 415 });
    const choices = choicesOf(form, topics);
    return pages.answer(request, token, language, { title: 'savedTitle', text: 'saved' }, async (about, chain, now) => {
      const acts = planPreferences({ chain, topics, sender, token, now, ...choices });
      await record(acts, about, chain, now, language);
    });
  };
}
