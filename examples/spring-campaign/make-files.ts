/**
 * Writes `audience.csv`, `consents.csv` and `notices.jsonl`: a thousand people as a shop's export really looks: several spellings of one number, broken
 * numbers, the same person twice, zones and languages sometimes missing. Deterministic; the files are kept in the repository.
 * Numbers come from ranges reserved for fiction where a country has one, else from made-up blocks.
 */
import { writeFileSync } from 'node:fs';

let state = 20_260_413;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

interface Country {
  readonly code: string;
  readonly count: number;
  readonly digits: (n: number) => string;
  readonly spellings: readonly ((digits: string) => string)[];
  readonly zones: readonly string[];
  readonly zoneKnown: number;
  readonly languages: readonly string[];
  readonly names: readonly string[];
}

const countries: readonly Country[] = [
  {
    code: 'RU',
    count: 430,
    digits: (n) => `7900000${pad(n, 4)}`,
    spellings: [
      (d) => `+${d}`,
      (d) => `8${d.slice(1)}`,
      (d) => `+7 (${d.slice(1, 4)}) ${d.slice(4, 7)}-${d.slice(7, 9)}-${d.slice(9)}`,
      (d) => `8 ${d.slice(1, 4)} ${d.slice(4, 7)} ${d.slice(7, 9)} ${d.slice(9)}`,
      (d) => d,
    ],
    zones: ['Europe/Moscow', 'Europe/Moscow', 'Europe/Samara', 'Asia/Yekaterinburg', 'Asia/Novosibirsk', 'Asia/Vladivostok', 'Europe/Kaliningrad'],
    zoneKnown: 0.6,
    languages: ['ru', 'ru', 'ru', ''],
    names: ['Анна', 'Иван', 'Мария', 'Олег', 'Светлана', 'Тимур', 'Ольга', 'Павел'],
  },
  {
    code: 'KZ',
    count: 110,
    digits: (n) => `7700000${pad(n, 4)}`,
    spellings: [(d) => `+${d}`, (d) => `8${d.slice(1)}`, (d) => `+7 ${d.slice(1, 4)} ${d.slice(4, 7)} ${d.slice(7)}`],
    zones: ['Asia/Almaty'],
    zoneKnown: 0.5,
    languages: ['kk', 'kk', 'ru'],
    names: ['Айгүл', 'Нұрлан', 'Дана', 'Ерлан', 'Асель'],
  },
  {
    code: 'GB',
    count: 160,
    digits: (n) => `447700900${pad(n, 3)}`,
    spellings: [
      (d) => `+${d}`,
      (d) => `0${d.slice(2)}`,
      (d) => `+44 (0)${d.slice(2, 6)} ${d.slice(6)}`,
      (d) => `0044 ${d.slice(2, 6)} ${d.slice(6)}`,
    ],
    zones: ['Europe/London'],
    zoneKnown: 0.5,
    languages: ['en', ''],
    names: ['Alice', 'Harry', 'Priya', 'Owen', 'Grace'],
  },
  {
    code: 'US',
    count: 150,
    digits: (n) => `1${pick(['212', '303', '305', '312', '415', '503'])}55501${pad(n % 100, 2)}`,
    spellings: [
      (d) => `+${d}`,
      (d) => `(${d.slice(1, 4)}) ${d.slice(4, 7)}-${d.slice(7)}`,
      (d) => `1-${d.slice(1, 4)}-${d.slice(4, 7)}-${d.slice(7)}`,
    ],
    zones: ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
    zoneKnown: 0.7,
    languages: ['en', ''],
    names: ['Emma', 'Liam', 'Noah', 'Sofia', 'Mia'],
  },
  {
    code: 'DE',
    count: 90,
    digits: (n) => `49171392${pad(n % 100, 4).slice(0, 2)}${pad(n % 100, 2)}`,
    spellings: [(d) => `+${d}`, (d) => `0${d.slice(2)}`, (d) => `0049 ${d.slice(2, 5)} ${d.slice(5)}`],
    zones: ['Europe/Berlin'],
    zoneKnown: 0.6,
    languages: ['en'],
    names: ['Lena', 'Jonas', 'Marie', 'Felix'],
  },
  {
    code: 'IN',
    count: 60,
    digits: (n) => `9190000000${pad(n, 2)}`,
    spellings: [(d) => `+${d}`, (d) => `+91 ${d.slice(2, 7)} ${d.slice(7)}`, (d) => `0${d.slice(2)}`],
    zones: ['Asia/Kolkata'],
    zoneKnown: 0.5,
    languages: ['en', ''],
    names: ['Asha', 'Ravi', 'Meera'],
  },
];

interface Person {
  readonly country: Country;
  readonly digits: string;
  readonly row: readonly string[];
}

const people: Person[] = [];
const seen = new Set<string>();
for (const country of countries) {
  for (let n = 0; people.filter((p) => p.country === country).length < country.count - 12; n++) {
    const digits = country.digits(n);
    if (seen.has(digits)) continue;
    seen.add(digits);
    const zone = random() < country.zoneKnown ? pick(country.zones) : '';
    const maxId = country.code === 'RU' && random() < 0.75 ? `5${digits.slice(-6)}` : '';
    people.push({ country, digits, row: [pick(country.spellings)(digits), country.code, zone, pick(country.languages), pick(country.names), maxId] });
  }
}

const rows: (readonly string[])[] = people.map((p) => p.row);
// the same people once more, spelled differently
for (let i = 0; i < 36; i++) {
  const person = pick(people);
  rows.push([pick(person.country.spellings)(person.digits), ...person.row.slice(1)]);
}
// numbers nobody has
const broken: readonly (readonly [string, string])[] = [
  ['нет', 'RU'],
  ['8-900-00', 'RU'],
  ['+7 900 000 00 00 00', 'RU'],
  ['79OO0001234', 'RU'],
  ['07700 90', 'GB'],
  ['+44 7700 900 12345', 'GB'],
  ['555-0199', 'US'],
  ['+1 000 555 0100', 'US'],
  ['n/a', 'DE'],
  ['+49', 'DE'],
  ['12345', 'IN'],
  ['', 'KZ'],
];
while (rows.length < 1000) {
  const [phone, country] = broken[rows.length % broken.length]!;
  rows.push([phone, country, '', '', pick(['Анна', 'Emma', 'Ravi']), '']);
}
for (let i = rows.length - 1; i > 0; i--) {
  const j = Math.floor(random() * (i + 1));
  [rows[i], rows[j]] = [rows[j]!, rows[i]!];
}

const cell = (value: string): string => (/[",\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csv = (header: string, lines: readonly (readonly string[])[]): string =>
  `${header}\n${lines.map((line) => line.map(cell).join(',')).join('\n')}\n`;

/** The texts people ticked: who writes, about what, by which way, and how to end it. Each says exactly what the rows under it permit. */
const worded = {
  ru: {
    'offers-3': 'Я согласен получать рекламу магазина «Весна» по SMS, в WhatsApp и MAX. Отказаться можно ответом СТОП в любой момент.',
    'offers-sms-1': 'Я согласен получать рекламу магазина «Весна» по SMS. Отказаться можно ответом СТОП в любой момент.',
    'order-news-2': 'Я согласен получать новости о своих заказах в магазине «Весна» по SMS, в WhatsApp и MAX. Отказаться можно ответом СТОП.',
    'travel-offers-1': 'Я согласен получать рекламу агентства «Весна Тревел» по SMS, в WhatsApp и MAX. Отказаться можно ответом СТОП.',
  },
  kk: {
    'offers-3':
      '«Весна» дүкенінің жарнамасын SMS, WhatsApp және MAX арқылы алуға келісемін. Кез келген уақытта STOP деп жауап беріп бас тартуға болады.',
    'offers-sms-1': '«Весна» дүкенінің жарнамасын SMS арқылы алуға келісемін. Кез келген уақытта STOP деп жауап беріп бас тартуға болады.',
    'order-news-2':
      '«Весна» дүкеніндегі тапсырыстарым туралы жаңалықтарды SMS, WhatsApp және MAX арқылы алуға келісемін. STOP деп жауап беріп бас тартуға болады.',
    'travel-offers-1':
      '«Весна Тревел» агенттігінің жарнамасын SMS, WhatsApp және MAX арқылы алуға келісемін. STOP деп жауап беріп бас тартуға болады.',
  },
  en: {
    'offers-3': 'I agree to advertising from the shop Vesna by SMS, WhatsApp and MAX. I can end it at any time by replying STOP.',
    'offers-sms-1': 'I agree to advertising from the shop Vesna by SMS. I can end it at any time by replying STOP.',
    'order-news-2': 'I agree to news about my orders from the shop Vesna by SMS, WhatsApp and MAX. I can end it by replying STOP.',
    'travel-offers-1': 'I agree to advertising from the agency Vesna Travel by SMS, WhatsApp and MAX. I can end it by replying STOP.',
  },
} as const;
const notices = Object.entries(worded).flatMap(([language, texts]) => Object.entries(texts).map(([version, text]) => ({ version, language, text })));

function noticeFor(fields: { readonly sender?: string; readonly purposes?: string; readonly channels?: string; readonly language?: string }) {
  const version =
    fields.sender !== undefined
      ? 'travel-offers-1'
      : fields.purposes !== undefined
        ? 'order-news-2'
        : fields.channels !== undefined
          ? 'offers-sms-1'
          : 'offers-3';
  return { version, language: fields.language ?? 'en' };
}

type ConsentRow = readonly string[];
const consents: ConsentRow[] = [];
const add = (
  phone: string,
  event: string,
  fields: Partial<Record<'sender' | 'purposes' | 'channels' | 'at' | 'until' | 'method' | 'grade' | 'country' | 'language', string>>,
): void => {
  const shown = event === 'granted' ? noticeFor(fields) : undefined;
  consents.push([
    phone,
    event,
    fields.sender ?? 'vesna',
    fields.purposes ?? 'offers',
    fields.channels ?? 'sms|whatsapp|max',
    fields.at ?? `2025-${pad(10 + Math.floor(random() * 3), 2)}-${pad(1 + Math.floor(random() * 27), 2)}T10:${pad(Math.floor(random() * 60), 2)}:00Z`,
    fields.until ?? '',
    fields.method ?? pick(['web-form', 'double-opt-in', 'checkout']),
    fields.grade ?? pick(['A', 'B']),
    fields.country ?? '',
    shown?.version ?? '',
    shown?.language ?? '',
  ]);
};
for (const person of people) {
  const phone = `+${person.digits}`;
  const country = person.country.code;
  const language = person.row[3] || (country === 'RU' ? 'ru' : 'en');
  const dice = random();
  if (dice < 0.76) add(phone, 'granted', { country, language });
  else if (dice < 0.8) {
    add(phone, 'granted', { country, language });
    add(phone, 'withdrawn', { country, at: '2026-02-02T08:00:00Z', method: 'reply' });
  } else if (dice < 0.83) add(phone, 'granted', { country, language, at: '2024-03-01T08:00:00Z', until: '2026-03-01T00:00:00Z' });
  else if (dice < 0.86) add(phone, 'granted', { country, language, purposes: 'order-news' });
  else if (dice < 0.89) add(phone, 'granted', { country, language, sender: 'vesna-travel' });
  else if (dice < 0.92) add(phone, 'imported', { country, method: 'import', grade: 'C' });
  else if (dice < 0.95) add(phone, 'granted', { country, language, channels: 'sms' });
}

writeFileSync(new URL('audience.csv', import.meta.url), csv('phone,country,time_zone,language,name,max_id', rows));
writeFileSync(
  new URL('consents.csv', import.meta.url),
  csv('phone,event,sender,purposes,channels,occurred_at,valid_until,method,grade,country,notice_version,notice_language', consents),
);
writeFileSync(new URL('notices.jsonl', import.meta.url), notices.map((notice) => `${JSON.stringify(notice)}\n`).join(''));
