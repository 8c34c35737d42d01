import { sampleCard, sampleCarousel } from '../sample-template.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';
import { characterCount, type PartsView } from '../template-view.ts';

const common = { severity: 'error', basis: platformPages.carousel, confidence: 'provider', concerns: 'all-but-authentication' } as const;
const reply = (text: string) => ({ type: 'QUICK_REPLY', text });

export const carouselNotMarketing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'carousel-not-marketing',
  description: { en: 'A carousel is a marketing template', ru: 'Карусель относится к категории MARKETING' },
  messages: { broken: { en: 'Set the category to MARKETING.', ru: 'Укажите категорию MARKETING.' } },
  examples: { correct: [sampleCarousel(undefined)], incorrect: [{ template: sampleCarousel(undefined, 2, 'UTILITY'), message: 'broken' }] },
  check({ carousel, category }, report) {
    if (carousel !== undefined && category === 'UTILITY') report({ message: 'broken', range: null, path: 'category' });
  },
});

export const carouselCardCount: TemplateRule = defineTemplateRule({
  ...common,
  id: 'carousel-card-count',
  description: { en: 'A carousel has 2 to 10 cards', ru: 'В карусели от 2 до 10 карточек' },
  messages: { broken: { en: '{count} cards; 2 to 10 are allowed.', ru: 'Карточек {count}, допустимо от 2 до 10.' } },
  examples: { correct: [sampleCarousel(undefined, 10)], incorrect: [{ template: sampleCarousel(undefined, 11), message: 'broken' }] },
  check({ carousel }, report) {
    const count = carousel?.cards.length ?? 2;
    if (carousel !== undefined && (count < 2 || count > 10))
      report({ message: 'broken', range: null, path: `${carousel.path}.cards`, data: { count } });
  },
});

/** What all cards must share. */
function shape({ headers, bodies, buttons }: PartsView): string {
  return JSON.stringify([headers[0]?.format, bodies.some((body) => body.text !== undefined), buttons.map((button) => button.type)]);
}

export const carouselCardsInconsistent: TemplateRule = defineTemplateRule({
  ...common,
  id: 'carousel-cards-inconsistent',
  description: { en: 'All cards have the same parts', ru: 'Все карточки устроены одинаково' },
  messages: {
    broken: {
      en: 'Give every card the same header format, the same buttons in the same order, and a body on all or none.',
      ru: 'Сделайте у всех карточек одинаковый вид заголовка, одинаковые кнопки в том же порядке и тело у всех или ни у одной.',
    },
  },
  examples: {
    correct: [sampleCarousel(undefined, 3)],
    incorrect: [
      { template: sampleCarousel(sampleCard({ buttons: [{ type: 'URL', text: 'Shop', url: 'https://example.com' }] })), message: 'broken' },
    ],
  },
  check({ carousel }, report) {
    const [first, ...others] = carousel?.cards ?? [];
    const different = first && others.find((card) => shape(card) !== shape(first));
    if (different !== undefined) report({ message: 'broken', range: null, path: different.path });
  },
});

const maxCardBody = 160;

export const carouselCardBodyTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'carousel-card-body-too-long',
  description: { en: 'The body of a card has at most 160 characters', ru: 'Тело карточки не длиннее 160 знаков' },
  messages: { broken: { en: 'The body of the card has {count} characters; 160 are allowed.', ru: 'В теле карточки {count} знаков, допустимо 160.' } },
  examples: {
    correct: [sampleCarousel(sampleCard({ text: 'b'.repeat(maxCardBody) }))],
    incorrect: [{ template: sampleCarousel(sampleCard({ text: 'b'.repeat(maxCardBody + 1) })), message: 'broken' }],
  },
  check({ carousel }, report) {
    for (const { text } of (carousel?.cards ?? []).flatMap((card) => card.bodies)) {
      if (text === undefined || characterCount(text.text) <= maxCardBody) continue;
      report({ message: 'broken', range: [0, text.text.length], path: text.path, data: { count: characterCount(text.text) } });
    }
  },
});

export const carouselCardButtonsCount: TemplateRule = defineTemplateRule({
  ...common,
  id: 'carousel-card-buttons-count',
  description: { en: 'A card has 1 or 2 buttons', ru: 'У карточки 1 или 2 кнопки' },
  messages: { broken: { en: '{count} buttons on the card; 1 or 2 are allowed.', ru: 'Кнопок на карточке {count}, допустимо 1 или 2.' } },
  examples: {
    correct: [sampleCarousel(undefined)],
    incorrect: [
      { template: sampleCarousel(sampleCard({ buttons: [reply('One'), reply('Two'), reply('Three')] })), message: 'broken' },
      { template: sampleCarousel(sampleCard({ buttons: [] })), message: 'broken' },
    ],
  },
  check({ carousel }, report) {
    for (const { path, buttons } of carousel?.cards ?? []) {
      const count = buttons.length;
      if (count < 1 || count > 2) report({ message: 'broken', range: null, path, data: { count } });
    }
  },
});

/** `PRODUCT` heads the cards of a product carousel. */
const cardHeaders = ['IMAGE', 'VIDEO', 'PRODUCT'];

export const carouselCardHeaderMissing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'carousel-card-header-missing',
  description: { en: 'A card has an image or video header', ru: 'У карточки есть заголовок с изображением или видео' },
  messages: { broken: { en: 'Give the card an IMAGE or VIDEO header.', ru: 'Добавьте карточке заголовок IMAGE или VIDEO.' } },
  examples: {
    correct: [sampleCarousel(undefined)],
    incorrect: [{ template: sampleCarousel(sampleCard({ header: { type: 'HEADER', format: 'TEXT', text: 'Lamps' } })), message: 'broken' }],
  },
  check({ carousel }, report) {
    for (const { path, headers } of carousel?.cards ?? []) {
      if (!headers.some((header) => cardHeaders.includes(header.format))) report({ message: 'broken', range: null, path });
    }
  },
});
