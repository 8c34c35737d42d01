import { sampleTemplate } from '../sample-template.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';
import { characterCount } from '../template-view.ts';

export const nameInvalidChars: TemplateRule = defineTemplateRule({
  id: 'name-invalid-chars',
  description: { en: 'A template name is made of a-z, 0-9 and underscores', ru: 'Имя шаблона состоит из a-z, 0-9 и подчёркиваний' },
  severity: 'error',
  basis: platformPages.overview,
  confidence: 'provider',
  concerns: 'every-template',
  messages: {
    broken: {
      en: 'Use only lower-case Latin letters, digits and underscores in the name, at least one.',
      ru: 'В имени допустимы только строчные латинские буквы, цифры и подчёркивания, хотя бы один знак.',
    },
  },
  examples: {
    correct: [sampleTemplate({ name: 'order_update_2' })],
    incorrect: [
      { template: sampleTemplate({ name: 'Order-Update' }), message: 'broken' },
      { template: sampleTemplate({ name: 'обновление' }), message: 'broken' },
    ],
  },
  check({ name }, report) {
    if (typeof name !== 'string' || !/^[a-z0-9_]+$/u.test(name)) report({ message: 'broken', range: null, path: 'name' });
  },
});

const maxName = 512;

export const nameTooLong: TemplateRule = defineTemplateRule({
  id: 'name-too-long',
  description: { en: 'A template name has at most 512 characters', ru: 'Имя шаблона не длиннее 512 знаков' },
  severity: 'error',
  basis: platformPages.overview,
  confidence: 'provider',
  concerns: 'every-template',
  messages: { broken: { en: 'The name has {count} characters; 512 are allowed.', ru: 'В имени {count} знаков, допустимо 512.' } },
  examples: {
    correct: [sampleTemplate({ name: 'n'.repeat(maxName) })],
    incorrect: [{ template: sampleTemplate({ name: 'n'.repeat(maxName + 1) }), message: 'broken' }],
  },
  check({ name }, report) {
    if (typeof name !== 'string' || characterCount(name) <= maxName) return;
    report({ message: 'broken', range: null, path: 'name', data: { count: characterCount(name) } });
  },
});

/** Codes of Meta's page. Source: facts on the WhatsApp platform, section 4.1. */
const listed = new Set(
  (
    'af sq ar az bn bg ca zh_CN zh_HK zh_TW hr cs da nl en en_GB en_US et fil fi fr de el gu ha he hi hu id ga it ja kn kk ko lo lv lt mk ms ml ' +
    'mr nb fa pl pt_BR pt_PT pa ro ru sr sk sl es es_AR es_ES es_MX sw sv ta te th tr uk ur uz vi zu'
  ).split(' '),
);
/** Codes the live list is said to hold beyond the page; not verified. */
const reported = /^(?:ka|rw_RW|ky_KG|be_BY|si_LK|ar_[A-Z]{2})$/u;
const wellFormed = /^[a-z]{2,3}(?:_[A-Z]{2})?$/u;

export const languageUnsupported: TemplateRule = defineTemplateRule({
  id: 'language-unsupported',
  description: { en: 'The language is one of the platform’s codes, such as en_GB', ru: 'Язык указан кодом платформы, например en_GB' },
  severity: 'error',
  basis: platformPages.languages,
  confidence: 'provider',
  concerns: 'every-template',
  messages: {
    malformed: {
      en: 'Write the language as the platform does: en, en_GB, pt_BR.',
      ru: 'Укажите язык так, как принято на платформе: ru, en_GB, pt_BR.',
    },
    unknown: { en: 'This language is not in the platform’s published list.', ru: 'Этого языка нет в опубликованном списке платформы.' },
    unlisted: {
      en: 'This language is missing from the published list but is reported to work; check it in the manager.',
      ru: 'Этого языка нет в опубликованном списке, но, по сообщениям, он принимается; проверьте в кабинете.',
    },
  },
  examples: {
    correct: [sampleTemplate({ language: 'ru' }), sampleTemplate({ language: 'pt_BR' })],
    incorrect: [
      { template: sampleTemplate({ language: 'en-US' }), message: 'malformed' },
      { template: sampleTemplate({ language: 'tlh' }), message: 'unknown' },
      { template: sampleTemplate({ language: 'ka' }), message: 'unlisted' },
    ],
  },
  check({ languages }, report) {
    for (const language of languages) {
      if (typeof language === 'string' && listed.has(language)) continue;
      const place = { range: null, path: 'language' } as const;
      if (typeof language !== 'string' || !wellFormed.test(language)) report({ message: 'malformed', ...place });
      else if (reported.test(language)) report({ message: 'unlisted', ...place, severity: 'info', confidence: 'unverified' });
      else report({ message: 'unknown', ...place, severity: 'warn' });
    }
  },
});

const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

export const categoryInvalid: TemplateRule = defineTemplateRule({
  id: 'category-invalid',
  description: { en: 'The category is MARKETING, UTILITY or AUTHENTICATION', ru: 'Категория: MARKETING, UTILITY или AUTHENTICATION' },
  severity: 'error',
  basis: platformPages.overview,
  confidence: 'provider',
  concerns: 'every-template',
  messages: {
    broken: { en: 'Set the category to MARKETING, UTILITY or AUTHENTICATION.', ru: 'Укажите категорию MARKETING, UTILITY или AUTHENTICATION.' },
  },
  examples: {
    correct: [sampleTemplate(), sampleTemplate({ category: 'utility' })],
    incorrect: [
      { template: sampleTemplate({ category: 'TRANSACTIONAL' }), message: 'broken' },
      { template: sampleTemplate({ category: null }), message: 'broken' },
    ],
  },
  check({ category }, report) {
    if (category === undefined || !categories.includes(category)) report({ message: 'broken', range: null, path: 'category' });
  },
});

/** Seconds a template may wait, by category. `-1` stands for 30 days. Source: facts on the WhatsApp platform, section 4.1. */
const timeToLive: Readonly<Record<string, { readonly min: number; readonly max: number; readonly minusOne: boolean }>> = {
  AUTHENTICATION: { min: 30, max: 900, minusOne: true },
  UTILITY: { min: 30, max: 43_200, minusOne: true },
  MARKETING: { min: 43_200, max: 2_592_000, minusOne: false },
};

export const ttlOutOfRange: TemplateRule = defineTemplateRule({
  id: 'ttl-out-of-range',
  description: { en: 'The time-to-live fits the category', ru: 'Срок жизни сообщения допустим для категории' },
  severity: 'error',
  basis: platformPages.timeToLive,
  confidence: 'provider',
  concerns: 'every-template',
  messages: {
    broken: {
      en: '`message_send_ttl_seconds` of this category lies between {min} and {max}{minusOne}.',
      ru: '`message_send_ttl_seconds` для этой категории: от {min} до {max}{minusOne}.',
    },
  },
  examples: {
    correct: [sampleTemplate({ message_send_ttl_seconds: 600 }), sampleTemplate({ message_send_ttl_seconds: -1 })],
    incorrect: [
      { template: sampleTemplate({ message_send_ttl_seconds: 50_000 }), message: 'broken' },
      { template: sampleTemplate({ category: 'MARKETING', message_send_ttl_seconds: 600 }), message: 'broken' },
    ],
  },
  check({ category, ttlSeconds }, report) {
    const limits = timeToLive[category ?? ''];
    if (limits === undefined || ttlSeconds === undefined || ttlSeconds === null) return;
    const seconds = typeof ttlSeconds === 'string' && ttlSeconds.trim() !== '' ? Number(ttlSeconds) : ttlSeconds;
    const inRange = typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= limits.min && seconds <= limits.max;
    if (inRange || (limits.minusOne && seconds === -1)) return;
    const data = { min: limits.min, max: limits.max, minusOne: limits.minusOne ? ' (or -1)' : '' };
    report({ message: 'broken', range: null, path: 'message_send_ttl_seconds', data });
  },
});
