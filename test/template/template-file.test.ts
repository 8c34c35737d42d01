import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { type DocumentPath, documentWithRanges, lineAndColumn, parseTemplateFile, type TemplateFile } from '../../src/template/index.ts';

const sale = {
  id: 'autumn-sale',
  kind: 'marketing',
  purpose: 'offers',
  variants: [
    { channel: 'sms', locale: 'en', text: 'Hi {{name}}, sale today' },
    {
      channel: 'whatsapp',
      locale: 'ru',
      text: 'Привет, {{name}}!',
      whatsapp: { name: 'sale', language: 'ru', category: 'MARKETING' },
      state: 'approved',
    },
  ],
};

const faultsOf = ({ faults }: TemplateFile) => faults.map((fault) => fault.path.join('.'));

/** As the command does it. */
function parseYaml(source: string) {
  const parsed = parseDocument(source);
  return documentWithRanges(source, parsed.toJS(), (path: DocumentPath) => {
    const range = (parsed.getIn(path, true) as { range?: [number, number, number] } | undefined)?.range;
    return range && [range[0], range[1]];
  });
}

describe('parseTemplateFile', () => {
  it('reads one template, a list, or a list under `templates`', () => {
    for (const data of [sale, [sale], { templates: [sale] }]) {
      const { templates, faults } = parseTemplateFile(JSON.stringify(data), 'json');
      expect(faults).toEqual([]);
      expect(templates.map((entry) => entry.template)).toEqual([sale]);
    }
  });

  it('leads from a text in JSON to its place in the file, past escapes', () => {
    const source = JSON.stringify([{ ...sale, variants: [{ channel: 'sms', locale: 'en', text: 'Say "hi"\n\\ é {{name' }] }], null, 2).replace(
      'é',
      '\\u00e9',
    );
    const { faults, templates, document } = parseTemplateFile(source, 'json');
    expect(templates).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(source.slice(...(faults[0]?.range ?? [0, 0]))).toBe('{{name');
    expect(lineAndColumn(source, faults[0]?.range?.[0] ?? 0)).toEqual({ line: 10, column: 40 });
    const text = document.locate([0, 'variants', 0, 'text']);
    expect(source.slice(text?.at(9), text?.at(13))).toBe('\\\\ \\u00e9 ');
  });

  it('reads Markdown with front matter and one section per wording', () => {
    const source =
      '---\nid: autumn-sale\nkind: marketing\npurpose: "offers"\n---\nNotes for us.\n\n## sms en\n\nHi {{name}},\nsale today\n\n## max ru-RU\nПривет {{}}!\n';
    const { templates, faults } = parseTemplateFile(source, 'md');
    expect(faults.map((fault) => source.slice(...(fault.range ?? [0, 0])))).toEqual(['{{}}']);
    expect(templates).toEqual([]);
    const mended = parseTemplateFile(source.replace('{{}}', '{{name}}'), 'md');
    expect(mended.templates[0]?.template).toMatchObject({
      id: 'autumn-sale',
      purpose: 'offers',
      variants: [
        { channel: 'sms', locale: 'en', text: 'Hi {{name}},\nsale today' },
        { channel: 'max', locale: 'ru-RU', text: 'Привет {{name}}!' },
      ],
    });
  });

  it('reads YAML by the parser it is given, blocks included', () => {
    const source =
      'id: autumn-sale\nkind: marketing\nvariants:\n  - channel: sms\n    locale: en\n    text: |\n      Hi {{name}},\n      sale {{ today\n';
    const { faults } = parseTemplateFile(source, 'yaml', { parseYaml });
    expect(faults.map((fault) => source.slice(...(fault.range ?? [0, 0])).trim())).toEqual(['{{ today']);
    expect(() => parseTemplateFile(source, 'yaml')).toThrow('parseYaml');
  });

  it.each([
    [7, ''],
    [{ ...sale, id: '' }, 'id'],
    [{ ...sale, kind: 'promo' }, 'kind'],
    [{ ...sale, variants: [] }, 'variants'],
    [{ ...sale, extra: 1 }, 'extra'],
    [{ ...sale, variants: [{ channel: 'fax', locale: 'en', text: 'x' }] }, 'variants.0.channel'],
    [{ ...sale, variants: [{ channel: 'sms', locale: 'english', text: 'x' }] }, 'variants.0.locale'],
    [{ ...sale, variants: [{ channel: 'sms', locale: 'en', text: ' ' }] }, 'variants.0.text'],
    [{ ...sale, variants: [{ channel: 'sms', locale: 'en', text: 'x', state: 'sleepy' }] }, 'variants.0.state'],
    [{ ...sale, variants: [{ channel: 'sms', locale: 'en', text: 'x', buttons: ['x'] }] }, 'variants.0.buttons'],
    [{ ...sale, variants: [{ channel: 'whatsapp', locale: 'en', text: 'x', whatsapp: { name: 'x' } }] }, 'variants.0.whatsapp'],
  ])('names the fault of case %#', (data, path) => {
    const file = parseTemplateFile(JSON.stringify(data), 'json');
    expect(faultsOf(file)).toContain(path);
    expect(file.templates).toEqual([]);
  });

  it('refuses what is not JSON at all', () => {
    expect(() => parseTemplateFile('{', 'json')).toThrow('not well-formed JSON');
  });
});
