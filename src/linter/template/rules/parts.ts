import { sampleBody, sampleTemplate } from '../sample-template.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';
import { characterCount, type HeaderView, type TemplateView } from '../template-view.ts';

const common = { severity: 'error', basis: platformPages.components, confidence: 'provider', concerns: 'all-but-authentication' } as const;
const withParts = (...components: readonly object[]) => sampleTemplate({ components });

export const bodyMissing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'body-missing',
  description: { en: 'A template has a body with text', ru: 'В шаблоне есть тело с текстом' },
  messages: { broken: { en: 'Add a BODY component with text.', ru: 'Добавьте компонент BODY с текстом.' } },
  examples: {
    correct: [sampleTemplate()],
    incorrect: [
      { template: withParts({ type: 'FOOTER', text: 'Acme' }), message: 'broken' },
      { template: withParts({ type: 'BODY', text: ' ' }), message: 'broken' },
    ],
  },
  check({ bodies }, report) {
    if (bodies.every((body) => body.text === undefined)) report({ message: 'broken', range: null, path: bodies[0]?.path ?? 'components' });
  },
});

export const bodyDuplicate: TemplateRule = defineTemplateRule({
  ...common,
  id: 'body-duplicate',
  description: { en: 'A template has only one body', ru: 'В шаблоне только одно тело' },
  messages: { broken: { en: 'Keep one BODY component.', ru: 'Оставьте один компонент BODY.' } },
  examples: { correct: [sampleTemplate()], incorrect: [{ template: withParts(sampleBody(), sampleBody()), message: 'broken' }] },
  check({ bodies }, report) {
    const second = bodies[1];
    if (second !== undefined) report({ message: 'broken', range: null, path: second.path });
  },
});

const textHeader = (text: string) => ({ type: 'HEADER', format: 'TEXT', text });

export const headerDuplicate: TemplateRule = defineTemplateRule({
  ...common,
  id: 'header-duplicate',
  description: { en: 'A template has at most one header', ru: 'В шаблоне не больше одного заголовка' },
  messages: { broken: { en: 'Keep one HEADER component.', ru: 'Оставьте один компонент HEADER.' } },
  examples: {
    correct: [withParts(textHeader('Your order'), sampleBody())],
    incorrect: [{ template: withParts(textHeader('Your order'), textHeader('On its way'), sampleBody()), message: 'broken' }],
  },
  check({ headers }, report) {
    const second = headers[1];
    if (second !== undefined) report({ message: 'broken', range: null, path: second.path });
  },
});

const maxBody = 1024;
const maxHeader = 60;
const maxFooter = 60;

export const bodyTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'body-too-long',
  description: { en: 'A body has at most 1,024 characters', ru: 'Тело не длиннее 1024 знаков' },
  messages: { broken: { en: 'The body has {count} characters; 1,024 are allowed.', ru: 'В теле {count} знаков, допустимо 1024.' } },
  examples: {
    correct: [withParts(sampleBody('b'.repeat(maxBody), []))],
    incorrect: [{ template: withParts(sampleBody('b'.repeat(maxBody + 1), [])), message: 'broken' }],
  },
  check({ bodies }, report) {
    for (const { text } of bodies) {
      if (text === undefined || characterCount(text.text) <= maxBody) continue;
      report({ message: 'broken', range: [0, text.text.length], path: text.path, data: { count: characterCount(text.text) } });
    }
  },
});

export const headerTextTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'header-text-too-long',
  description: { en: 'A text header has at most 60 characters', ru: 'Текстовый заголовок не длиннее 60 знаков' },
  messages: { broken: { en: 'The header has {count} characters; 60 are allowed.', ru: 'В заголовке {count} знаков, допустимо 60.' } },
  examples: {
    correct: [withParts(textHeader('h'.repeat(maxHeader)), sampleBody())],
    incorrect: [{ template: withParts(textHeader('h'.repeat(maxHeader + 1)), sampleBody()), message: 'broken' }],
  },
  check({ headers }, report) {
    for (const { text } of headers) {
      if (text === undefined || characterCount(text.text) <= maxHeader) continue;
      report({ message: 'broken', range: [0, text.text.length], path: text.path, data: { count: characterCount(text.text) } });
    }
  },
});

export const headerMultipleVariables: TemplateRule = defineTemplateRule({
  ...common,
  id: 'header-multiple-variables',
  description: { en: 'A header has at most one variable', ru: 'В заголовке не больше одной переменной' },
  messages: {
    broken: {
      en: 'Keep one variable in the header; the rest belongs in the body.',
      ru: 'Оставьте в заголовке одну переменную, остальное перенесите в тело.',
    },
  },
  examples: {
    correct: [withParts({ ...textHeader('Order {{1}}'), example: { header_text: ['4711'] } }, sampleBody())],
    incorrect: [
      { template: withParts({ ...textHeader('{{1}}, order {{2}}'), example: { header_text: ['Ann', '4711'] } }, sampleBody()), message: 'broken' },
    ],
  },
  check({ headers }, report) {
    for (const { text } of headers) {
      const second = text?.variables.wellFormed[1];
      if (text !== undefined && second !== undefined) report({ message: 'broken', range: second.range, path: text.path });
    }
  },
});

const media = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'];

function allHeaders({ headers, carousel }: TemplateView): readonly HeaderView[] {
  return [...headers, ...(carousel?.cards ?? []).flatMap((card) => card.headers)];
}

export const headerMediaExampleMissing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'header-media-example-missing',
  description: { en: 'A media header brings a sample', ru: 'У заголовка с медиа есть образец' },
  messages: {
    broken: {
      en: 'Upload a sample and put its handle into `example.header_handle`.',
      ru: 'Загрузите образец и укажите его в `example.header_handle`.',
    },
  },
  examples: {
    correct: [
      withParts({ type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW1hZ2U='] } }, sampleBody()),
      withParts({ type: 'HEADER', format: 'LOCATION' }, sampleBody()),
    ],
    incorrect: [{ template: withParts({ type: 'HEADER', format: 'document' }, sampleBody()), message: 'broken' }],
  },
  check(view, report) {
    for (const header of allHeaders(view)) {
      if (media.includes(header.format) && !header.hasMediaSample) report({ message: 'broken', range: null, path: header.path });
    }
  },
});

const footer = (text: string) => withParts(sampleBody(), { type: 'FOOTER', text });

export const footerTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'footer-too-long',
  description: { en: 'A footer has at most 60 characters', ru: 'Подвал не длиннее 60 знаков' },
  messages: { broken: { en: 'The footer has {count} characters; 60 are allowed.', ru: 'В подвале {count} знаков, допустимо 60.' } },
  examples: { correct: [footer('f'.repeat(maxFooter))], incorrect: [{ template: footer('f'.repeat(maxFooter + 1)), message: 'broken' }] },
  check({ footers }, report) {
    for (const { text } of footers) {
      if (text === undefined || characterCount(text.text) <= maxFooter) continue;
      report({ message: 'broken', range: [0, text.text.length], path: text.path, data: { count: characterCount(text.text) } });
    }
  },
});

export const footerHasVariable: TemplateRule = defineTemplateRule({
  ...common,
  id: 'footer-has-variable',
  description: { en: 'A footer has no variables', ru: 'В подвале нет переменных' },
  messages: { broken: { en: 'Move the variable to the body: footers are fixed text.', ru: 'Перенесите переменную в тело: подвал не меняется.' } },
  examples: { correct: [footer('Acme Ltd')], incorrect: [{ template: footer('Order {{1}}'), message: 'broken' }] },
  check({ footers }, report) {
    for (const { text } of footers) {
      const first = text?.variables.wellFormed[0];
      if (text !== undefined && first !== undefined) report({ message: 'broken', range: first.range, path: text.path });
    }
  },
});
