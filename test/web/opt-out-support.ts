import { memoryDocumentStore } from '../../src/cascade/stores/document-store.ts';
import type { ConsentRecord } from '../../src/consent/index.ts';
import {
  type ConsentDocument,
  type LinkTokens,
  linkTokens,
  type OptOutLinks,
  optOutLinks,
  type PreferencePageOptions,
  type PreferenceWords,
  preferencePage,
  type UnsubscribePageOptions,
  unsubscribePage,
  type WebHandler,
} from '../../src/web/index.ts';
import { openBook } from '../consent/support.ts';

export const origin = 'https://shop.example.test';

export const topics: readonly ConsentDocument[] = [
  {
    id: 'offers',
    purposes: ['offers'],
    channels: ['sms', 'whatsapp'],
    texts: {
      en: { version: '3', label: 'Offers of the Blue Kettle', text: 'At most two a month, from Blue Kettle Ltd.' },
      ru: { version: '3', label: 'Предложения «Синего Чайника»', text: 'Не чаще двух раз в месяц.' },
      kk: { version: '3', label: '«Көк шәйнек» ұсыныстары' },
      ar: { version: '3', label: 'عروض الإبريق الأزرق' },
    },
  },
  {
    id: 'news',
    purposes: ['news', 'events'],
    channels: ['sms', 'max'],
    texts: {
      en: { version: '1', label: 'News and events' },
      ru: { version: '1', label: 'Новости и события' },
      kk: { version: '1', label: 'Жаңалықтар' },
      ar: { version: '1', label: 'الأخبار والفعاليات' },
    },
  },
];

/** A language a host brings in one file, written from right to left. */
export const arabic: PreferenceWords = {
  unsubscribeTitle: 'إيقاف هذه الرسائل',
  unsubscribeIntro: 'اضغط الزر وسنتوقف عن مراسلتك.',
  unsubscribeSubmit: 'إيقاف الرسائل',
  manage: 'اختر ما تريد استلامه',
  stoppedTitle: 'تم',
  stopped: 'إذا كان هذا الرابط من رسالتنا فلن تصلك رسائل أخرى من هذا النوع.',
  preferencesTitle: 'ما الذي تستلمه منا',
  preferencesIntro: 'حدد ما تريد وأين تريد استلامه.',
  save: 'حفظ',
  stopAll: 'إيقاف كل شيء',
  savedTitle: 'تم الحفظ',
  saved: 'إذا كان هذا الرابط من رسالتنا فإن اختيارك ساري من الآن.',
  incompleteTitle: 'الرابط غير مكتمل',
  incomplete: 'افتح الرابط من الرسالة مرة أخرى.',
  unavailableTitle: 'الخدمة غير متاحة الآن',
  unavailable: 'لم يتغير شيء. حاول مرة أخرى بعد دقيقة.',
  tooManyTitle: 'محاولات كثيرة',
  tooMany: 'انتظر دقيقة ثم افتح الرابط مرة أخرى.',
  channels: { sms: 'SMS', whatsapp: 'WhatsApp', telegram: 'Telegram', max: 'MAX', viber: 'Viber', rcs: 'RCS' },
};

export interface OptOutScene {
  readonly unsubscribe: WebHandler;
  readonly preferences: WebHandler;
  readonly tokens: LinkTokens;
  readonly links: OptOutLinks;
  readonly book: ReturnType<typeof openBook>['book'];
  readonly clock: ReturnType<typeof openBook>['clock'];
  readonly notices: ReturnType<typeof memoryDocumentStore>;
  history(phone: string): Promise<readonly ConsentRecord[]>;
  grant(phone: string): Promise<void>;
}

/** Both pages over a book in memory. */
export function openOptOut(more: Partial<UnsubscribePageOptions & PreferencePageOptions> = {}, base: string = origin): OptOutScene {
  const { book, clock } = openBook();
  const tokens = linkTokens({ secrets: [Buffer.alloc(32, 3)], tenant: 'acme' });
  const notices = memoryDocumentStore();
  const options: UnsubscribePageOptions & PreferencePageOptions = {
    consent: book,
    tokens,
    clock,
    notices,
    sender: 'acme',
    topics,
    publicUrl: `${base}/preferences`,
    preferencesUrl: `${base}/preferences`,
    brand: { name: 'Blue Kettle Ltd' },
    words: { ar: arabic },
    ...more,
  };
  return {
    unsubscribe: unsubscribePage(options),
    preferences: preferencePage(options),
    tokens,
    links: optOutLinks({ tokens, unsubscribeUrl: `${base}/stop`, preferencesUrl: `${base}/preferences` }),
    book,
    clock,
    notices,
    history: (phone) => book.history(book.subject(phone)),
    async grant(address) {
      await book.grant({
        address,
        sender: 'acme',
        channels: ['sms', 'whatsapp', 'max'],
        purposes: ['offers', 'news', 'events'],
        evidence: { method: 'web-form', grade: 'B' },
      });
    },
  };
}

/** The post of RFC 8058, as a mail provider makes it. */
export function oneClick(url: string, form: 'urlencoded' | 'multipart' = 'urlencoded'): Request {
  const fields: [string, string][] = [['List-Unsubscribe', 'One-Click']];
  if (form === 'urlencoded') return new Request(url, { method: 'POST', body: new URLSearchParams(fields) });
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request(url, { method: 'POST', body });
}
