import { defineRule, type Rule } from '../rule.ts';

const barred = new Set(['whatsapp', 'telegram']);

export const restrictedChannelAd: Rule<'barred'> = defineRule({
  id: 'restricted-channel-ad',
  description: { en: 'No advertising in a restricted messenger', ru: 'В ограниченном мессенджере не рекламируют' },
  messages: {
    barred: {
      en: 'Advertising may not be sent over {channel}: access to it is restricted. Choose SMS or MAX.',
      ru: 'Рекламу нельзя слать через {channel}: доступ к нему ограничен. Выберите SMS или MAX.',
    },
  },
  examples: {
    correct: [
      { text: 'Оправа за 2 900 до пятницы', channel: 'sms' },
      { text: 'Оправа за 2 900 до пятницы', channel: 'max' },
      { text: 'Вы записаны на 14:00', channel: 'whatsapp', kind: 'transactional' },
      { text: 'Код 4471', channel: 'telegram', kind: 'auth' },
    ],
    incorrect: [
      { text: 'Оправа за 2 900 до пятницы', channel: 'whatsapp', message: 'barred' },
      { text: 'Скидка на мойку', channel: 'telegram', message: 'barred' },
    ],
  },
  check({ input, kind }, _settings, { report }) {
    if (kind === 'marketing' && barred.has(input.channel))
      report({ message: 'barred', range: null, data: { channel: input.channel === 'whatsapp' ? 'WhatsApp' : 'Telegram' } });
  },
});
