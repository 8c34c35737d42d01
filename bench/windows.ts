import type { WindowEntry } from '../src/law/pack.ts';
import { localTime, nextLawfulInstant, windowMemo } from '../src/windows/index.ts';
import { compare } from './compare.ts';

// A thousand messages of one quarter of an hour, to people in four zones: may each go out now?
const zones = ['Europe/Moscow', 'Europe/London', 'America/New_York', 'Asia/Almaty'];
const start = Date.UTC(2026, 10, 23, 15);
const messages = Array.from({ length: 1_000 }, (_, i) => ({ at: new Date(start + i * 900), zone: zones[i % zones.length] as string }));
const until = new Date(start + 2 * 86_400_000);

const hours = [['09:00', '21:00']] as const;
const entry: WindowEntry = {
  basis: [],
  since: '2020-01-01',
  confidence: 'inference',
  checkedOn: '2026-11-23',
  reviewBy: '2027-11-23',
  kinds: ['marketing'],
  strength: 'operator',
  weekdays: hours,
  saturday: hours,
  sunday: hours,
  holidays: hours,
};

// The floor: one cached formatter per zone and the cheapest reading of what it prints.
const formats = new Map(
  zones.map((zone) => [zone, new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })]),
);
const memo = windowMemo();

function lawfulByIntl(at: Date, zone: string): boolean {
  const printed = (formats.get(zone) as Intl.DateTimeFormat).format(at);
  const minutes = Number(printed.slice(0, 2)) * 60 + Number(printed.slice(3, 5));
  return minutes >= 540 && minutes < 1260;
}

function lawfulByMemo(at: Date, zone: string): boolean {
  const found = memo.next(zone, at, until, () => ({ windows: [entry], zones: [zone] }));
  return 'at' in found && found.at.getTime() === at.getTime();
}

for (const { at, zone } of messages) {
  if (lawfulByIntl(at, zone) !== lawfulByMemo(at, zone)) throw new Error('The contenders disagree.');
}

compare('May this message go out now? One window, four zones.', messages.length, {
  'window memo': () => messages.filter(({ at, zone }) => lawfulByMemo(at, zone)).length,
  'next lawful instant, unkept': () =>
    messages.filter(({ at, zone }) => 'at' in nextLawfulInstant({ windows: [entry], zones: [zone], from: at, until })).length,
  'local time by cached offset': () => messages.filter(({ at, zone }) => localTime(at, zone).minutes < 1260).length,
  'Intl, formatter kept': () => messages.filter(({ at, zone }) => lawfulByIntl(at, zone)).length,
});
