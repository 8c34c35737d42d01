import {
  isGenericName,
  isNumericName,
  lookalikeName,
  nameWords,
  operatorNames,
  operatorParts,
  stateNames,
  stateParts,
  stateWhole,
} from '../lexicon/sender-names.ts';
import { defineRule, type Rule, type RuleSettings } from '../rule.ts';
import { isAbroad } from '../world/abroad.ts';
import { senderFault } from '../world/sender-shape.ts';

/** Settings a law pack may give; defaults are those of Russian operators. */
interface Shape {
  readonly pattern: RegExp;
  readonly maxLength: number;
  readonly allowNumeric: boolean;
  /** Lists of names nobody may take: `operators`, `state`, `generic`. */
  readonly barred: readonly string[];
}

function shapeOf(settings: RuleSettings): Shape {
  const { pattern, maxLength, allowNumeric, barred } = settings;
  return {
    pattern: typeof pattern === 'string' ? new RegExp(pattern, 'u') : /^[A-Za-z0-9._-]{1,40}$/u,
    maxLength: typeof maxLength === 'number' ? maxLength : 11,
    allowNumeric: allowNumeric === true,
    barred: Array.isArray(barred) ? (barred as string[]) : ['operators', 'state', 'generic'],
  };
}

type Message = 'characters' | 'tooLong' | 'numeric' | 'operator' | 'state' | 'generic' | 'format';

export const senderNameInvalid: Rule<Message> = defineRule({
  id: 'sender-name-invalid',
  description: { en: 'The SMS sender name follows the operators’ rules', ru: 'Имя отправителя SMS соответствует правилам операторов' },
  messages: {
    characters: {
      en: 'The sender name has characters operators refuse. Use Latin letters, digits, `.`, `_`, `-`, and register it.',
      ru: 'В имени отправителя есть знаки, которые операторы не принимают. Оставьте латинские буквы, цифры, «.», «_», «-» и зарегистрируйте имя.',
    },
    tooLong: { en: 'The sender name is longer than {max} characters. Shorten it.', ru: 'Имя отправителя длиннее {max} знаков. Сократите его.' },
    numeric: {
      en: 'A sender name needs at least one letter: numbers are not accepted as a name. Register a name that shows the company.',
      ru: 'В имени отправителя нужна хотя бы одна буква: номер именем не считается. Зарегистрируйте имя компании.',
    },
    operator: {
      en: 'The sender name uses the name of a mobile operator. Take your own company name, trademark or domain.',
      ru: 'Имя отправителя содержит название оператора связи. Возьмите название своей компании, товарный знак или домен.',
    },
    state: {
      en: 'The sender name poses as a state body or service. Take your own company name.',
      ru: 'Имя отправителя выдаёт себя за государственный орган или сервис. Возьмите название своей компании.',
    },
    generic: {
      en: 'The sender name is a common word that does not show who writes. Register the company name or trademark; a registered brand goes into `facts.registeredSenders`.',
      ru: 'Имя отправителя — общее слово, по нему не узнать отправителя. Зарегистрируйте название или знак; зарегистрированное имя укажите в `facts.registeredSenders`.',
    },
    format: {
      en: 'The sender name does not have the form this country asks for: {form}.',
      ru: 'Имя отправителя не той формы, которой требует эта страна: {form}.',
    },
  },
  examples: {
    correct: [
      { text: 'Колос: хлеб 60 руб.', sender: 'RozSlon' },
      { text: 'Teekanne: 20 % Rabatt', sender: 'Teekanne 24', country: 'DE' },
      { text: 'Колос: хлеб 60 руб.', sender: 'Kolos-24' },
      { text: 'Доктор Луна: запись открыта', sender: 'Dr.Luna' },
      { text: 'Спортзал: новый зал', sender: 'FIT2GO' },
      { text: 'Банк XYZ: выписка готова', sender: 'BankXYZ' },
      { text: 'Автоцентр: запись', sender: 'Toyota-Ufa' },
      { text: 'Магазин: заказ готов', sender: 'Test_Shop', facts: { registeredSenders: ['Test_Shop'] } },
      { text: 'Пекарня Колос: хлеб', sender: 'Колос', channel: 'max' },
      { text: 'Хлеб 60 руб.', sender: 'Mtsensk' },
    ],
    incorrect: [
      { text: 'Хлеб 60 руб.', sender: 'Скидки', message: 'characters' },
      { text: 'Teekanne: 20 % Rabatt', sender: 'Tee&Kanne!', country: 'DE', message: 'format' },
      { text: 'Teekanne: 20 % Rabatt', sender: 'TeekanneMünchen', country: 'DE', message: 'format' },
      { text: 'Хлеб 60 руб.', sender: 'MegaPromoSale', message: 'tooLong' },
      { text: 'Хлеб 60 руб.', sender: 'INFO', message: 'generic' },
      { text: 'Хлеб 60 руб.', sender: 'MTS-Bonus', message: 'operator' },
      { text: 'Хлеб 60 руб.', sender: 'Gosuslugi', message: 'state' },
      { text: 'Хлеб 60 руб.', sender: '2024', message: 'numeric' },
      { text: 'Хлеб 60 руб.', sender: 'SMS-News', message: 'generic' },
      { text: 'Хлеб 60 руб.', sender: 'Bee1ine', message: 'operator' },
      { text: 'Хлеб 60 руб.', sender: 'Kafe & Bar', message: 'characters' },
      { text: 'Хлеб 60 руб.', sender: '+79990000011', message: 'numeric' },
      { text: 'Хлеб 60 руб.', sender: 'FNS-Rossii', message: 'state' },
    ],
  },
  check(subject, settings, { report }) {
    const { input, sender, facts, kind } = subject;
    if (input.channel !== 'sms' || sender === '') return;
    if (isAbroad(subject, settings)) {
      const fault = senderFault(sender, kind, settings);
      if (fault !== undefined) report({ message: 'format', range: [0, sender.length], in: 'sender', data: { form: fault } });
      return;
    }
    if (facts.registeredSenders?.includes(sender)) return;
    const shape = shapeOf(settings);
    const say = (message: Message, range: readonly [number, number] = [0, sender.length]): void =>
      report({
        message,
        range,
        in: 'sender',
        ...(message === 'tooLong' ? { data: { max: String(shape.maxLength) } } : {}),
        ...(message === 'generic' ? { needs: ['registeredSenders'] } : {}),
      });
    if (isNumericName(sender)) {
      if (!shape.allowNumeric) say('numeric');
      return;
    }
    if (!shape.pattern.test(sender)) return say('characters');
    if (sender.length > shape.maxLength) return say('tooLong', [shape.maxLength, sender.length]);
    if (shape.barred.includes('operators') && isOperator(sender)) return say('operator');
    if (shape.barred.includes('state') && isState(sender)) return say('state');
    if (shape.barred.includes('generic') && isGenericName(sender)) say('generic');
  },
});

function isOperator(sender: string): boolean {
  const likeness = lookalikeName(sender).replace(/[^\p{L}\d]/gu, '');
  const plain = sender.toLowerCase();
  if (operatorParts.some((part) => plain.includes(part) || likeness.includes(part))) return true;
  return (
    [sender, ...sender.split(/[^\p{L}\d]{1,80}/u)].some((word) => /^(?:MTS|MTC|YOTA|Yota)(?![A-Z])/u.test(word)) ||
    nameWords(sender).some((word) => operatorNames.has(word) || operatorNames.has(lookalikeName(word)))
  );
}

function isState(sender: string): boolean {
  const plain = lookalikeName(sender);
  return (
    stateWhole.test(sender.toLowerCase()) ||
    stateParts.some((part) => plain.includes(part)) ||
    nameWords(sender).some((word) => stateNames.has(word)) ||
    stateNames.has(plain)
  );
}
