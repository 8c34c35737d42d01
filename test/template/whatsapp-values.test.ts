import { describe, expect, it } from 'vitest';
import { type TemplateVariant, type WhatsAppBinding, whatsAppValues } from '../../src/template/index.ts';

const variant = (whatsapp: Partial<WhatsAppBinding> = {}): TemplateVariant => ({
  channel: 'whatsapp',
  locale: 'en',
  text: 'Hello {{name}}, order {{order}} for {{name}}',
  whatsapp: { name: 'order_update', language: 'en', category: 'UTILITY', ...whatsapp },
});
const values = { name: 'Ann', order: '4711', link: 'x/4711' };

describe('whatsAppValues', () => {
  it('takes the body in order of first use by default', () => {
    expect(whatsAppValues(variant(), values)).toEqual({ ok: true, header: [], body: [{ value: 'Ann' }, { value: '4711' }], buttons: [] });
  });

  it('follows the order and the names of the approved template', () => {
    const parameters = { header: ['order'], body: ['order', 'name'], buttons: [{ index: 1, type: 'url', placeholder: 'link' }] } as const;
    expect(whatsAppValues(variant({ parameterFormat: 'named', parameters }), values)).toEqual({
      ok: true,
      header: [{ name: 'order', value: '4711' }],
      body: [
        { name: 'order', value: '4711' },
        { name: 'name', value: 'Ann' },
      ],
      buttons: [{ index: 1, type: 'url', value: 'x/4711' }],
    });
  });

  it('names what is missing, each once', () => {
    const parameters = { body: ['name', 'city', 'city'], header: ['toString'] };
    expect(whatsAppValues(variant({ parameters }), values)).toEqual({ ok: false, missing: ['toString', 'city'] });
  });
});
