import { memoryDocumentStore } from '../../src/cascade/stores/document-store.ts';
import type { ConsentRecord } from '../../src/consent/index.ts';
import {
  type ConfirmationAsk,
  type ConsentDocument,
  type ConsentFormOptions,
  consentForm,
  doubleOptInPage,
  type WebHandler,
} from '../../src/web/index.ts';
import { openBook } from '../consent/support.ts';

export const origin = 'https://shop.example.test';

export const documents: readonly ConsentDocument[] = [
  {
    id: 'personal-data',
    purposes: ['personal-data'],
    channels: [],
    required: true,
    texts: {
      ru: {
        version: '4',
        label: 'Даю согласие на обработку номера телефона',
        text: 'ООО «Слон» (ИНН 0000000000) хранит номер, пока вы не отзовёте согласие.',
      },
      en: { version: '4', label: 'I agree that my number is kept', text: 'Elephant Ltd keeps the number until I take this back.' },
    },
  },
  {
    id: 'offers',
    purposes: ['offers'],
    channels: ['sms', 'max'],
    texts: {
      ru: { version: '7', label: 'Хочу получать рекламу «Розового Слона» по SMS и в MAX' },
      en: { version: '7', label: 'I want offers of the Pink Elephant by SMS and in MAX' },
    },
  },
];

export interface FormScene {
  readonly form: WebHandler;
  readonly page: WebHandler;
  readonly options: ConsentFormOptions;
  readonly clock: ReturnType<typeof openBook>['clock'];
  readonly sent: ConfirmationAsk[];
  history(phone: string): Promise<readonly ConsentRecord[]>;
  readonly book: ReturnType<typeof openBook>['book'];
}

/** A form and its confirmation page over a book in memory. */
export function openForm(optIn: 'code' | 'link' | null, more: Partial<ConsentFormOptions> = {}, base: string = origin): FormScene {
  const { book, clock } = openBook();
  const sent: ConfirmationAsk[] = [];
  const options: ConsentFormOptions = {
    consent: book,
    notices: memoryDocumentStore(),
    sender: 'acme',
    documents,
    publicUrl: `${base}/consent`,
    secret: Buffer.alloc(32, 5),
    clock,
    defaultCountry: 'RU',
    brand: { name: 'ООО «Розовый Слон»', accent: '#7a1fa2' },
    ...(optIn === null ? {} : { doubleOptIn: { by: optIn, pageUrl: `${base}/confirm`, deliver: async (ask) => void sent.push(ask) } }),
    ...more,
  };
  const page = doubleOptInPage({ consent: book, publicUrl: `${base}/confirm` });
  return { form: consentForm(options), page, options, clock, sent, book, history: (phone) => book.history(book.subject(phone)) };
}

/** What a browser does with a shown form: keeps the cookie, posts the hidden fields and what was typed. */
export async function fillIn(
  handler: WebHandler,
  url: string,
  typed: Readonly<Record<string, string | readonly string[]>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const shown = await handler(new Request(url, { headers }));
  const html = await shown.text();
  const cookie = shown.headers.get('set-cookie')?.split(';', 1)[0];
  const body = new URLSearchParams([...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/gu)].map(([, name, value]) => [name!, value!]));
  for (const [name, values] of Object.entries(typed)) for (const value of [values].flat()) body.append(name, value as string);
  return handler(
    new Request(url, {
      method: 'POST',
      body,
      headers: { origin: new URL(url).origin, ...(cookie === undefined ? {} : { cookie }), ...headers },
    }),
  );
}
