import type { LocalText } from '../../law/vocabulary.ts';
import type { AuditCount, CampaignAudit } from './audit-campaign.ts';
import type { AuditCheck } from './audit-finding.ts';

const checks: Readonly<Record<AuditCheck, LocalText>> = {
  law: { en: 'law', ru: 'закон' },
  consent: { en: 'consent', ru: 'согласие' },
  window: { en: 'hours', ru: 'часы' },
  frequency: { en: 'frequency', ru: 'частота' },
  content: { en: 'content', ru: 'содержание' },
  sender: { en: 'sender', ru: 'отправитель' },
  facts: { en: 'not provable', ru: 'нечем доказать' },
};

const words = {
  title: { en: 'Audit of {what}, {calls} calls to {people} people, made {at}', ru: 'Аудит: {what}, вызовов {calls}, людей {people}, составлен {at}' },
  all: { en: 'all messages', ru: 'все сообщения' },
  dayOf: { en: 'the day each was sent', ru: 'день отправки каждого' },
  dates: { en: 'Law of {asOf}, compared with that of {against}; packs {packs}', ru: 'Право на {asOf} в сравнении с {against}; пакеты: {packs}' },
  faulty: { en: 'Calls with an error: {found}, by the other date {other}', ru: 'Вызовов с ошибкой: {found}, на другую дату — {other}' },
  nothing: { en: 'Nothing stands against any of them.', ru: 'Претензий нет.' },
  columns: { en: ['severity', 'check', 'what', 'then', 'other', 'new', 'gone'], ru: ['вес', 'проверка', 'что', 'тогда', 'иначе', 'новое', 'ушло'] },
  samples: { en: 'deliveries', ru: 'доставки' },
} as const;

/** Deliveries that are named under a line. */
const SHOWN = 3;

/** An audit for people, as plain text. */
export function auditText(audit: CampaignAudit, language: keyof LocalText = 'en'): string {
  const say = (text: LocalText, values: Readonly<Record<string, string | number>>): string =>
    text[language].replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));
  const { campaignId, madeAt, asOf, against, packs, clearedBy, calls, people, faulty, faultyAgainst, findings } = audit;
  const used = packs.filter((pack) => clearedBy.some((cleared) => cleared.split('@')[0] === pack.split('@')[0]));
  const lines = [
    say(words.title, { what: campaignId ?? words.all[language], calls, people, at: madeAt.toISOString() }),
    say(words.dates, { asOf: asOf ?? words.dayOf[language], against, packs: used.join(', ') || '—' }),
    say(words.faulty, { found: faulty, other: faultyAgainst }),
  ];
  if (findings.length === 0) return `${[...lines, words.nothing[language]].join('\n')}\n`;
  return `${[...lines, '', ...tableOf(findings, language)].join('\n')}\n`;
}

function tableOf(findings: readonly AuditCount[], language: keyof LocalText): readonly string[] {
  const rows = findings.map(({ finding, found, foundAgainst, appeared, gone }) => [
    finding.severity,
    checks[finding.check][language],
    finding.pack === undefined ? finding.code : `${finding.code} (${finding.pack})`,
    ...[found, foundAgainst, appeared, gone].map(String),
  ]);
  const heads = words.columns[language];
  const widths = heads.map((head, place) => Math.max(head.length, ...rows.map((row) => row[place]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => (place > 2 ? cell.padStart(widths[place]!) : cell.padEnd(widths[place]!)))
      .join('  ')
      .trimEnd();
  return [
    line(heads),
    ...rows.flatMap((row, place) => [line(row), `    ${words.samples[language]}: ${findings[place]!.deliveries.slice(0, SHOWN).join(', ')}`]),
  ];
}
