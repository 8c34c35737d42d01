import { emojiIn } from '../emoji.ts';
import { promotionalWording } from '../promotional-wording.ts';
import { sampleBody, sampleTemplate } from '../sample-template.ts';
import { sensitiveDataRequest } from '../sensitive-data.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';
import { bodyTexts } from '../template-texts.ts';
import { characterCount, type TemplateView, type TextView } from '../template-view.ts';

const withBody = (text: string, category = 'UTILITY') => sampleTemplate({ category, components: [sampleBody(text, [])] });

function readTexts(view: TemplateView): readonly TextView[] {
  return [...view.headers.flatMap((header) => header.text ?? []), ...bodyTexts(view), ...view.footers.flatMap((footer) => footer.text ?? [])];
}

export const utilityPromotionalContent: TemplateRule = defineTemplateRule({
  id: 'utility-promotional-content',
  description: { en: 'A utility template promotes nothing', ru: 'Шаблон UTILITY ничего не рекламирует' },
  severity: 'error',
  basis: platformPages.categories,
  confidence: 'provider',
  concerns: 'all-but-authentication',
  messages: {
    broken: {
      en: 'This is promotion: take it out or submit the template as MARKETING. The platform would do so itself, and misuse bars utility templates.',
      ru: 'Это реклама: уберите её или подайте шаблон как MARKETING. Платформа переведёт его сама, а за нарушения закрывает категорию UTILITY.',
    },
  },
  examples: {
    correct: [
      withBody('Your refund for 20% of the price is on its way to your account.'),
      withBody('Use code 4711 to open the parcel locker.'),
      withBody('Get 20% off your next order with code SAVE20.', 'MARKETING'),
      withBody('Скидка на заказ учтена, итог к оплате 900 рублей.'),
    ],
    incorrect: [
      { template: withBody('Your order is on its way. Get 20% off your next one with code SAVE20.'), message: 'broken' },
      { template: withBody('Заказ доставлен. Дарим промокод на следующую покупку.'), message: 'broken' },
    ],
  },
  check(view, report) {
    if (view.category !== 'UTILITY') return;
    for (const { path, text } of readTexts(view)) {
      const range = promotionalWording(text);
      if (range !== undefined) report({ message: 'broken', range, path });
    }
  },
});

export const sensitiveDataRequestRule: TemplateRule = defineTemplateRule({
  id: 'sensitive-data-request',
  description: { en: 'A template asks for no card, passport or identity numbers', ru: 'Шаблон не спрашивает данные карты, паспорта, удостоверений' },
  severity: 'error',
  basis: platformPages.review,
  confidence: 'provider',
  concerns: 'all-but-authentication',
  messages: {
    broken: {
      en: 'Do not ask for these data in a chat: lead to a secure page or ask for the last four digits.',
      ru: 'Не спрашивайте эти данные в чате: ведите на защищённую страницу или просите последние четыре цифры.',
    },
  },
  examples: {
    correct: [
      withBody('Never share your card number or CVV with anyone.'),
      withBody('Reply with the last four digits of your card number.'),
      withBody('Паспорт готов, его можно забрать сегодня.'),
    ],
    incorrect: [
      { template: withBody('Please reply with your full card number and CVV to confirm.'), message: 'broken' },
      { template: withBody('Пришлите фото паспорта для оформления заказа.'), message: 'broken' },
    ],
  },
  check(view, report) {
    for (const { path, text } of readTexts(view)) {
      const range = sensitiveDataRequest(text);
      if (range !== undefined) report({ message: 'broken', range, path });
    }
  },
});

const advice = {
  severity: 'info',
  basis: platformPages.marketing,
  confidence: 'unverified',
  concerns: 'all-but-authentication',
  since: '2025-03-27',
} as const;
const maxMarketingBody = 550;

export const marketingBodyLong: TemplateRule = defineTemplateRule({
  ...advice,
  id: 'marketing-body-long',
  description: { en: 'A marketing body stays within 550 characters', ru: 'Тело рекламного шаблона не длиннее 550 знаков' },
  messages: {
    broken: {
      en: '{count} characters; marketing bodies over 550 are reported to be cut or refused.',
      ru: 'Знаков {count}; рекламные тексты длиннее 550, по сообщениям, обрезают или отклоняют.',
    },
  },
  examples: {
    correct: [withBody('b'.repeat(maxMarketingBody), 'MARKETING')],
    incorrect: [{ template: withBody('b'.repeat(maxMarketingBody + 1), 'MARKETING'), message: 'broken' }],
  },
  check({ bodies, category }, report) {
    if (category !== 'MARKETING') return;
    for (const { text } of bodies) {
      if (text === undefined || characterCount(text.text) <= maxMarketingBody) continue;
      report({ message: 'broken', range: [0, text.text.length], path: text.path, data: { count: characterCount(text.text) } });
    }
  },
});

const maxMarketingEmoji = 10;

export const marketingEmojiMany: TemplateRule = defineTemplateRule({
  ...advice,
  id: 'marketing-emoji-many',
  description: { en: 'A marketing body has at most 10 emoji', ru: 'В теле рекламного шаблона не больше 10 эмодзи' },
  messages: { broken: { en: '{count} emoji; more than 10 are reported to be refused.', ru: 'Эмодзи {count}; больше 10, по сообщениям, отклоняют.' } },
  examples: {
    correct: [withBody(`Autumn is here ${'🍂'.repeat(maxMarketingEmoji)}`, 'MARKETING')],
    incorrect: [{ template: withBody(`Autumn is here ${'🍂'.repeat(maxMarketingEmoji + 1)}`, 'MARKETING'), message: 'broken' }],
  },
  check({ bodies, category }, report) {
    if (category !== 'MARKETING') return;
    for (const { text } of bodies) {
      const emoji = emojiIn(text?.text ?? '');
      const extra = emoji[maxMarketingEmoji];
      if (text !== undefined && extra !== undefined) report({ message: 'broken', range: extra, path: text.path, data: { count: emoji.length } });
    }
  },
});
