import { emojiIn } from '../emoji.ts';
import { sampleButtons } from '../sample-template.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';
import { allButtons, urlTexts } from '../template-texts.ts';
import { type ButtonView, characterCount, type TemplateView } from '../template-view.ts';

const common = { severity: 'error', basis: platformPages.components, confidence: 'provider', concerns: 'all-but-authentication' } as const;
const reply = (text: string) => ({ type: 'QUICK_REPLY', text });
const link = (text: string, url = 'https://example.com') => ({ type: 'URL', text, url });
const call = (text: string, phone = '+447700900123') => ({ type: 'PHONE_NUMBER', text, phone_number: phone });
const code = (example: string) => ({ type: 'COPY_CODE', example });
const times = <T>(count: number, button: T) => Array.from({ length: count }, () => button);

const maxButtons = 10;

export const buttonsTooMany: TemplateRule = defineTemplateRule({
  ...common,
  id: 'buttons-too-many',
  description: { en: 'A template has at most 10 buttons', ru: 'В шаблоне не больше 10 кнопок' },
  messages: { broken: { en: '{count} buttons; 10 are allowed.', ru: 'Кнопок {count}, допустимо 10.' } },
  examples: {
    correct: [sampleButtons(...times(maxButtons, reply('Yes')))],
    incorrect: [{ template: sampleButtons(...times(maxButtons + 1, reply('Yes'))), message: 'broken' }],
  },
  check({ buttons }, report) {
    const extra = buttons[maxButtons];
    if (extra !== undefined) report({ message: 'broken', range: null, path: extra.path, data: { count: buttons.length } });
  },
});

/** The first button of a kind beyond what is allowed. */
function beyond({ buttons }: TemplateView, type: string, max: number): ButtonView | undefined {
  return buttons.filter((button) => button.type === type)[max];
}

const maxLinks = 2;

export const urlButtonsTooMany: TemplateRule = defineTemplateRule({
  ...common,
  id: 'url-buttons-too-many',
  description: { en: 'A template has at most 2 link buttons', ru: 'В шаблоне не больше 2 кнопок со ссылкой' },
  messages: { broken: { en: 'Keep at most 2 link buttons.', ru: 'Оставьте не больше 2 кнопок со ссылкой.' } },
  examples: {
    correct: [sampleButtons(link('Track'), link('Help'))],
    incorrect: [{ template: sampleButtons(link('Track'), link('Help'), link('Shop')), message: 'broken' }],
  },
  check(view, report) {
    const extra = beyond(view, 'URL', maxLinks);
    if (extra !== undefined) report({ message: 'broken', range: null, path: extra.path });
  },
});

export const phoneButtonsTooMany: TemplateRule = defineTemplateRule({
  ...common,
  id: 'phone-buttons-too-many',
  description: { en: 'A template has at most 1 call button', ru: 'В шаблоне не больше 1 кнопки звонка' },
  messages: { broken: { en: 'Keep 1 call button.', ru: 'Оставьте 1 кнопку звонка.' } },
  examples: {
    correct: [sampleButtons(call('Call us'))],
    incorrect: [{ template: sampleButtons(call('Call us'), call('Support')), message: 'broken' }],
  },
  check(view, report) {
    const extra = beyond(view, 'PHONE_NUMBER', 1);
    if (extra !== undefined) report({ message: 'broken', range: null, path: extra.path });
  },
});

export const copyCodeButtonsTooMany: TemplateRule = defineTemplateRule({
  ...common,
  id: 'copy-code-buttons-too-many',
  description: { en: 'A template has at most 1 copy-code button', ru: 'В шаблоне не больше 1 кнопки копирования кода' },
  messages: { broken: { en: 'Keep 1 copy-code button.', ru: 'Оставьте 1 кнопку копирования кода.' } },
  examples: { correct: [sampleButtons(code('SAVE10'))], incorrect: [{ template: sampleButtons(code('SAVE10'), code('SAVE20')), message: 'broken' }] },
  check(view, report) {
    const extra = beyond(view, 'COPY_CODE', 1);
    if (extra !== undefined) report({ message: 'broken', range: null, path: extra.path });
  },
});

const maxLabel = 25;

export const buttonTextTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'button-text-too-long',
  description: { en: 'A button label has at most 25 characters', ru: 'Надпись на кнопке не длиннее 25 знаков' },
  concerns: 'every-template',
  messages: { broken: { en: 'The label has {count} characters; 25 are allowed.', ru: 'В надписи {count} знаков, допустимо 25.' } },
  examples: {
    correct: [sampleButtons(reply('r'.repeat(maxLabel)))],
    incorrect: [{ template: sampleButtons(reply('r'.repeat(maxLabel + 1))), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, text = '' } of allButtons(view)) {
      const count = characterCount(text);
      if (count > maxLabel) report({ message: 'broken', range: [0, text.length], path: `${path}.text`, data: { count } });
    }
  },
});

const formatting = /\*[^*\s][^*]*\*|~[^~\s][^~]*~|(?<![\p{L}\p{N}_])_[^_\s][^_]*_(?![\p{L}\p{N}_])|```/u;

export const buttonTextInvalidChars: TemplateRule = defineTemplateRule({
  ...common,
  id: 'button-text-invalid-chars',
  description: {
    en: 'A button label has no emoji, variables or formatting marks',
    ru: 'В надписи на кнопке нет эмодзи, переменных и знаков форматирования',
  },
  messages: {
    emoji: { en: 'Take the emoji out of the label.', ru: 'Уберите эмодзи из надписи.' },
    variable: {
      en: 'Write the label as fixed text: variables are not allowed in it.',
      ru: 'Сделайте надпись постоянной: переменные в ней недопустимы.',
    },
    formatting: { en: 'Take the formatting marks out of the label.', ru: 'Уберите из надписи знаки форматирования.' },
  },
  examples: {
    correct: [sampleButtons(reply('Yes, please!')), sampleButtons(reply('5* hotels'))],
    incorrect: [
      { template: sampleButtons(reply('Yes 👍')), message: 'emoji' },
      { template: sampleButtons(link('Track {{1}}')), message: 'variable' },
      { template: sampleButtons(reply('*Yes*')), message: 'formatting' },
    ],
  },
  check(view, report) {
    for (const { path, text = '' } of allButtons(view)) {
      const at = `${path}.text`;
      const brace = text.search(/\{\{|\}\}/u);
      const emoji = emojiIn(text)[0];
      const mark = formatting.exec(text);
      if (brace !== -1) report({ message: 'variable', range: [brace, text.length], path: at });
      else if (emoji !== undefined) report({ message: 'emoji', range: emoji, path: at });
      else if (mark !== null) report({ message: 'formatting', range: [mark.index, mark.index + mark[0].length], path: at });
    }
  },
});

export const buttonsNotGrouped: TemplateRule = defineTemplateRule({
  ...common,
  id: 'buttons-not-grouped',
  description: { en: 'Quick replies stand together, and so do all others', ru: 'Быстрые ответы стоят вместе, остальные кнопки тоже' },
  messages: {
    broken: {
      en: 'Put all quick replies next to each other, before or after the other buttons.',
      ru: 'Поставьте все быстрые ответы подряд, до или после остальных кнопок.',
    },
  },
  examples: {
    correct: [sampleButtons(reply('Yes'), reply('No'), link('Track'), call('Call us'))],
    incorrect: [{ template: sampleButtons(reply('Yes'), link('Track'), reply('No')), message: 'broken' }],
  },
  check({ buttons }, report) {
    const changes = buttons.filter((button, index) => index > 0 && isReply(button) !== isReply(buttons[index - 1]));
    const second = changes[1];
    if (second !== undefined) report({ message: 'broken', range: null, path: second.path });
  },
});

const isReply = (button: ButtonView | undefined) => button?.type === 'QUICK_REPLY';
const maxUrl = 2000;

export const urlTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'url-too-long',
  description: { en: 'A button’s address has at most 2,000 characters', ru: 'Адрес кнопки не длиннее 2000 знаков' },
  messages: { broken: { en: 'The address has {count} characters; 2,000 are allowed.', ru: 'В адресе {count} знаков, допустимо 2000.' } },
  examples: {
    correct: [sampleButtons(link('Track', `https://example.com/${'p'.repeat(1900)}`))],
    incorrect: [{ template: sampleButtons(link('Track', `https://example.com/${'p'.repeat(maxUrl)}`)), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, text } of urlTexts(view)) {
      const count = characterCount(text);
      if (count > maxUrl) report({ message: 'broken', range: [0, text.length], path, data: { count } });
    }
  },
});

export const urlVariableNotAtEnd: TemplateRule = defineTemplateRule({
  ...common,
  id: 'url-variable-not-at-end',
  description: { en: 'A button’s address has one variable, at its end', ru: 'В адресе кнопки одна переменная, и она в конце' },
  messages: {
    broken: {
      en: 'Keep one variable and put it at the very end of the address.',
      ru: 'Оставьте одну переменную и поставьте её в самый конец адреса.',
    },
  },
  examples: {
    correct: [sampleButtons({ ...link('Track', 'https://example.com/{{1}}'), example: ['https://example.com/1'] })],
    incorrect: [
      { template: sampleButtons({ ...link('Track', 'https://example.com/{{1}}/map'), example: ['https://example.com/1/map'] }), message: 'broken' },
    ],
  },
  check(view, report) {
    for (const { path, text, variables } of urlTexts(view)) {
      const [first, second] = variables.wellFormed;
      if (first === undefined || (second === undefined && first.range[1] === text.trimEnd().length)) continue;
      report({ message: 'broken', range: (second ?? first).range, path });
    }
  },
});

const maxPhone = 20;

export const phoneNumberTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'phone-number-too-long',
  description: { en: 'A call button’s number has at most 20 characters', ru: 'Номер кнопки звонка не длиннее 20 знаков' },
  messages: { broken: { en: 'Write the number in at most 20 characters.', ru: 'Запишите номер не более чем 20 знаками.' } },
  examples: {
    correct: [sampleButtons(call('Call us'))],
    incorrect: [{ template: sampleButtons(call('Call us', '+44 (0) 7700 - 900 - 123')), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, type, phoneNumber = '' } of allButtons(view)) {
      if (type === 'PHONE_NUMBER' && characterCount(phoneNumber) > maxPhone) report({ message: 'broken', range: null, path: `${path}.phone_number` });
    }
  },
});

const maxCode = 15;

export const couponCodeTooLong: TemplateRule = defineTemplateRule({
  ...common,
  id: 'coupon-code-too-long',
  description: { en: 'A coupon code has at most 15 characters', ru: 'Промокод не длиннее 15 знаков' },
  basis: platformPages.coupon,
  messages: { broken: { en: 'The code has {count} characters; 15 are allowed.', ru: 'В коде {count} знаков, допустимо 15.' } },
  examples: {
    correct: [sampleButtons(code('AUTUMN2026SALE1'))],
    incorrect: [{ template: sampleButtons(code('AUTUMN2026SALE12')), message: 'broken' }],
  },
  check(view, report) {
    for (const { path, type, example = '' } of allButtons(view)) {
      const count = characterCount(example);
      if (type === 'COPY_CODE' && count > maxCode)
        report({ message: 'broken', range: [0, example.length], path: `${path}.example`, data: { count } });
    }
  },
});
