import { describe, expect, it } from 'vitest';
import type { ConsentBook } from '../../src/consent/index.ts';
import { type ImportError, type ImportOptions, type ImportSummary, importConsents } from '../../src/consent/lists/import-consents.ts';
import { decodeText, type ImportRow, readJsonLines } from '../../src/consent/lists/import-source.ts';
import { readCsv } from '../../src/consent/lists/read-csv.ts';
import { day, openBook } from './support.ts';

async function* chunked(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function* textOf(text: string, size = 7): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
/** windows-1251 for the letters used here. */
const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });

describe('decodeText', () => {
  const text = 'имя;телефон\nАнна 😀;+79990000012\n';

  it.each([1, 2, 3, 5, 1_000])('reads UTF-8 whatever bytes come together (%i)', async (size) => {
    expect((await all(decodeText(chunked(Buffer.from(text), size)))).join('')).toBe(text);
  });

  it.each([1, 2, 3, 5, 1_000])('knows windows-1251 by its bytes (%i at once)', async (size) => {
    const old = 'phone;name;имя\n+79990000012;Anna;Анна Щукина\n';
    expect((await all(decodeText(chunked(cp1251(old), size)))).join('')).toBe(old);
    expect((await all(decodeText(chunked(cp1251(old), size), 'windows-1251'))).join('')).toBe(old);
  });

  it('refuses bytes that are not of the named encoding', async () => {
    await expect(all(decodeText(chunked(cp1251('Анна'), 9), 'utf-8'))).rejects.toThrow(TypeError);
  });
});

describe('readCsv', () => {
  const rows = async (text: string, size = 7): Promise<ImportRow[]> => all(readCsv(textOf(text, size)));

  it.each([1, 3, 1_000])('reads quotes, line ends and delimiters inside quotes (%i characters at once)', async (size) => {
    const text = '\uFEFFphone;note\r\n+1;"a; ""b""\r\nc"\r\n\r\n+2;\r\n"+3";"x"\n+4;last';
    expect(await rows(text, size)).toEqual([
      { line: 2, columns: { phone: '+1', note: 'a; "b"\r\nc' } },
      { line: 5, columns: { phone: '+2', note: '' } },
      { line: 6, columns: { phone: '+3', note: 'x' } },
      { line: 7, columns: { phone: '+4', note: 'last' } },
    ]);
  });

  it.each([',', ';', '\t'])('finds the delimiter %j by the heading', async (d) => {
    expect(await rows(`a${d}b\n1${d}2\n`, 100)).toEqual([{ line: 2, columns: { a: '1', b: '2' } }]);
  });

  it('names rows with too few columns and quotes that never close, and reads on', async () => {
    expect(await rows('a,b\n1\n1,2,3\n1,2\n"1,2\n')).toEqual([
      { line: 2, expected: '2 columns, not 1' },
      { line: 3, expected: '2 columns, not 3' },
      { line: 4, columns: { a: '1', b: '2' } },
      { line: 5, expected: 'a closing quote' },
    ]);
  });

  it('does not read a whole file into one cell', async () => {
    const read = await all(readCsv(textOf(`a\n"${'x'.repeat(250_000)}`, 10_000)));
    expect(read[0]).toEqual({ line: 2, expected: 'a closing quote' });
  });
});

describe('readJsonLines', () => {
  it('reads objects and names lines that are none', async () => {
    expect(await all(readJsonLines(textOf('{"a":1,"b":["x","y"],"c":null}\n\nnope\n[1]\n{"a":"z"}')))).toEqual([
      { line: 1, columns: { a: '1', b: 'x,y' } },
      { line: 3, expected: 'a JSON object' },
      { line: 4, expected: 'a JSON object' },
      { line: 5, columns: { a: 'z' } },
    ]);
  });
});

describe('importConsents', () => {
  const options: ImportOptions = {
    list: 'crm-2026-02',
    sender: 'acme',
    mapping: { phone: 'Телефон', occurredAt: 'Дата', channels: 'Каналы', note: 'Имя' },
    defaults: { purposes: ['offers'], country: 'RU' },
  };
  const csv = [
    'Телефон;Дата;Каналы;Имя',
    '8 (999) 000-00-12;2026-02-01;sms;Анна',
    '+79990000013;2026-02-01 10:00;SMS|whatsapp;Борис',
    'нет телефона;2026-02-01;sms;Вера',
    '+79990000014;01.02.2026;sms;Глеб',
    '+79990000015;2026-02-01;fax;Дина',
    '+79990000016;;sms;Егор',
    '+79990000012;2026-02-01;sms;Анна',
  ].join('\n');
  const run = async (
    book: ConsentBook,
    more: Partial<ImportOptions> = {},
    text = csv,
  ): Promise<{ summary: ImportSummary; errors: ImportError[] }> => {
    const errors: ImportError[] = [];
    const summary = await importConsents(book, readCsv(textOf(text)), { ...options, onError: (error) => errors.push(error), ...more });
    return { summary, errors };
  };

  it('imports the good rows and names line and column of the others, never their values', async () => {
    const { book } = openBook();
    const { summary, errors } = await run(book);
    expect(summary).toEqual({ read: 7, added: 2, known: 1, failed: 4, withdrawn: 0, events: { imported: 3, granted: 0, withdrawn: 0 } });
    expect(errors).toMatchObject([
      { line: 4, column: 'Телефон', expected: 'a phone number (has-letters)' },
      { line: 5, column: 'Дата' },
      { line: 6, column: 'Каналы' },
      { line: 7, column: 'Дата' },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/999000|fax|01\.02/);
    const chain = await book.history(book.subject('+79990000012'));
    expect(chain).toMatchObject([
      {
        kind: 'imported',
        occurredAt: new Date('2026-02-01T00:00:00Z'),
        evidence: { grade: 'C', method: 'import', actor: 'crm-2026-02' },
        personal: { address: '+79990000012', note: 'Анна' },
      },
    ]);
    expect((await book.history(book.subject('+79990000013')))[0]).toMatchObject({
      channels: ['sms', 'whatsapp'],
      occurredAt: new Date('2026-02-01T10:00:00Z'),
    });
  });

  it('says in a dry run what would happen, and writes nothing', async () => {
    const { book, options: bookOptions } = openBook();
    expect((await run(book, { dryRun: true })).summary).toEqual({
      read: 7,
      added: 2,
      known: 1,
      failed: 4,
      withdrawn: 0,
      events: { imported: 3, granted: 0, withdrawn: 0 },
    });
    expect((await bookOptions.store.scan(0, 10)).records).toEqual([]);
  });

  it('adds nothing the second time, and goes on after a crash', async () => {
    const { book } = openBook();
    await run(book);
    expect((await run(book)).summary).toMatchObject({ added: 0, known: 3 });
    expect((await run(book, { dryRun: true })).summary).toMatchObject({ added: 0, known: 3 });
    const longer = `Телефон;Дата\n${Array.from({ length: 50 }, (_, i) => `+7999000${String(1_000 + i)};2026-02-01`).join('\n')}`;
    const setup = {
      list: 'other',
      defaults: { purposes: ['offers'], channels: ['sms'] as const },
      batch: 10,
      mapping: { phone: 'Телефон', occurredAt: 'Дата' },
    };
    const stop = new AbortController();
    const crash = run(book, { ...setup, signal: stop.signal, onProgress: ({ added }) => void (added === 30 && stop.abort()) }, longer);
    await expect(crash).rejects.toThrow();
    expect((await run(book, setup, longer)).summary).toMatchObject({ added: 20, known: 30 });
  });

  it('counts people who had said no, and does not revive them', async () => {
    const { book } = openBook();
    await book.withdraw({ address: '+79990000012', occurredAt: new Date('2026-01-15T00:00:00Z'), evidence: { method: 'reply', grade: 'A' } });
    expect((await run(book)).summary.withdrawn).toBeGreaterThan(0);
    const [decision] = await book.decide([
      { subject: book.subject('+79990000012'), kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at: day(1) },
    ]);
    expect(decision).toMatchObject({ allowed: false, reason: 'consent-withdrawn' });
  });

  it('takes acts and withdrawals over, each row with its own sender, method and grade', async () => {
    const { book } = openBook();
    const text = [
      'phone,event,sender,purposes,channels,occurred_at,method,grade,country',
      '+79990000021,granted,acme,offers,sms,2026-01-10,web-form,B,',
      '8 999 000-00-21,withdrawn,,,,2026-01-20,reply,A,RU',
      '07700 900123,granted,acme,offers,sms|whatsapp,2026-01-10,double-opt-in,a,gb',
      '+79990000022,granted,,offers,sms,2026-01-10,web-form,B,',
      '+79990000022,dreamt,acme,offers,sms,2026-01-10,web-form,B,',
      '+79990000022,granted,acme,offers,sms,2026-01-10,telepathy,B,',
    ].join('\n');
    const mapping = {
      phone: 'phone',
      event: 'event',
      sender: 'sender',
      purposes: 'purposes',
      channels: 'channels',
      occurredAt: 'occurred_at',
      method: 'method',
      grade: 'grade',
      country: 'country',
    };
    const setup = { mapping, sender: undefined, defaults: {} };
    const { summary, errors } = await run(book, setup, text);
    expect(summary).toEqual({ read: 6, added: 3, known: 0, failed: 3, withdrawn: 0, events: { imported: 0, granted: 2, withdrawn: 1 } });
    expect(errors.map(({ line, column }) => [line, column])).toEqual([
      [5, 'sender'],
      [6, 'event'],
      [7, 'method'],
    ]);
    const question = { kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at: day(1) } as const;
    const decisions = await book.decide(['+79990000021', '+447700900123'].map((phone) => ({ ...question, subject: book.subject(phone) })));
    expect(decisions).toMatchObject([
      { allowed: false, reason: 'consent-withdrawn' },
      { allowed: true, record: { kind: 'granted', jurisdiction: 'GB', evidence: { method: 'double-opt-in', grade: 'A' } } },
    ]);
    expect((await run(book, setup, text)).summary).toMatchObject({ added: 0, known: 3 });
  });
});
