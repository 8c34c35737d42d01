import { sampleBody, sampleOffer } from '../sample-template.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';
import { characterCount } from '../template-view.ts';

const common = { severity: 'error', basis: platformPages.limitedTimeOffer, confidence: 'provider', concerns: 'all-but-authentication' } as const;
const copyCode = { type: 'COPY_CODE', example: 'AUTUMN25' };
const link = { type: 'URL', text: 'Shop now', url: 'https://example.com/autumn' };
const offerComponent = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon!', has_expiration: true } };
const withComponents = (...components: readonly object[]) =>
  sampleOffer({ components: [offerComponent, ...components, { type: 'BUTTONS', buttons: [copyCode, link] }] });

export const ltoNotMarketing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'lto-not-marketing',
  description: { en: 'A limited-time offer is a marketing template', ru: 'Ограниченное по времени предложение относится к категории MARKETING' },
  messages: { broken: { en: 'Set the category to MARKETING.', ru: 'Укажите категорию MARKETING.' } },
  examples: { correct: [sampleOffer()], incorrect: [{ template: sampleOffer({ category: 'UTILITY' }), message: 'broken' }] },
  check({ limitedTimeOffer, category }, report) {
    if (limitedTimeOffer !== undefined && category === 'UTILITY') report({ message: 'broken', range: null, path: 'category' });
  },
});

export const ltoFooterNotAllowed: TemplateRule = defineTemplateRule({
  ...common,
  id: 'lto-footer-not-allowed',
  description: { en: 'A limited-time offer has no footer', ru: 'У ограниченного по времени предложения нет подвала' },
  messages: { broken: { en: 'Remove the footer.', ru: 'Удалите подвал.' } },
  examples: {
    correct: [sampleOffer()],
    incorrect: [{ template: withComponents(sampleBody('Our autumn offer waits.', []), { type: 'FOOTER', text: 'Acme' }), message: 'broken' }],
  },
  check({ limitedTimeOffer, footers }, report) {
    const footer = footers[0];
    if (limitedTimeOffer !== undefined && footer !== undefined) report({ message: 'broken', range: null, path: footer.path });
  },
});

const maxBody = 600;

export const ltoBodyTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'lto-body-too-long',
  description: {
    en: 'The body of a limited-time offer has at most 600 characters',
    ru: 'Тело ограниченного по времени предложения не длиннее 600 знаков',
  },
  messages: { broken: { en: 'The body has {count} characters; 600 are allowed.', ru: 'В теле {count} знаков, допустимо 600.' } },
  examples: {
    correct: [withComponents(sampleBody('b'.repeat(maxBody), []))],
    incorrect: [{ template: withComponents(sampleBody('b'.repeat(maxBody + 1), [])), message: 'broken' }],
  },
  check({ limitedTimeOffer, bodies }, report) {
    if (limitedTimeOffer === undefined) return;
    for (const { text } of bodies) {
      if (text === undefined || characterCount(text.text) <= maxBody) continue;
      report({ message: 'broken', range: [0, text.text.length], path: text.path, data: { count: characterCount(text.text) } });
    }
  },
});

const maxOfferText = 16;

export const ltoTextTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'lto-text-too-long',
  description: { en: 'The offer line has at most 16 characters', ru: 'Строка предложения не длиннее 16 знаков' },
  messages: { broken: { en: 'The offer line has {count} characters; 16 are allowed.', ru: 'В строке предложения {count} знаков, допустимо 16.' } },
  examples: {
    correct: [sampleOffer({}, 'Expiring offer!!')],
    incorrect: [{ template: sampleOffer({}, 'This offer is expiring'), message: 'broken' }],
  },
  check({ limitedTimeOffer }, report) {
    if (limitedTimeOffer === undefined) return;
    const count = characterCount(limitedTimeOffer.text);
    if (count > maxOfferText) report({ message: 'broken', range: [0, limitedTimeOffer.text.length], path: limitedTimeOffer.path, data: { count } });
  },
});

export const ltoUrlButtonMissing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'lto-url-button-missing',
  description: { en: 'A limited-time offer has a link button', ru: 'У ограниченного по времени предложения есть кнопка со ссылкой' },
  messages: { broken: { en: 'Add a URL button.', ru: 'Добавьте кнопку URL.' } },
  examples: { correct: [sampleOffer()], incorrect: [{ template: sampleOffer({}, 'Ends soon!', [copyCode]), message: 'broken' }] },
  check({ limitedTimeOffer, buttons }, report) {
    if (limitedTimeOffer !== undefined && !buttons.some((button) => button.type === 'URL'))
      report({ message: 'broken', range: null, path: 'components' });
  },
});

export const ltoCopyCodeNotFirst: TemplateRule = defineTemplateRule({
  ...common,
  id: 'lto-copy-code-not-first',
  description: { en: 'An offer with an expiry has its code button first', ru: 'У предложения со сроком кнопка с кодом стоит первой' },
  messages: {
    order: { en: 'Put the copy-code button first.', ru: 'Поставьте кнопку копирования кода первой.' },
    missing: {
      en: 'An offer that shows its expiry needs a copy-code button, as the first one.',
      ru: 'Предложению со сроком нужна кнопка копирования кода, первой по порядку.',
    },
  },
  examples: {
    correct: [sampleOffer()],
    incorrect: [
      { template: sampleOffer({}, 'Ends soon!', [link, copyCode]), message: 'order' },
      { template: sampleOffer({}, 'Ends soon!', [link]), message: 'missing' },
    ],
  },
  check({ limitedTimeOffer, buttons }, report) {
    if (limitedTimeOffer === undefined) return;
    const code = buttons.find((button) => button.type === 'COPY_CODE');
    if (code === undefined && limitedTimeOffer.hasExpiration) report({ message: 'missing', range: null, path: buttons[0]?.path ?? 'components' });
    if (code !== undefined && code !== buttons[0]) report({ message: 'order', range: null, path: code.path });
  },
});
