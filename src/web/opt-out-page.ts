import type { Clock } from '../clock.ts';
import type { ConsentBook } from '../consent/consent-book.ts';
import type { ConsentRecord, Evidence } from '../consent/record/record.ts';
import { sha256Hex } from '../ledger/hash.ts';
import { escapeHtml } from '../proof/html.ts';
import { type ConsentBrand, consentLayout } from './consent-page.ts';
import { guessLimit } from './guess-limit.ts';
import type { LinkSubject, LinkTokens } from './link-token.ts';
import { TOKEN_FIELD } from './opt-out-links.ts';
import { type PreferenceWords, preferenceWords } from './preference-words.ts';

/** What the pages behind links in messages have in common. */
export interface OptOutPageOptions {
  readonly consent: Pick<ConsentBook, 'load' | 'withdraw'>;
  readonly tokens: LinkTokens;
  readonly clock: Pick<Clock, 'now' | 'monotonicMs' | 'sleep'>;
  /** Further languages, or other words. */
  readonly words?: Readonly<Record<string, PreferenceWords>> | undefined;
  readonly brand?: ConsentBrand | undefined;
  /** Tokens that are none, per client and minute, before the page stops looking at more of them. @default 30 */
  readonly guessesPerMinute?: number | undefined;
  /** Who calls, by what the host's proxy says, to count guesses by. */
  readonly clientOf?: ((request: Request) => string | undefined) | undefined;
  /**
   * Earliest answer to a post, in milliseconds after it came: the time must not tell a token that is none from one that was used. Longer than
   * the ledger takes to write.
   * @default 300
   */
  readonly answerAfterMs?: number | undefined;
}

/** Longest token that is shown back in a form. */
const LONGEST_TOKEN = 512;
const ANSWER_AFTER_MS = 300;

type Text = { readonly title: keyof PreferenceWords; readonly text: keyof PreferenceWords };

/** The frame of both pages: languages, layout, tokens, and one answer for all of them. */
export interface OptOutPages {
  readonly names: readonly string[];
  words(language: string): PreferenceWords;
  show(page: { readonly language: string; readonly title: string; readonly body: string; readonly status?: number }): Response;
  say(language: string, text: Text, status?: number): Response;
  /** The token of a request's address; `null` when there is none that could be one. */
  tokenOf(request: Request): string | null;
  /**
   * Acts on a posted token and answers: the same page, status and time for a token that is none, was used before, or belongs to somebody who was
   * erased. A ledger that does not answer makes a 503 for all of them.
   */
  answer(
    request: Request,
    token: string,
    language: string,
    done: Text,
    act: (about: LinkSubject, chain: readonly ConsentRecord[], now: Date) => Promise<void>,
  ): Promise<Response>;
}

/** Builds the frame. @throws {InvalidOptionsError} for a brand that is not plain CSS values. */
export function optOutPages(options: OptOutPageOptions): OptOutPages {
  const { consent, tokens, clock, answerAfterMs = ANSWER_AFTER_MS } = options;
  const all: Readonly<Record<string, PreferenceWords>> = { ...preferenceWords, ...options.words };
  const layout = consentLayout(options.brand);
  const guesses = guessLimit(options);
  const words = (language: string): PreferenceWords => all[language]!;
  const say: OptOutPages['say'] = (language, { title, text }, status = 200) => {
    const said = words(language);
    return layout.respond({ language, title: String(said[title]), body: `<p role="status">${escapeHtml(String(said[text]))}</p>`, status });
  };
  return {
    names: Object.keys(all),
    words,
    show: (page) => layout.respond(page),
    say,
    tokenOf(request) {
      const token = new URL(request.url).searchParams.get(TOKEN_FIELD);
      return token === null || token === '' || token.length > LONGEST_TOKEN ? null : token;
    },
    async answer(request, token, language, done, act) {
      const cameMs = clock.monotonicMs();
      const now = clock.now();
      const about = tokens.read(token, now);
      if (about === null && !guesses.allows(request)) {
        const refused = say(language, { title: 'tooManyTitle', text: 'tooMany' }, 429);
        refused.headers.set('retry-after', '60');
        return refused;
      }
      let answered: Response;
      try {
        // somebody nobody knows is looked up too: a ledger that is down answers everybody alike
        const subject = about?.subject ?? nobody;
        const chain = (await consent.load([subject])).get(subject) ?? [];
        if (about !== null && !isErased(chain)) await act(about, chain, now);
        answered = say(language, done);
      } catch {
        answered = say(language, { title: 'unavailableTitle', text: 'unavailable' }, 503);
        answered.headers.set('retry-after', '30');
      }
      await clock.sleep(answerAfterMs - (clock.monotonicMs() - cameMs));
      return answered;
    },
  };
}

const nobody = 'A'.repeat(24) as LinkSubject['subject'];

/** Nothing is written about somebody who was erased and has not come back. */
function isErased(chain: readonly ConsentRecord[]): boolean {
  const last = chain.findLast(({ kind }) => kind === 'erased' || kind === 'granted' || kind === 'confirmed');
  return last?.kind === 'erased';
}

/** How a link proves an act: the hash of the token says which link it was. */
export function linkEvidence(token: string, actor: string): Evidence {
  return { method: 'link', grade: 'B', actor, proofHash: sha256Hex(token) };
}
