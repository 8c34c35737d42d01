import { describe, expect, it } from 'vitest';
import {
  chooseVariant,
  compileTemplates,
  isSendable,
  type MessageTemplate,
  stateAfterEvent,
  type TemplateVariant,
} from '../../src/template/index.ts';

const variant = (channel: TemplateVariant['channel'], locale: string, text = 'Hello {{name}}'): TemplateVariant => ({ channel, locale, text });
const template = (...variants: TemplateVariant[]): MessageTemplate => ({ id: 'welcome', kind: 'transactional', variants });

function localeFor(locale: string | undefined, locales: readonly string[], fallbackLocale?: string) {
  const choice = chooseVariant(template(...locales.map((one) => variant('sms', one))), { channel: 'sms', locale, fallbackLocale });
  return choice.ok ? choice.variant.locale : choice.reason;
}

describe('chooseVariant', () => {
  it.each([
    ['en-GB', ['en', 'en_GB', 'ru'], undefined, 'en_GB'],
    ['en-AU', ['en-GB', 'en'], undefined, 'en'],
    ['en-AU', ['ru', 'en-GB'], undefined, 'en-GB'],
    ['kk', ['en', 'ru'], 'ru-RU', 'ru'],
    ['kk', ['en', 'ru'], undefined, 'no-locale-variant'],
    ['kk', ['en', 'ru'], 'de', 'no-locale-variant'],
    [undefined, ['en', 'ru'], undefined, 'no-locale-variant'],
    [undefined, ['ru'], undefined, 'ru'],
    [undefined, ['en', 'ru'], 'ru', 'ru'],
  ])('for %s out of %j, falling back to %s, takes %s', (locale, locales, fallback, expected) => {
    expect(localeFor(locale, locales, fallback)).toBe(expected);
  });

  it('never takes the wording of another channel', () => {
    expect(chooseVariant(template(variant('sms', 'en')), { channel: 'max', locale: 'en' })).toEqual({ ok: false, reason: 'no-channel-variant' });
  });
});

describe('compileTemplates', () => {
  it('parses every wording once and gathers what values a send needs', () => {
    const sms = variant('sms', 'en', 'Hi {{name}}, see {{link}}');
    const whatsapp: TemplateVariant = {
      ...variant('whatsapp', 'en'),
      buttons: [{ text: 'Track', url: 'https://example.com/{{order}}' }],
      whatsapp: { name: 'welcome', language: 'en', category: 'UTILITY', parameters: { body: ['name', 'city'] } },
    };
    const compiled = compileTemplates([template(sms, whatsapp)]).get('welcome');
    expect(compiled?.placeholders).toEqual(['name', 'link', 'order', 'city']);
    expect(compiled?.texts.get(sms)).toMatchObject({ ok: true, source: sms.text });
  });

  it('names every fault by its path', () => {
    const broken = template({
      ...variant('sms', 'en', 'Hi {{name'),
      buttons: [{ text: '{{}}' }],
      whatsapp: { name: 'x', language: 'en', category: 'UTILITY' },
    });
    expect(() => compileTemplates([template(variant('sms', 'en')), broken])).toThrow(
      expect.objectContaining({
        code: 'invalid-options',
        issues: [
          expect.objectContaining({ path: '1.id' }),
          expect.objectContaining({ path: '1.variants.0.text' }),
          expect.objectContaining({ path: '1.variants.0.buttons.0.text' }),
          expect.objectContaining({ path: '1.variants.0.whatsapp' }),
        ],
      }),
    );
    expect(() => compileTemplates([template()])).toThrow('at least one wording');
  });
});

describe('isSendable', () => {
  it('knows which states let a template out', () => {
    expect([undefined, 'approved' as const].map(isSendable)).toEqual([true, true]);
    expect((['pending', 'paused', 'disabled', 'rejected', 'archived'] as const).map(isSendable)).toEqual([false, false, false, false, false]);
  });
});

describe('stateAfterEvent', () => {
  it('reads the platform’s events, and leaves the state alone for the others', () => {
    expect(['APPROVED', 'paused', 'DISABLED', 'IN_APPEAL', 'UNARCHIVED', 'DELETED'].map(stateAfterEvent)).toEqual([
      'approved',
      'paused',
      'disabled',
      'pending',
      'approved',
      'disabled',
    ]);
    expect(['FLAGGED', 'LIMIT_EXCEEDED', 'toString', ''].map(stateAfterEvent)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
