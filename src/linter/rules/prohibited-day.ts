import { defineRule, type Rule } from '../rule.ts';
import { hoursOfDay } from '../world/day-hours.ts';

export const prohibitedDay: Rule<'barred'> = defineRule({
  id: 'prohibited-day',
  description: { en: 'Promotion goes out on a day that is not barred', ru: 'Реклама уходит в день, когда она не запрещена' },
  messages: {
    barred: {
      en: 'Promotion is barred on the whole of {day}. Move it to the next permitted day.',
      ru: '{day} реклама запрещена весь день. Перенесите на ближайший дозволенный день.',
    },
  },
  sampleDefaults: { country: 'ZA', kind: 'marketing', sender: '31555' },
  examples: {
    correct: [
      { text: 'Karoo Coffee: two bags for R150. STOP to 31555', at: '2026-03-03T10:00' },
      { text: 'Karoo Coffee: two bags for R150. STOP to 31555', at: '2026-03-07T10:00' },
      { text: 'Karoo Coffee: two bags for R150. STOP to 31555' },
    ],
    incorrect: [
      { text: 'Karoo Coffee: two bags for R150. STOP to 31555', at: '2026-03-08T10:00', message: 'barred' },
      { text: 'Karoo Coffee: two bags for R150. STOP to 31555', at: '2026-03-08T22:30', message: 'barred' },
      { text: 'Karoo Coffee: two bags for R150. STOP to 31555', at: '2025-06-15T12:00:00+02:00', message: 'barred' },
    ],
  },
  check({ local }, settings, { report }) {
    const barring = settings.weekdays === undefined ? { ...settings, sunday: [] } : settings;
    if (local !== undefined && hoursOfDay(local, barring).length === 0) report({ message: 'barred', range: null, data: { day: local.day } });
  },
});
