import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintWhatsAppTemplate, templateRules } from '../../src/linter/template/index.ts';

const today = '2026-11-23';
const idsOf = (template: unknown, on = today) => lintWhatsAppTemplate(template, { today: on }).map((finding) => finding.rule);

describe.each(templateRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is silent on its sound samples', () => {
    for (const template of rule.examples.correct) expect(idsOf(template)).not.toContain(id);
  });

  it('finds each of its broken samples, in both languages', () => {
    for (const { template, message } of rule.examples.incorrect) {
      const wanted = rule.messages[message]?.ru.split('{')[0] ?? 'no such message';
      const found = lintWhatsAppTemplate(template, { today, language: 'ru' }).filter((finding) => finding.rule === id);
      expect(found.map((finding) => finding.message)).toContainEqual(expect.stringContaining(wanted));
      expect(idsOf(template)).toContain(id);
    }
  });

  it('has a sample for every message, a text in both languages and a basis', () => {
    const sampled = new Set(rule.examples.incorrect.map((sample) => sample.message));
    expect([...sampled].sort()).toEqual(Object.keys(rule.messages).sort());
    for (const text of [rule.description, ...Object.values(rule.messages)]) {
      expect(text.en).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(text.ru).toMatch(/\p{Script=Cyrillic}/u);
    }
    expect(rule.basis.length).toBeGreaterThan(0);
  });
});

/** The text a dotted path leads to. */
function textAt(json: unknown, path: string): string {
  let at = json;
  for (const key of path.split('.')) at = (at as Record<string, unknown>)[key];
  return at as string;
}

describe('lintWhatsAppTemplate', () => {
  it('has unique ids', () => {
    expect(new Set(templateRules.map((rule) => rule.id)).size).toBe(templateRules.length);
  });

  it('points into the text of the JSON', () => {
    const template = {
      name: 'a',
      language: 'en',
      category: 'UTILITY',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Order {1}', example: { header_text: ['4711'] } },
        { type: 'BODY', text: 'Your order has left. Enjoy 20% off today, {{1}}', example: { body_text: [['Ann']] } },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes 👍 now' }] },
      ],
    };
    const pointed = lintWhatsAppTemplate(template, { today }).map(({ rule, range, path, in: inside, pack }) => {
      expect([inside, pack]).toEqual(['template', 'whatsapp']);
      return [rule, range === null ? null : textAt(template, path ?? '').slice(range[0], range[1])];
    });
    expect(pointed).toEqual([
      ['variable-malformed', '{1}'],
      ['variable-trailing', '{{1}}'],
      ['button-text-invalid-chars', '👍'],
      ['utility-promotional-content', 'Enjoy 20% off'],
    ]);
  });

  it('fills the numbers into the message', () => {
    const [finding] = lintWhatsAppTemplate(
      { name: 'n'.repeat(600), language: 'en', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hello' }] },
      { today },
    );
    expect(finding).toMatchObject({
      rule: 'name-too-long',
      severity: 'error',
      message: 'The name has 600 characters; 512 are allowed.',
      confidence: 'provider',
    });
  });

  it('applies what the platform asked for on that day', () => {
    const long = { name: 'a', language: 'en', category: 'MARKETING', components: [{ type: 'BODY', text: 'b'.repeat(551) }] };
    expect(idsOf(long, '2025-03-26')).toEqual([]);
    expect(idsOf(long, '2025-03-27')).toEqual(['marketing-body-long']);
  });

  it('spares authentication templates what concerns texts', () => {
    const template = {
      name: 'login_code',
      language: 'en',
      category: 'AUTHENTICATION',
      components: [
        { type: 'BODY', text: '{{1}}{{3}} {x' },
        { type: 'FOOTER', text: `${'f'.repeat(61)}{{1}}` },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
    };
    expect(idsOf(template)).toEqual(['auth-body-text-not-allowed', 'auth-extra-component']);
  });

  it.each([
    null,
    undefined,
    7,
    'text',
    [],
    {},
    { components: {} },
    { components: [null, 3, 'x', { type: 5 }, { type: 'BODY', text: 7, example: 'x' }] },
  ])('takes %j for a template without parts', (json) =>
    expect(idsOf(json)).toEqual(['name-invalid-chars', 'language-unsupported', 'category-invalid', 'body-missing']),
  );

  it('never throws, whatever the JSON, and always points inside the text', () => {
    const key = fc.constantFrom(
      'name',
      'language',
      'category',
      'components',
      'type',
      'text',
      'example',
      'buttons',
      'cards',
      'format',
      'url',
      'body_text',
      'limited_time_offer',
    );
    const word = fc.constantFrom(
      'BODY',
      'HEADER',
      'FOOTER',
      'BUTTONS',
      'CAROUSEL',
      'LIMITED_TIME_OFFER',
      'OTP',
      'URL',
      'UTILITY',
      'AUTHENTICATION',
      '{{1}}',
      '{{',
      '}}',
      '{',
      'a{{b}} {',
      '\ud83d',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        word,
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (json) => {
        for (const { range, path } of lintWhatsAppTemplate(json, { today })) {
          if (range === null) continue;
          const text = textAt(json, path ?? '');
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[0]).toBeLessThanOrEqual(range[1]);
          expect(range[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
