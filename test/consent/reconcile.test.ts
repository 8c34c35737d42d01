import { describe, expect, it } from 'vitest';
import {
  type ConsentBook,
  csvLine,
  type ImportError,
  type MissingOptOut,
  optOutColumns,
  optOutListFormats,
  type ReconcileOptions,
  type Reconciliation,
  readCsv,
  reconcile,
  writeOptOut,
} from '../../src/consent/index.ts';
import { readOptOut } from '../../src/consent/lists/reconcile-format.ts';
import { plainCell } from '../../src/consent/lists/write-csv.ts';
import { day, openBook } from './support.ts';

async function* textOf(text: string): AsyncIterable<string> {
  yield text;
}
const phones = ['+79990000051', '+79990000052', '+79990000053', '+79990000054'] as const;
const [anna, boris, vera, gleb] = phones;
const offers = { sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence: { method: 'web-form', grade: 'B' } } as const;
const reply = { method: 'reply', grade: 'A' } as const;

interface Done {
  readonly result: Reconciliation;
  readonly errors: readonly ImportError[];
  readonly missing: readonly (string | null)[];
}

async function compare(book: ConsentBook, text: string, more: Partial<ReconcileOptions> = {}): Promise<Done> {
  const errors: ImportError[] = [];
  const missing: (string | null)[] = [];
  const result = await reconcile(book, readCsv(textOf(text)), {
    provider: 'twilio',
    format: { phone: 'number', occurredAt: 'when' },
    sender: 'acme',
    channels: ['sms'],
    asOf: day(10),
    onError: (error) => errors.push(error),
    onMissing: ({ address }) => void missing.push(address),
    ...more,
  });
  return { result, errors, missing };
}
const reasonOf = async (book: ConsentBook, phone: string): Promise<string> => {
  const [decision] = await book.decide([
    { subject: book.subject(phone), kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at: day(20) },
  ]);
  return decision!.allowed ? 'allowed' : decision!.reason;
};

describe('reconcile', () => {
  it('records what only the provider knows and names what only the ledger knows', async () => {
    const { book } = openBook();
    await book.grantMany(phones.map((address) => ({ address, ...offers, occurredAt: day(0) })));
    await book.withdraw({ address: boris, evidence: reply, occurredAt: day(2) });
    await book.withdraw({ address: vera, evidence: reply, occurredAt: day(2) });
    const list = `number,when\n${anna},${day(3).toISOString()}\n${boris},${day(3).toISOString()}\nnobody,x\n`;
    const dry = await compare(book, list, { dryRun: true });
    expect(await reasonOf(book, anna)).toBe('allowed');
    const { result, errors, missing } = await compare(book, list);
    expect(result).toEqual({ read: 3, added: 1, known: 1, failed: 1, agreedAgain: 0, missing: 1 });
    expect(dry.result).toEqual(result);
    expect(errors).toMatchObject([{ line: 4, column: 'number' }]);
    expect(missing).toEqual([vera]);
    expect(await Promise.all(phones.map((phone) => reasonOf(book, phone)))).toEqual([
      'consent-withdrawn',
      'consent-withdrawn',
      'consent-withdrawn',
      'allowed',
    ]);
    expect((await book.history(book.subject(anna))).at(-1)).toMatchObject({
      kind: 'withdrawn',
      sender: 'acme',
      channels: ['sms'],
      evidence: { method: 'provider', actor: 'twilio' },
      occurredAt: day(3),
    });
    expect((await compare(book, list)).result).toMatchObject({ added: 0, known: 2 });
  });

  it('takes an opt-out without a time for one of the day of the list, and does not take a new consent back twice', async () => {
    const { book, clock } = openBook();
    await book.grant({ address: anna, ...offers, occurredAt: day(0) });
    clock.set(day(10));
    const list = `number,when\n${anna},\n${anna},\n`;
    expect((await compare(book, list)).result).toMatchObject({ added: 1, known: 1 });
    expect(await reasonOf(book, anna)).toBe('consent-withdrawn');
    clock.set(day(12));
    await book.grant({ address: anna, ...offers });
    expect((await compare(book, list, { asOf: day(14) })).result).toMatchObject({ added: 0, agreedAgain: 1 });
    expect(await reasonOf(book, anna)).toBe('allowed');
    clock.set(day(14));
    const again = `number,when\n${anna},${day(13).toISOString()}\n`;
    expect((await compare(book, again)).result).toMatchObject({ added: 1 });
    expect(await reasonOf(book, anna)).toBe('consent-withdrawn');
  });

  it('does not revive or repeat anything for people whose withdrawal is narrower than the list', async () => {
    const { book } = openBook();
    await book.grant({ address: gleb, ...offers, occurredAt: day(0) });
    await book.withdraw({ address: gleb, sender: 'acme', channels: ['whatsapp'], evidence: reply, occurredAt: day(1) });
    const { result, missing } = await compare(book, `number,when\n${gleb},${day(2).toISOString()}\n`);
    expect([result.added, missing]).toEqual([1, []]);
    expect(await reasonOf(book, gleb)).toBe('consent-withdrawn');
  });

  it('does not count a suppression that was lifted', async () => {
    const { book, clock } = openBook();
    await book.grant({ address: anna, ...offers, occurredAt: day(0) });
    await book.suppress({ address: anna, reason: 'complaint', evidence: reply });
    clock.set(day(1));
    await book.unsuppress({ address: anna, evidence: { method: 'staff', grade: 'B' } });
    clock.set(day(5));
    expect(await reasonOf(book, anna)).toBe('allowed');
    expect((await compare(book, `number,when\n${anna},${day(3).toISOString()}\n`)).result).toMatchObject({ added: 1 });
    expect(await reasonOf(book, anna)).toBe('consent-withdrawn');
  });

  it('hands out erased people without an address', async () => {
    const { book } = openBook();
    await book.grant({ address: anna, ...offers, occurredAt: day(0) });
    await book.erase({ address: anna, reason: 'request', evidence: { method: 'staff', grade: 'B' } });
    expect((await compare(book, 'number,when\n')).missing).toEqual([null]);
  });

  it('reads the İYS and Twilio fields, refusals only', async () => {
    const { book } = openBook();
    const iys =
      'recipient,type,status,consentDate\n+905550000001,MESAJ,RET,2026-03-02 01:30:00\n+905550000002,MESAJ,ONAY,2026-03-02 01:30:00\n+905550000003,EPOSTA,RET,2026-03-02 01:30:00\n';
    expect((await compare(book, iys, { provider: 'iys', format: optOutListFormats.iys })).result).toMatchObject({ read: 1, added: 1 });
    expect((await book.history(book.subject('+905550000001')))[0]!.occurredAt).toEqual(new Date('2026-03-01T22:30:00Z'));
    const twilio = 'contact_id,status,date_of_consent\n+12025550101,opt-out,2026-03-02T01:30:00Z\n+12025550102,opt-in,2026-03-02T01:30:00Z\n';
    expect((await compare(book, twilio, { format: optOutListFormats.twilio })).result).toMatchObject({ read: 1, added: 1 });
  });
});

describe('a list that names channels', () => {
  const both = { sender: 'acme', channels: ['sms', 'viber'], purposes: ['offers'], evidence: { method: 'web-form', grade: 'B' } } as const;
  const infobip = { provider: 'infobip', format: optOutListFormats.infobip } as const;
  const said = '2026-03-04T12:36:42.123Z';
  const list = (...rows: readonly string[]): string => `sender,destination,sourceType,channel,accountKey,createdDate\n${rows.join('\n')}\n`;
  const on = (rows: readonly (readonly [address: string, channel: string])[]): string =>
    list(...rows.map(([address, channel]) => `ACME,${address},MO,${channel},KEY,${said}`));

  it('stops the channel it names, all of them without one, and passes over addresses that are no numbers', async () => {
    const { book } = openBook();
    await book.grantMany([anna, boris].map((address) => ({ address, ...both, occurredAt: day(0) })));
    const text = on([
      ['79990000051', 'VIBER'],
      ['79990000052', ''],
      ['someone@example.com', 'EMAIL'],
      ['someone@example.com', ''],
      ['urn:mbid:AQAA', 'APPLE_MB'],
      ['12025550101', 'VOICE_OUTBOUND_TTS'],
      ['7999', 'SMS'],
    ]);
    const { result, errors } = await compare(book, text, { ...infobip, channels: ['sms', 'viber'] });
    expect(result).toMatchObject({ read: 3, added: 2, failed: 1, missing: 0 });
    expect(errors).toMatchObject([{ column: 'destination' }]);
    const ask = async (phone: string, channel: 'sms' | 'viber') =>
      (await book.decide([{ subject: book.subject(phone), kind: 'marketing', sender: 'acme', channel, purpose: 'offers', at: day(20) }]))[0]!.allowed;
    expect([await ask(anna, 'sms'), await ask(anna, 'viber'), await ask(boris, 'sms'), await ask(boris, 'viber')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect((await book.history(book.subject(anna))).at(-1)).toMatchObject({ channels: ['viber'], occurredAt: new Date(said) });
    expect((await compare(book, text, { ...infobip, channels: ['sms', 'viber'] })).result).toMatchObject({ added: 0, known: 2 });
  });

  it('reads a channel that is not asked about as no row at all', async () => {
    const { book } = openBook();
    expect((await compare(book, on([['79990000051', 'VIBER']]), { ...infobip, channels: ['sms'] })).result).toMatchObject({ read: 0, added: 0 });
  });

  it('names for each person the channels the list lacks, in rows the provider reads back', async () => {
    const { book, clock } = openBook();
    clock.set(day(5));
    await book.withdraw({ address: anna, evidence: reply, occurredAt: day(2) });
    await book.withdraw({ address: boris, channels: ['sms'], evidence: reply, occurredAt: day(3) });
    const missing: MissingOptOut[] = [];
    const options = { ...infobip, channels: ['sms', 'viber'], onMissing: (one: MissingOptOut) => void missing.push(one) } as const;
    await compare(book, on([['79990000051', 'VIBER']]), options);
    expect(missing).toMatchObject([
      { address: anna, channels: ['sms'], occurredAt: day(2) },
      { address: boris, channels: ['sms'], occurredAt: day(3) },
    ]);
    const rows = missing.flatMap(({ address, ...one }) => writeOptOut({ ...one, phone: address! }, optOutListFormats.infobip));
    expect(rows[0]).toEqual({ destination: '79990000051', channel: 'SMS', createdDate: day(2).toISOString() });
    const columns = optOutColumns(optOutListFormats.infobip);
    const written = [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => csvLine(cells)).join('');
    const third = await compare(book, `${written}79990000051,VIBER,${said}\r\n`, options);
    expect(third.result).toMatchObject({ read: 3, known: 3, missing: 0 });
  });

  it.each(['iys', 'twilio', 'infobip'] as const)('reads back what it writes for %s', (name) => {
    const format = optOutListFormats[name];
    const one = { phone: '+905550000001', channels: ['sms', 'whatsapp'], occurredAt: new Date('2026-03-01T22:30:00Z') } as const;
    const read = writeOptOut(one, format).map((columns) => readOptOut({ line: 2, columns }, format));
    const channels = format.channel === undefined ? [null] : one.channels;
    expect(read).toEqual(channels.map((channel) => ({ line: 2, phone: one.phone, occurredAt: one.occurredAt, channel })));
  });
});

describe('csvLine', () => {
  it.each(['=1+1', '+79990000051', '-2', '@x', '\t=1', ' =1', '\r=1', '＝1', '\u200b=1', '"=1'])(
    'lets no spreadsheet run %j, and reads back the same',
    async (cell) => {
      const rows = [];
      for await (const row of readCsv(textOf(`a,b\r\n${csvLine([cell, 'x'])}`), { delimiter: ',' })) rows.push(row);
      const read = (rows[0] as { columns: Record<string, string> }).columns.a!;
      expect(read).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝]/u);
      expect(plainCell(read).replace('\r', '')).toBe(cell.replace('\r', ''));
    },
  );

  it('quotes what must be quoted and leaves the rest', () => {
    expect(csvLine(['plain', 'a"b', 'a,b', 'a;b', 'a\nb', undefined, "it's"])).toBe('plain,"a""b","a,b","a;b","a\nb",,it\'s\r\n');
  });
});
