import { sampleBody, sampleTemplate } from '../sample-template.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';
import { bodyTexts, urlTexts, variableTexts } from '../template-texts.ts';
import { distinctNames, inBothReadings, isPositional, type TemplateVariable } from '../template-variables.ts';

const common = { severity: 'error', basis: platformPages.review, confidence: 'provider', concerns: 'all-but-authentication' } as const;
const withBody = (text: string, samples: readonly string[] = ['Ann']) => sampleTemplate({ components: [sampleBody(text, samples)] });
const named = (text: string, name: string) => ({
  type: 'BODY',
  text,
  example: { body_text_named_params: [{ param_name: name, example: 'Ann' }] },
});

export const variableMalformed: TemplateRule = defineTemplateRule({
  ...common,
  id: 'variable-malformed',
  description: { en: 'Variables are written {{1}} or {{name}}', ru: 'Переменные записаны как {{1}} или {{name}}' },
  messages: {
    broken: {
      en: 'Write variables with two braces on each side, a name between them, and no #, $ or %.',
      ru: 'Записывайте переменную с двумя скобками с каждой стороны, именем между ними и без #, $, %.',
    },
  },
  examples: {
    correct: [withBody('Hello {{1}}, your order is on its way.')],
    incorrect: [
      { template: withBody('Hello {1}, your order is on its way.'), message: 'broken' },
      { template: withBody('Hello {{1}, your order is on its way.'), message: 'broken' },
      { template: withBody('Hello {{}}, your order is on its way.'), message: 'broken' },
      { template: withBody('Hello {{$1}}, your order is on its way.'), message: 'broken' },
    ],
  },
  check(view, report) {
    for (const { path, variables } of [...variableTexts(view), ...urlTexts(view), ...view.footers.flatMap((footer) => footer.text ?? [])]) {
      for (const range of variables.malformed) report({ message: 'broken', range, path });
    }
  },
});

function outOfSequence(variables: readonly TemplateVariable[]): boolean {
  if (variables.some((variable) => !isPositional(variable))) return false;
  const numbers = new Set(variables.map((variable) => Number(variable.name)));
  return [...numbers].some((number) => number < 1 || number > numbers.size);
}

export const variablesNotSequential: TemplateRule = defineTemplateRule({
  ...common,
  id: 'variables-not-sequential',
  description: { en: 'Numbered variables run from 1 without gaps', ru: 'Нумерованные переменные идут от 1 без пропусков' },
  messages: { broken: { en: 'Number the variables {{1}}, {{2}}, … without gaps.', ru: 'Пронумеруйте переменные {{1}}, {{2}}, … без пропусков.' } },
  examples: {
    correct: [withBody('Hello {{1}}, your order {{2}} is on its way to you today.', ['Ann', '4711'])],
    incorrect: [{ template: withBody('Hello {{1}}, your order {{3}} is on its way to you today.', ['Ann', '4711']), message: 'broken' }],
  },
  check(view, report) {
    if (view.isNamed) return;
    for (const { path, variables } of [...variableTexts(view), ...urlTexts(view)]) {
      const first = variables.wellFormed[0];
      if (first !== undefined && inBothReadings(variables, outOfSequence)) report({ message: 'broken', range: first.range, path });
    }
  },
});

export const variableLeading: TemplateRule = defineTemplateRule({
  ...common,
  id: 'variable-leading',
  description: { en: 'A body does not begin with a variable', ru: 'Тело не начинается с переменной' },
  messages: { broken: { en: 'Put words before the first variable.', ru: 'Поставьте слова перед первой переменной.' } },
  examples: {
    correct: [withBody('Hello {{1}}, your order is on its way.')],
    incorrect: [{ template: withBody('{{1}}, your order is on its way.'), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, text, variables } of bodyTexts(view)) {
      const first = variables.wellFormed[0];
      if (first !== undefined && text.slice(0, first.range[0]).trim() === '') report({ message: 'broken', range: first.range, path });
    }
  },
});

export const variableTrailing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'variable-trailing',
  description: { en: 'A body does not end with a variable', ru: 'Тело не заканчивается переменной' },
  messages: { broken: { en: 'Put words after the last variable.', ru: 'Поставьте слова после последней переменной.' } },
  examples: {
    correct: [withBody('Your order is on its way, {{1}}. Thank you.')],
    incorrect: [{ template: withBody('Your order is on its way, {{1}}'), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, text, variables } of bodyTexts(view)) {
      const last = variables.wellFormed.at(-1);
      if (last !== undefined && text.slice(last.range[1]).trim() === '') report({ message: 'broken', range: last.range, path });
    }
  },
});

export const variablesAdjacent: TemplateRule = defineTemplateRule({
  ...common,
  id: 'variables-adjacent',
  description: { en: 'Variables do not touch', ru: 'Переменные не соприкасаются' },
  messages: { broken: { en: 'Put words between these variables.', ru: 'Поставьте слова между этими переменными.' } },
  examples: {
    correct: [withBody('Hello {{1}}, your order {{2}} is on its way to you today.', ['Ann', '4711'])],
    incorrect: [{ template: withBody('Hello dear {{1}}{{2}}, your order is on its way to you.', ['Ann', 'Lee']), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, variables } of variableTexts(view)) {
      for (const [index, variable] of variables.wellFormed.entries()) {
        const next = variables.wellFormed[index + 1];
        if (next?.range[0] === variable.range[1]) report({ message: 'broken', range: [variable.range[0], next.range[1]], path });
      }
    }
  },
});

/** Scripts written without spaces: two characters count as a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Words of the text outside its variables. */
function fixedWords(text: string, variables: readonly TemplateVariable[]): number {
  let fixed = '';
  let from = 0;
  for (const { range } of variables) {
    fixed += `${text.slice(from, range[0])} `;
    from = range[1];
  }
  fixed += text.slice(from);
  const characters = fixed.match(unspaced)?.length ?? 0;
  const words = fixed.replace(unspaced, ' ').match(/\S+/gu) ?? [];
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length + Math.ceil(characters / 2);
}

export const variablesTooDense: TemplateRule = defineTemplateRule({
  ...common,
  id: 'variables-too-dense',
  description: { en: 'A body has enough fixed words for its variables', ru: 'Постоянных слов в теле достаточно для числа переменных' },
  severity: 'warn',
  confidence: 'unverified',
  messages: {
    broken: {
      en: '{words} fixed words for {variables} variables; a rule of thumb asks for {wanted}.',
      ru: 'Постоянных слов {words} при числе переменных {variables}; по практическому правилу нужно {wanted}.',
    },
  },
  examples: {
    correct: [withBody('Hello {{1}}, order shipped')],
    incorrect: [{ template: withBody('Hello {{1}} and goodbye {{2}} now', ['Ann', 'Lee']), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, text, variables } of bodyTexts(view)) {
      if (variables.wellFormed.length === 0) continue;
      const wanted = (reading: readonly TemplateVariable[]) => 2 * distinctNames(reading).length + 1;
      if (!inBothReadings(variables, (reading) => fixedWords(text, reading) < wanted(reading))) continue;
      const words = fixedWords(text, variables.wellFormed);
      const data = { words, variables: distinctNames(variables.wellFormed).length, wanted: wanted(variables.wellFormed) };
      report({ message: 'broken', range: [0, text.length], path, data });
    }
  },
});

export const parameterFormatMismatch: TemplateRule = defineTemplateRule({
  ...common,
  id: 'parameter-format-mismatch',
  description: { en: 'Variables fit `parameter_format`', ru: 'Переменные соответствуют `parameter_format`' },
  basis: platformPages.overview,
  messages: {
    named: { en: 'Named variables need `parameter_format: "named"`.', ru: 'Для именованных переменных нужен `parameter_format: "named"`.' },
    numbered: {
      en: 'With `parameter_format: "named"` variables have names, not numbers.',
      ru: 'При `parameter_format: "named"` у переменных имена, а не номера.',
    },
  },
  examples: {
    correct: [sampleTemplate({ parameter_format: 'named', components: [named('Hello {{name}}, your order is on its way.', 'name')] })],
    incorrect: [
      { template: sampleTemplate({ components: [named('Hello {{name}}, your order is on its way.', 'name')] }), message: 'named' },
      { template: sampleTemplate({ parameter_format: 'named' }), message: 'numbered' },
    ],
  },
  check(view, report) {
    for (const { path, variables } of variableTexts(view)) {
      const wrong = variables.wellFormed.find((variable) => isPositional(variable) === view.isNamed);
      if (wrong !== undefined) report({ message: view.isNamed ? 'numbered' : 'named', range: wrong.range, path });
    }
    for (const { path, variables } of view.isNamed ? [] : urlTexts(view)) {
      const wrong = variables.wellFormed.find((variable) => !isPositional(variable));
      if (wrong !== undefined) report({ message: 'named', range: wrong.range, path });
    }
  },
});

export const namedParameterInvalid: TemplateRule = defineTemplateRule({
  ...common,
  id: 'named-parameter-invalid',
  description: {
    en: 'Names of variables are lower-case letters, digits and underscores',
    ru: 'Имена переменных: строчные латинские буквы, цифры, подчёркивания',
  },
  basis: platformPages.overview,
  messages: {
    broken: {
      en: 'Name the variable in lower-case Latin letters, digits and underscores.',
      ru: 'Назовите переменную строчными латинскими буквами, цифрами и подчёркиваниями.',
    },
  },
  examples: {
    correct: [sampleTemplate({ parameter_format: 'named', components: [named('Hello {{first_name}}, your order is on its way.', 'first_name')] })],
    incorrect: [
      {
        template: sampleTemplate({ parameter_format: 'named', components: [named('Hello {{firstName}}, your order is on its way.', 'firstName')] }),
        message: 'broken',
      },
    ],
  },
  check(view, report) {
    for (const { path, variables } of [...variableTexts(view), ...urlTexts(view)]) {
      for (const variable of variables.wellFormed) {
        if (!/^[a-z0-9_]+$/u.test(variable.name)) report({ message: 'broken', range: variable.range, path });
      }
    }
  },
});
