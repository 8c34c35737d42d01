import type { LinkSubject, LinkTokens } from './link-token.ts';

export interface OptOutLinkOptions {
  readonly tokens: LinkTokens;
  /** Address of `unsubscribePage` as the world calls it; short ones cost fewer segments. */
  readonly unsubscribeUrl: string;
  /** Address of `preferencePage` as the world calls it. */
  readonly preferencesUrl?: string | undefined;
}

/** Links that go into messages, as values of placeholders. */
export interface OptOutLinks {
  unsubscribe(about: LinkSubject, now: Date): string;
  /** `undefined` where no preference page is named. */
  preferences(about: LinkSubject, now: Date): string | undefined;
  /** The header lines of RFC 8058, for mail and for gateways that take them. */
  headers(about: LinkSubject, now: Date): { readonly 'List-Unsubscribe': string; readonly 'List-Unsubscribe-Post': string };
}

/** Name of the parameter that carries the token. */
export const TOKEN_FIELD = 't';

/**
 * Makes the links of messages.
 * @example
 * const links = optOutLinks({ tokens, unsubscribeUrl: 'https://shop.example.test/stop' });
 * const row = { to, values: { stop: links.unsubscribe({ subject: messenger.consent.subject(to), sender: 'acme' }, now) } };
 */
export function optOutLinks({ tokens, unsubscribeUrl, preferencesUrl }: OptOutLinkOptions): OptOutLinks {
  const withToken = (url: string, about: LinkSubject, now: Date): string => {
    const link = new URL(url);
    link.searchParams.set(TOKEN_FIELD, tokens.issue(about, now));
    return link.href;
  };
  const unsubscribe = (about: LinkSubject, now: Date): string => withToken(unsubscribeUrl, about, now);
  return {
    unsubscribe,
    preferences: (about, now) => (preferencesUrl === undefined ? undefined : withToken(preferencesUrl, about, now)),
    headers: (about, now) => ({
      'List-Unsubscribe': `<${unsubscribe(about, now)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
