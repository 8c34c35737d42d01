import { defineRule, type Rule } from '../rule.ts';

const suffixed = /^(?:[A-Z]{2}-)?[A-Z\d]{3,11}-([PSTG])$/iu;

export const headerCategoryMismatch: Rule<'promotional' | 'service'> = defineRule({
  id: 'header-category-mismatch',
  description: { en: 'The suffix of an Indian header fits the kind of message', ru: 'Суффикс индийского заголовка соответствует виду сообщения' },
  messages: {
    promotional: {
      en: 'Advertising goes out under a service header (-{suffix}). Use the registered header with -P.',
      ru: 'Реклама отправлена под сервисным заголовком (-{suffix}). Используйте зарегистрированный заголовок с -P.',
    },
    service: {
      en: 'A service message goes out under a promotional header (-P), which people block. Use the header with -S or -T.',
      ru: 'Сервисное сообщение отправлено под рекламным заголовком (-P), который люди блокируют. Используйте заголовок с -S или -T.',
    },
  },
  sampleDefaults: { country: 'IN', kind: 'marketing' },
  examples: {
    correct: [
      { text: 'TiffinBox: thalis at Rs 99. SMS STOP to 56161', sender: 'VM-TIFFIN-P' },
      { text: 'TiffinBox: order 4471 is on its way', sender: 'VM-TIFFIN-S', kind: 'transactional' },
      { text: 'TiffinBox: thalis at Rs 99', sender: '650012' },
      { text: 'Your code is 4471', sender: 'AX-TIFFIN-T', kind: 'auth' },
    ],
    incorrect: [
      { text: 'TiffinBox: thalis at Rs 99. SMS STOP to 56161', sender: 'VM-TIFFIN-T', message: 'promotional' },
      { text: 'TiffinBox: थाली ₹99', sender: 'VM-TIFFIN-S', message: 'promotional' },
      { text: 'TiffinBox: order 4471 is on its way', sender: 'VM-TIFFIN-P', kind: 'transactional', message: 'service' },
      { text: 'Your code is 4471', sender: 'JD-TIFFIN-P', kind: 'auth', message: 'service' },
    ],
  },
  check({ sender, kind }, _settings, { report }) {
    const suffix = suffixed.exec(sender)?.[1]?.toUpperCase();
    if (suffix === undefined) return;
    const range = [sender.length - 1, sender.length] as const;
    if (kind === 'marketing' && suffix !== 'P') report({ message: 'promotional', range, in: 'sender', data: { suffix } });
    else if (kind !== 'marketing' && suffix === 'P') report({ message: 'service', range, in: 'sender' });
  },
});
