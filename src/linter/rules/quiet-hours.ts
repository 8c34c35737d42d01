import type { DayHours } from '../../law/pack.ts';
import { defineRule, type Rule } from '../rule.ts';
import { hoursOfDay, isWithin } from '../world/day-hours.ts';

export const quietHours: Rule<'outside'> = defineRule({
  id: 'quiet-hours',
  description: { en: 'Promotion goes out within the permitted hours of the day', ru: 'Реклама уходит в дозволенные часы дня' },
  messages: {
    outside: {
      en: 'Planned for {time} local time; that day promotion may be sent {hours}. Move it into the window.',
      ru: 'Намечено на {time} по местному времени; в этот день рекламу можно отправлять {hours}. Перенесите в окно.',
    },
  },
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '+12025550143' },
  examples: {
    correct: [
      { text: 'Blue Kettle: 20% off teapots. Reply STOP to end', at: '2026-03-03T10:00' },
      { text: 'Blue Kettle: 20% off teapots. Reply STOP to end', at: '2026-03-03T09:00:00-05:00' },
      { text: 'Blue Kettle: 20% off teapots. Reply STOP to end' },
    ],
    incorrect: [
      { text: 'Blue Kettle: 20% off teapots. Reply STOP to end', at: '2026-03-03T21:10', message: 'outside' },
      { text: 'Blue Kettle: 20% off teapots. Reply STOP to end', at: '2026-03-03T08:59:59-05:00', message: 'outside' },
      { text: 'Blue Kettle: 20% off teapots. Reply STOP to end', at: '2026-03-03T20:00', message: 'outside' },
    ],
  },
  check({ local, input }, settings, { report }) {
    if (local === undefined) return;
    const hours = hoursOfDay(local, settings);
    if (hours.length === 0 || isWithin(hours, local.minutes)) return;
    report({ message: 'outside', range: null, data: { time: input.at?.slice(11, 16) ?? '', hours: written(hours) } });
  },
});

function written(hours: DayHours): string {
  return hours.map(([start, end]) => `${start}-${end}`).join(', ');
}
