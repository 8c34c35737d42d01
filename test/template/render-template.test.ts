import { describe, expect, it } from 'vitest';
import { parseTemplate, placeholderNames, renderTemplate } from '../../src/template/index.ts';

function rendered(source: string, values: Record<string, string>) {
  const template = parseTemplate(source);
  if (!template.ok) throw new Error('the template has faults');
  const result = renderTemplate(template, values);
  if (!result.ok) throw new Error(`missing ${result.missing.join()}`);
  return result;
}

describe('parseTemplate', () => {
  it('finds placeholders with their ranges', () => {
    expect(parseTemplate('Hi {{name}}, {{ 1 }}!')).toMatchObject({
      ok: true,
      placeholders: [
        { name: 'name', range: [3, 11] },
        { name: '1', range: [13, 20] },
      ],
    });
    expect(placeholderNames(parseTemplate('{{a}} {{b}} {{a}}'))).toEqual(['a', 'b']);
  });

  it.each([
    ['Hi {{name', [{ fault: 'unclosed', range: [3, 9] }]],
    ['Hi {{name {{x}}', [{ fault: 'unclosed', range: [3, 10] }]],
    ['Hi name}} you', [{ fault: 'unopened', range: [7, 9] }]],
    [
      '{{}} {{  }}',
      [
        { fault: 'empty', range: [0, 4] },
        { fault: 'empty', range: [5, 11] },
      ],
    ],
    ['{{first name}}', [{ fault: 'bad-name', range: [0, 14] }]],
    ['{{$x}}', [{ fault: 'bad-name', range: [0, 6] }]],
  ])('reports %j', (source, faults) => expect(parseTemplate(source)).toMatchObject({ ok: false, faults }));

  it('leaves single braces alone', () => {
    expect(parseTemplate('{name} and } {')).toEqual({ ok: true, source: '{name} and } {', placeholders: [] });
  });
});

describe('renderTemplate', () => {
  it('substitutes once: a value is never parsed', () => {
    expect(rendered('Hi {{name}}, {{code}}', { name: '{{code}}', code: '7' }).text).toBe('Hi {{code}}, 7');
    expect(rendered('{{a}}', { a: '$&' }).text).toBe('$&');
  });

  it('names what is missing, each once, and takes nothing from the prototype', () => {
    const template = parseTemplate('{{b}} {{a}} {{b}} {{toString}}');
    expect(template.ok && renderTemplate(template, { a: '' })).toEqual({ ok: false, missing: ['b', 'toString'] });
  });

  it('leads findings back to value or template', () => {
    const { text, map } = rendered('Dear {{name}}, see {{link}} now', { name: 'Ann', link: 'bit.ly/x' });
    expect(text).toBe('Dear Ann, see bit.ly/x now');
    expect(map.mapRange([14, 20])).toEqual({ part: 'value', name: 'link', range: [0, 6], placeholder: [19, 27] });
    expect(map.mapRange([5, 8])).toEqual({ part: 'value', name: 'name', range: [0, 3], placeholder: [5, 13] });
    expect(map.mapRange([0, 4])).toEqual({ part: 'template', range: [0, 4] });
    expect(map.mapRange([10, 13])).toEqual({ part: 'template', range: [15, 18] });
    expect(map.mapRange([23, 26])).toEqual({ part: 'template', range: [28, 31] });
    expect(map.mapRange([6, 13])).toEqual({ part: 'template', range: [5, 18] });
    expect(map.mapRange([0, 26])).toEqual({ part: 'template', range: [0, 31] });
  });

  it('every character of the rendering maps to where it stands', () => {
    const source = 'a{{x}}{{y}}b{{x}}';
    const { text, map } = rendered(source, { x: '12', y: '' });
    expect(text).toBe('a12b12');
    const origins = [...text].map((_, index) => map.mapRange([index, index + 1]));
    expect(origins.map((o) => (o.part === 'value' ? `${o.name}${o.range[0]}@${o.placeholder[0]}` : source.slice(...o.range)))).toEqual([
      'a',
      'x0@1',
      'x1@1',
      'b',
      'x0@12',
      'x1@12',
    ]);
  });
});
