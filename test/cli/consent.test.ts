import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/cli/consent/open-ledger.ts';
import { consent } from '../../src/cli/consent.ts';
import { verify } from '../../src/cli/verify.ts';
import { sha256Hex } from '../../src/ledger/hash.ts';
import { type Run, run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'consent-'));
const store = join(folder, 'store');
const anna = '+79990000031';
const boris = '+79990000032';
const notice = { version: '3', language: 'ru', text: 'Хочу получать рекламу «Розового Слона» по SMS.' };

const licet = (...args: readonly string[]): Promise<Run> => run(consent, [args[0]!, '--store', store, ...args.slice(1)]);
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const lines = (text: string): readonly Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
/** windows-1251 for the letters used here. */
const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });

const list = file('crm.csv', cp1251(`Телефон;Дата;Имя\n8 999 000-00-31;2026-02-01;Анна\n${boris};2026-02-02;=cmd|calc\nнет;2026-02-02;Вера\n`));
const settings = ['--input', list, '--sender', 'acme', '--purpose', 'offers', '--channel', 'sms', '--country', 'RU'];
const mapping = ['--map', 'phone=Телефон', '--map', 'occurredAt=Дата', '--map', 'note=Имя'];

beforeAll(async () => {
  const first = await licet('import', ...settings, ...mapping);
  expect(first.out).toContain('3 rows read: 2 added');
  expect(first.err).toContain('line 4: column "Телефон"');
  expect(first.code).toBe(2);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('licet consent import', () => {
  it('keeps the secret beside the store, for this user alone', () => {
    expect(statSync(join(store, 'licet-secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(store, 'licet-secret'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/u);
  });

  it('adds nothing the second time, and a dry run writes nothing', async () => {
    expect(JSON.parse((await licet('import', ...settings, ...mapping, '--format', 'jsonl')).out)).toMatchObject({ added: 0, known: 2, failed: 1 });
    const more = file('more.jsonl', `{"phone":"+79990000039","occurred_at":"2026-02-03","sender":"acme","channels":["sms"],"purposes":["offers"]}\n`);
    expect(JSON.parse((await licet('import', more, '--dry-run', '--format', 'jsonl')).out)).toMatchObject({ dryRun: true, added: 1, failed: 0 });
    expect((await licet('history', '+79990000039')).out).toContain('no records');
  });

  it('tries a list on a store that is not there yet without making one', async () => {
    const nowhere = join(folder, 'nowhere');
    const { out } = await run(consent, ['import', '--store', nowhere, ...settings, ...mapping, '--dry-run', '--format', 'jsonl']);
    expect(JSON.parse(out)).toMatchObject({ dryRun: true, added: 2, failed: 1 });
    expect(existsSync(nowhere)).toBe(false);
  });

  it.each([
    ['a column that is not there', ['--map', 'phone=Номер'], /lacks the column Номер/u],
    ['a field that is none', ['--map', 'fone=Телефон'], /--map takes FIELD=COLUMN/u],
    ['a grade that is none', ['--grade', 'Z'], /--grade takes/u],
    ['a channel that is none', ['--channel', 'fax'], /--channel takes/u],
    ['an encoding that is none', ['--encoding', 'koi8-r'], /--encoding takes/u],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await licet('import', ...settings, ...mapping, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('licet consent import --notices', () => {
  const shown = [notice, { version: '1', language: 'en', text: 'Messages, please' }];
  const texts = file('notices.jsonl', shown.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const rows = (...lines: readonly string[]): string =>
    file('noted.csv', ['phone,occurred_at,sender,purposes,channels,notice_version,notice_language,notice_hash', ...lines].join('\n'));
  const other = join(folder, 'noted');
  const noted = (...args: readonly string[]): Promise<Run> => run(consent, [args[0]!, '--store', other, ...args.slice(1)]);

  it('keeps the texts, binds each row to its own, and proves with them', async () => {
    const list = rows(
      `${anna},2026-02-01,acme,offers,sms,3,ru,`,
      `${boris},2026-02-01,acme,offers,sms,1,en,${sha256Hex('Messages, please')}`,
      '+79990000038,2026-02-01,acme,offers,sms,1,ru,',
      `+79990000037,2026-02-01,acme,offers,sms,1,en,${'0'.repeat(64)}`,
      '+79990000036,2026-02-01,acme,offers,sms,,ru,',
    );
    const { out, err } = await noted('import', list, '--notices', texts, '--format', 'jsonl');
    expect(JSON.parse(out)).toMatchObject({ added: 2, failed: 3 });
    expect(err).toContain('line 4: column "notice_version": expected a text under this version and language');
    expect(err).toContain('line 5: column "notice_hash"');
    expect(err).toContain('line 6: column "notice_version"');
    const [record] = lines((await noted('history', anna, '--format', 'jsonl')).out);
    expect(record).toMatchObject({ evidence: { notice: { hash: sha256Hex(notice.text), version: '3', language: 'ru' } } });
    const proof = join(folder, 'noted-proof');
    expect((await noted('prove', anna, '--output', proof)).out).toContain('1 records proven');
    expect(JSON.parse(readFileSync(join(proof, 'bundle.json'), 'utf8')).notices).toMatchObject([{ text: notice.text }]);
  });

  it('carries the texts’ hashes through an export', async () => {
    const csv = join(folder, 'noted-export.csv');
    await noted('export', '--format', 'csv', '--output', csv);
    const third = join(folder, 'third');
    await run(consent, ['import', csv, '--store', third]);
    const [record] = lines((await run(consent, ['history', boris, '--store', third, '--format', 'jsonl'])).out);
    expect(record).toMatchObject({ evidence: { notice: { hash: sha256Hex('Messages, please'), version: '1', language: 'en' } } });
  });
});

describe('licet consent check', () => {
  const scope = ['--sender', 'acme', '--channel', 'sms', '--purpose', 'offers'];

  it('answers with the record relied on, and 1 when anybody may not be written to', async () => {
    const allowed = await licet('check', anna, ...scope);
    expect(allowed.code).toBe(0);
    expect(allowed.out).toMatch(/^\+79990000031 {2}allowed \(imported 2026-02-01T00:00:00.000Z, grade C/u);
    const mixed = file(
      'ask.jsonl',
      `{"id":1,"phone":"${anna}"}\n{"id":2,"phone":"+79990000099"}\n{"id":3,"phone":"${anna}","channel":"max"}\n{"id":4,"phone":"${anna}","channel":"whatsapp"}\n{"id":5,"phone":"+3546111234"}\n`,
    );
    const { code, out } = await licet('check', '--input', mixed, ...scope, '--format', 'jsonl');
    expect(code).toBe(1);
    expect(lines(out)).toMatchObject([
      { id: '1', allowed: true, record: { kind: 'imported', grade: 'C' } },
      { id: '2', allowed: false, reason: 'no-consent', record: null },
      { id: '3', allowed: false, reason: 'consent-other-channel' },
      { id: '4', allowed: false, reason: 'channel-barred', record: null },
      { id: '5', allowed: false, reason: 'no-law-pack', record: null },
    ]);
  });

  it('looks back to a moment', async () => {
    const { out } = await licet('check', anna, ...scope, '--at', '2026-01-15T10:00:00Z', '--format', 'jsonl');
    expect(JSON.parse(out)).toMatchObject({ allowed: false, reason: 'no-consent' });
  });

  it('names bad lines and goes on', async () => {
    const asked = file('bad.jsonl', `{"phone":"nobody"}\nnot json\n{"id":"x","phone":"${boris}"}\n{"phone":"${boris}","channel":"fax"}\n`);
    const { code, out, err } = await licet('check', '--input', asked, ...scope);
    expect(code).toBe(2);
    expect(out).toMatch(/^x {2}allowed/u);
    expect(err.trim().split('\n')).toMatchObject([
      expect.stringMatching(/^line 1: field "phone": expected a phone number/u),
      expect.stringMatching(/^line 2: expected a JSON object/u),
      expect.stringMatching(/^line 4: field "channel": expected one of/u),
    ]);
  });
});

describe('licet consent prove', () => {
  it('writes a bundle that the verifiers accept, and the pages', async () => {
    const book = file('notices.jsonl', `${JSON.stringify(notice)}\n`);
    const out = join(folder, 'proof');
    const { code, err } = await licet('prove', anna, '--output', out, '--notices', book, '--name', 'acme.example/consent');
    expect([code, err]).toEqual([0, '']);
    expect((await run(verify, [join(out, 'bundle.json'), '--key', join(out, 'key.txt')])).code).toBe(0);
    expect(readFileSync(join(out, 'key.txt'), 'utf8')).toMatch(/^acme\.example\/consent\+/u);
    expect(readFileSync(join(out, 'bundle.html'), 'utf8')).toContain(anna);
    expect(sha256Hex(readFileSync(join(out, 'verify.mjs'), 'utf8'))).toBe(sha256Hex(readFileSync('src/proof/standalone/verify.mjs', 'utf8')));
    expect(statSync(join(store, 'licet-signer-default.json')).mode & 0o777).toBe(0o600);
    const closed = join(folder, 'closed');
    await licet('prove', anna, '--output', closed, '--closed');
    expect(readFileSync(join(closed, 'key.txt'), 'utf8')).toBe(readFileSync(join(out, 'key.txt'), 'utf8'));
    expect(readFileSync(join(closed, 'bundle.html'), 'utf8')).not.toContain(anna.slice(1));
  });

  it('says that it does not know a person', async () => {
    const { code, err } = await licet('prove', '+79990000098', '--output', join(folder, 'nobody'));
    expect(code).toBe(2);
    expect(err).toContain('expected a person the ledger knows');
    expect(existsSync(join(folder, 'nobody'))).toBe(false);
  });
});

describe('licet consent withdraw, history, export and erase', () => {
  it('withdraws for good and shows it', async () => {
    expect((await licet('withdraw', anna, '--dry-run')).out).toContain('would be withdrawn; 1 records so far');
    const { code, out } = await licet('withdraw', anna, '--sender', 'acme', '--method', 'call', '--reason', 'complaint', '--format', 'jsonl');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ id: anna, recorded: true, complete: true, inFlight: [] });
    const check = await licet('check', anna, '--sender', 'acme', '--channel', 'sms', '--purpose', 'offers');
    expect([check.code, check.out]).toEqual([1, expect.stringContaining('consent-withdrawn')]);
    const history = await licet('history', anna, '--format', 'jsonl');
    expect(lines(history.out)).toMatchObject([
      { kind: 'imported', personal: { address: anna, note: 'Анна' } },
      { kind: 'withdrawn', reason: 'complaint', evidence: { method: 'call' } },
    ]);
  });

  it('answers a person with records and messages, and with nobody else’s', async () => {
    const opened = await openLedger({ store }, { now: () => new Date('2026-04-01T09:00:00Z') }, { use: 'write' });
    await opened.stores.deliveryStore.insert(
      [anna, boris].map((phone, index) => ({
        request: {
          id: `d-${index}`,
          idempotencyKey: `k-${index}`,
          subject: opened.book.subject(phone),
          phone,
          country: 'RU',
          kind: 'transactional',
          sender: 'acme',
          template: 'order-ready',
          values: { order: `№ 4711-${index}` },
          plan: { id: 'service', version: '1' },
          validUntil: new Date('2026-04-02T09:00:00Z'),
        },
      })),
    );
    await opened.close();
    const page = join(folder, 'answer.html');
    expect((await licet('answer', anna, '--language', 'ru', '--output', page)).code).toBe(0);
    const html = readFileSync(page, 'utf8');
    for (const text of ['Что мы храним о вас', 'Согласие отозвано', 'Сообщений: 1', '№ 4711-0']) expect(html).toContain(text);
    for (const other of ['4711-1', boris]) expect(html).not.toContain(other);
    expect(statSync(page).mode & 0o777).toBe(0o600);
    const json = await licet('answer', anna, '--received', '2026-04-30T12:00:00Z', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      due: { dueAt: '2026-05-14T12:00:00.000Z', pack: 'ru' },
      records: [{ kind: 'imported' }, { kind: 'withdrawn' }],
      deliveries: [{ request: { phone: anna, template: 'order-ready' }, state: 'planned' }],
    });
    expect((await licet('answer', anna, boris)).code).toBe(2);
    expect((await licet('answer', 'nobody')).code).toBe(2);
    expect((await licet('answer', anna, '--received', 'yesterday')).code).toBe(2);
  });

  it('exports CSV that a spreadsheet does not run and that can be imported again', async () => {
    const csv = join(folder, 'all.csv');
    expect((await licet('export', '--format', 'csv', '--output', csv)).err).toContain('3 records');
    expect(statSync(csv).mode & 0o777).toBe(0o600);
    const text = readFileSync(csv, 'utf8');
    expect(text).toContain(`'${anna},imported,acme,offers,sms,2026-02-01T00:00:00.000Z`);
    expect(text).toContain("'=cmd|calc");
    for (const cell of text.split(/[,\n]/u)) expect(cell).not.toMatch(/^[=+@-]/u);
    const other = join(folder, 'other');
    const again = await run(consent, ['import', csv, '--store', other, '--format', 'jsonl']);
    expect(JSON.parse(again.out)).toMatchObject({ added: 3, failed: 0, events: { imported: 2, withdrawn: 1 } });
    const back = await run(consent, ['history', boris, '--store', other, '--format', 'jsonl']);
    expect(lines(back.out)[0]).toMatchObject({ personal: { address: boris, note: '=cmd|calc' } });
  });

  it('erases, draws up the act, and leaves the others’ proofs valid', async () => {
    const details = file(
      'act.json',
      JSON.stringify({
        operator: { name: 'ООО «Слон»', address: 'Пермь' },
        destroyedBy: [{ name: 'И. Иванов', position: 'оператор' }],
        systems: ['CRM'],
      }),
    );
    const args = ['erase', boris, '--reason', 'request', '--act', details, '--output', join(folder, 'acts'), '--format', 'jsonl'];
    expect(JSON.parse((await licet(...args, '--dry-run')).out)).toEqual({ id: boris, erased: false, records: 1 });
    const { code, out } = await licet(...args);
    expect(code).toBe(0);
    const done = JSON.parse(out);
    expect(done).toMatchObject({ erased: true, categories: ['address', 'note'], records: 1 });
    expect(readFileSync(done.act, 'utf8')).toContain('Акт об уничтожении персональных данных');
    const { out: dump } = await licet('export');
    expect(dump).not.toContain(boris.slice(1));
    expect(dump).not.toContain('cmd|calc');
    const proof = join(folder, 'after');
    await licet('prove', anna, '--output', proof);
    expect((await run(verify, [join(proof, 'bundle.json'), '--key', join(proof, 'key.txt')])).code).toBe(0);
  });

  it('compares a provider’s list with the ledger, and says in the list’s own columns what it lacks', async () => {
    const list = file(
      'blocked.jsonl',
      `${[`{"sender":"ACME","destination":"79990000033","sourceType":"MO","channel":"SMS","accountKey":"K","createdDate":"2026-02-09T12:36:42.123Z"}`, `{"destination":"someone@example.com","sourceType":"CUSTOM","channel":"EMAIL","accountKey":"K","createdDate":"2026-02-09T12:36:42.123Z"}`].join('\n')}\n`,
    );
    const missing = join(folder, 'missing.csv');
    const args = ['reconcile', list, '--provider', 'infobip', '--channel', 'sms', '--sender', 'acme', '--missing', missing, '--format', 'jsonl'];
    expect(JSON.parse((await licet(...args, '--dry-run')).out)).toMatchObject({ dryRun: true, read: 1, added: 1 });
    expect(JSON.parse((await licet(...args)).out)).toEqual({ dryRun: false, read: 1, added: 1, known: 0, failed: 0, agreedAgain: 0, missing: 2 });
    // of the two, one is erased and has no number any more
    expect(readFileSync(missing, 'utf8')).toMatch(/^destination,channel,createdDate\r\n79990000031,SMS,\d{4}-[^,]+Z\r\n$/u);
    expect(statSync(missing).mode & 0o777).toBe(0o600);
    expect((await licet('history', '+79990000033')).out).toMatch(/withdrawn.*provider-list/u);
    const back = await licet('reconcile', missing, '--provider', 'infobip', '--channel', 'sms', '--sender', 'acme', '--format', 'jsonl');
    expect(JSON.parse(back.out)).toMatchObject({ read: 1, known: 1, added: 0 });
    expect((await licet('reconcile', list, '--provider', 'acme-sms', '--channel', 'sms')).err).toContain('give --phone COLUMN');
    const own = file('own.csv', `Номер;Дата\n8 999 000-00-34;2026-02-10 09:00:00\n`);
    const ownArgs = ['--provider', 'acme-sms', '--phone', 'Номер', '--when', 'Дата', '--channel', 'sms', '--country', 'RU'];
    expect((await licet('reconcile', own, ...ownArgs)).out).toContain('1 opt-outs read: 1 recorded');
  });

  it.each([
    ['no word', [], /takes one of import, check/u],
    ['an unknown word', ['guess', '--store', 'x'], /"guess" is none/u],
    ['no store', ['history', anna], /--store DIR/u],
    ['a store that is not there', ['history', anna, '--store', '/nonexistent/licet'], /There is no store/u],
    ['an erasure without a reason', ['erase', anna, '--store', store], /Give --reason/u],
    ['a database without keys', ['history', anna, '--database-url', 'postgres://localhost/x'], /give --keys DIR/u],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await run(consent, args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('refuses to work with another secret, or to make a new one for people who are there', async () => {
    const kept = readFileSync(join(store, 'licet-secret'), 'utf8');
    writeFileSync(join(store, 'licet-secret'), `${'ab'.repeat(32)}\n`);
    expect((await licet('history', anna)).err).toContain('is not the one this ledger was written with');
    unlinkSync(join(store, 'licet-secret'));
    expect((await licet('import', ...settings, ...mapping)).err).toContain('opt-outs included');
    expect(existsSync(join(store, 'licet-secret'))).toBe(false);
    writeFileSync(join(store, 'licet-secret'), kept);
    expect((await licet('history', anna)).code).toBe(0);
  });
});
