import { describe, expect, it, vi } from 'vitest';
import {
  type ConsentStore,
  createConsentBook,
  type GrantAct,
  memoryConsentStore,
  memoryKeyStore,
  noFence,
  type SubjectRef,
} from '../../src/consent/index.ts';
import { StoreConflictError } from '../../src/errors.ts';
import { countingIds, day, openBook, start } from './support.ts';

const anna = '+447700900123';
const evidence = { method: 'web-form', grade: 'B', sourceUrl: 'https://shop.example/club?visitor=anna' } as const;
const offers = { sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence } as const;
const offersOf = (subject: SubjectRef) => ({ subject, kind: 'marketing', sender: 'acme', channel: 'sms', purpose: 'offers', at: day(30) }) as const;

describe('ConsentBook', () => {
  it('grants, decides and withdraws for one person', async () => {
    const { book } = openBook();
    const subject = book.subject(anna);
    const grant = await book.grant({ address: anna, ...offers });
    expect(grant).toMatchObject({ subject, tenant: 'acme', kind: 'granted', sequence: 1, previousHash: null, occurredAt: start, recordedAt: start });
    expect(await book.decide([offersOf(subject), { ...offersOf(subject), channel: 'viber' }])).toMatchObject([
      { allowed: true, record: { id: grant.id } },
      { allowed: false, reason: 'consent-other-channel' },
    ]);
    const withdrawal = await book.withdraw({ subject, evidence: { method: 'reply', grade: 'A' } });
    expect(withdrawal).toMatchObject({ complete: true, inFlight: [] });
    expect(await book.decide([offersOf(subject)])).toMatchObject([
      { allowed: false, reason: 'consent-withdrawn', record: { id: withdrawal.recordId, previousHash: grant.hash } },
    ]);
  });

  it('appends the withdrawal before it closes the gate, and closes it before it answers', async () => {
    const order: string[] = [];
    const note = <T>(what: string, answer: T): T => {
      order.push(what);
      return answer;
    };
    const store = memoryConsentStore();
    const inFlight = [{ deliveryId: 'd1', stepKey: 's1', channel: 'sms', provider: 'smsc', startedAt: start }];
    const { book } = openBook({
      store: { ...store, append: (records) => note('append', store.append(records)) },
      fence: { close: (subject, deadline) => note(`close ${subject} ${deadline.toISOString()}`, Promise.resolve({ complete: false, inFlight })) },
    });
    const result = await book.withdraw({ address: anna, evidence, drainMs: 1_500 });
    expect(order).toEqual(['append', `close ${book.subject(anna)} 2026-03-01T10:00:01.500Z`]);
    expect(result).toMatchObject({ complete: false, inFlight });
  });

  it('does not acknowledge a withdrawal that could not be stored or fenced', async () => {
    const store = memoryConsentStore();
    const failing: ConsentStore = { ...store, append: async () => Promise.reject(new Error('disk full')) };
    await expect(openBook({ store: failing }).book.withdraw({ address: anna, evidence })).rejects.toThrow('disk full');
    const { book } = openBook({ store, fence: { close: async () => Promise.reject(new Error('no answer')) } });
    await expect(book.withdraw({ address: anna, evidence })).rejects.toThrow('no answer');
    expect((await book.history(book.subject(anna))).map((r) => r.kind)).toEqual(['withdrawn']);
  });

  it('lets concurrent writers of one chain all through', async () => {
    const { book, options } = openBook();
    const other = createConsentBook({ ...options, newId: countingIds('other') });
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? book : other).withdraw({ address: anna, evidence })));
    const chain = await book.history(book.subject(anna));
    expect(chain.map((r) => r.sequence)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    for (const [i, r] of chain.entries()) expect(r.previousHash).toBe(i === 0 ? null : chain[i - 1]!.hash);
  });

  it('gives up on a store that conflicts for ever', async () => {
    const store: ConsentStore = { ...memoryConsentStore(), append: async () => Promise.reject(new StoreConflictError('always')) };
    await expect(openBook({ store }).book.grant({ address: anna, ...offers })).rejects.toBeInstanceOf(StoreConflictError);
  });

  it('grants thousands in one append, several for one person in order', async () => {
    const store = memoryConsentStore();
    const append = vi.fn(store.append);
    const { book } = openBook({ store: { ...store, append } });
    const acts: GrantAct[] = Array.from({ length: 2_000 }, (_, i) => ({ address: `+4477009${String(i % 1_000).padStart(5, '0')}`, ...offers }));
    const written = await book.grantMany(acts);
    expect(append).toHaveBeenCalledTimes(1);
    expect(written.map((w) => w.record.sequence)).toEqual(acts.map((_, i) => (i < 1_000 ? 1 : 2)));
  });

  it('adds an act with a known id once', async () => {
    const { book } = openBook();
    const act = { address: anna, ...offers, id: 'form-17' };
    expect(await book.grantMany([act, act])).toMatchObject([{ added: true }, { added: false }]);
    expect(await book.import([{ ...act, occurredAt: start }])).toMatchObject([{ added: false, record: { kind: 'granted' } }]);
    expect(await book.history(book.subject(anna))).toHaveLength(1);
  });

  it('keeps personal fields encrypted and gives them back to the holder of the keys', async () => {
    const { book, options } = openBook();
    await book.grant({ address: anna, ...offers, note: 'Anna at the desk', details: { ip: '192.0.2.7' } });
    const page = await options.store.scan(0, 10);
    expect(JSON.stringify(page)).not.toMatch(/7700900123|Anna|192\.0\.2\.7|visitor/);
    expect((await book.history(book.subject(anna)))[0]?.personal).toEqual({
      address: anna,
      note: 'Anna at the desk',
      sourceUrl: evidence.sourceUrl,
      details: { ip: '192.0.2.7' },
    });
    const stranger = createConsentBook({ ...options, secret: Buffer.alloc(32, 8) });
    expect((await stranger.history(book.subject(anna)))[0]?.personal).toBeNull();
  });

  it('erases a person: key gone, gate closed, refusal left, others readable', async () => {
    const close = vi.fn(noFence.close);
    const { book } = openBook({ fence: { close } });
    const other = '+447700900124';
    await book.grantMany([anna, other].map((address) => ({ address, ...offers })));
    const erasure = await book.erase({ address: anna, evidence: { method: 'staff', grade: 'B' }, reason: 'request' });
    expect(erasure).toMatchObject({
      records: 1,
      categories: ['address', 'source-url'],
      complete: true,
      record: { kind: 'erased', reason: 'request' },
    });
    expect(close.mock.calls.map(([subject]) => subject)).toEqual([book.subject(anna)]);
    expect((await book.history(book.subject(anna))).map((r) => r.personal)).toEqual([null, undefined]);
    expect((await book.history(book.subject(other)))[0]?.personal?.address).toBe(other);
    expect(await book.decide([offersOf(book.subject(anna)), offersOf(book.subject(other))])).toMatchObject([{ reason: 'erased' }, { allowed: true }]);
  });

  it('does not let the address of an erased person back in with a later refusal', async () => {
    const { book, options } = openBook();
    await book.grant({ address: anna, ...offers });
    await book.erase({ address: anna, evidence: { method: 'staff', grade: 'B' }, reason: 'request' });
    await book.withdraw({ address: anna, evidence: { method: 'reply', grade: 'A' } });
    expect((await book.history(book.subject(anna))).map((r) => r.personal)).toEqual([null, undefined, undefined]);
    expect((await options.keys!.get([book.subject(anna)])).size).toBe(0);
  });

  it('says so when it cannot erase for want of a key store', async () => {
    const { book } = openBook({ keys: undefined });
    await expect(book.erase({ address: anna, evidence, reason: 'request' })).rejects.toMatchObject({ code: 'invalid-options' });
    expect(await book.history(book.subject(anna))).toEqual([]);
  });

  it('keeps tenants apart although they share a secret', () => {
    const { book, options } = openBook();
    expect(createConsentBook({ ...options, tenant: 'other' }).subject(anna)).not.toBe(book.subject(anna));
  });

  it('exports everything in the order it was recorded', async () => {
    const { book } = openBook({ keys: memoryKeyStore() });
    const addresses = Array.from({ length: 1_203 }, (_, i) => `+4477009${String(i).padStart(5, '0')}`);
    await book.grantMany(addresses.map((address) => ({ address, ...offers })));
    const exported: (string | undefined)[] = [];
    for await (const record of book.exportAll()) exported.push(record.personal?.address);
    expect(exported).toEqual(addresses);
  });

  it('shares one read among the callers of a turn', async () => {
    const store = memoryConsentStore();
    const load = vi.fn(store.load);
    const { book } = openBook({ store: { ...store, load } });
    await Promise.all(Array.from({ length: 50 }, (_, i) => book.decide([offersOf(book.subject(`person ${i}`))])));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it.each([{ tenant: '' }, { secret: Buffer.alloc(16) }])('refuses unusable options %#', (options) => {
    expect(() => openBook(options)).toThrow(expect.objectContaining({ code: 'invalid-options' }));
  });
});
