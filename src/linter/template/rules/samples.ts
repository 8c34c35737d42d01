import { sampleBody, sampleButtons, sampleTemplate } from '../sample-template.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';
import { bodyTexts, urlTexts } from '../template-texts.ts';
import { distinctNames, inBothReadings, type TemplateVariable } from '../template-variables.ts';
import type { TemplateView, TextView } from '../template-view.ts';

const common = { severity: 'error', basis: platformPages.overview, confidence: 'provider', concerns: 'all-but-authentication' } as const;
const withBody = (text: string, samples: readonly string[]) => sampleTemplate({ components: [sampleBody(text, samples)] });
const twoVariables = 'Hello {{1}}, your order {{2}} is on its way to you today.';

/** A header with too many variables has a finding of its own; its samples are not counted. */
function sampledTexts(view: TemplateView): readonly TextView[] {
  const headers = view.headers.flatMap((header) => header.text ?? []);
  return [...headers.filter((header) => header.variables.wellFormed.length <= 1), ...bodyTexts(view)];
}

function namesDiffer(text: TextView, reading: readonly TemplateVariable[]): boolean {
  const given = text.samples?.names;
  return given !== undefined && distinctNames(reading).some((name) => !given.includes(name));
}

export const exampleMissing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'example-missing',
  description: { en: 'Variables have samples', ru: 'У переменных есть образцы значений' },
  messages: {
    none: { en: 'Give a sample for every variable in `example`.', ru: 'Укажите образец для каждой переменной в `example`.' },
    otherNames: { en: 'The samples name other variables than the text.', ru: 'В образцах названы не те переменные, что в тексте.' },
  },
  examples: {
    correct: [withBody(twoVariables, ['Ann', '4711']), withBody('Your order is on its way.', [])],
    incorrect: [
      { template: withBody(twoVariables, []), message: 'none' },
      {
        template: sampleTemplate({
          parameter_format: 'named',
          components: [
            { type: 'BODY', text: 'Hello {{name}}, it is on its way.', example: { body_text_named_params: [{ param_name: 'who', example: 'Ann' }] } },
          ],
        }),
        message: 'otherNames',
      },
    ],
  },
  check(view, report) {
    for (const text of sampledTexts(view)) {
      const { path, variables, samples } = text;
      const first = variables.wellFormed[0];
      if (first === undefined) continue;
      if (samples === undefined || samples.count === 0) report({ message: 'none', range: first.range, path });
      else if (inBothReadings(variables, (reading) => samples.count === distinctNames(reading).length && namesDiffer(text, reading))) {
        report({ message: 'otherNames', range: first.range, path });
      }
    }
  },
});

export const exampleCountMismatch: TemplateRule = defineTemplateRule({
  ...common,
  id: 'example-count-mismatch',
  description: { en: 'There are as many samples as variables', ru: 'Образцов столько же, сколько переменных' },
  messages: {
    broken: {
      en: '{samples} samples for {variables} variables; give one for each.',
      ru: 'Образцов {samples}, переменных {variables}; укажите по одному на каждую.',
    },
  },
  examples: {
    correct: [withBody(twoVariables, ['Ann', '4711'])],
    incorrect: [{ template: withBody(twoVariables, ['Ann']), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, text, variables, samples } of sampledTexts(view)) {
      if (samples === undefined || samples.count === 0) continue;
      if (!inBothReadings(variables, (reading) => distinctNames(reading).length !== samples.count)) continue;
      const data = { samples: samples.count, variables: distinctNames(variables.wellFormed).length };
      report({ message: 'broken', range: variables.wellFormed[0]?.range ?? [0, text.length], path, data });
    }
  },
});

const link = (url: string, example?: readonly string[]) => sampleButtons({ type: 'URL', text: 'Track', url, ...(example ? { example } : {}) });

export const urlExampleMissing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'url-example-missing',
  description: { en: 'A link with a variable brings a sample', ru: 'У ссылки с переменной есть образец' },
  basis: platformPages.components,
  messages: {
    broken: { en: 'Give the whole address as a sample in `example` of the button.', ru: 'Укажите образец полного адреса в `example` кнопки.' },
  },
  examples: {
    correct: [link('https://example.com/t/{{1}}', ['https://example.com/t/4711']), link('https://example.com')],
    incorrect: [{ template: link('https://example.com/t/{{1}}'), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, variables, samples } of urlTexts(view)) {
      const first = variables.wellFormed[0];
      if (first !== undefined && (samples?.count ?? 0) === 0) report({ message: 'broken', range: first.range, path });
    }
  },
});
