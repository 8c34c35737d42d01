import { beforeEach, describe, expect, it } from 'vitest';
import { memoryDocumentStore } from '../../src/cascade/index.ts';
import { createEmitter } from '../../src/events.ts';
import { holdErasure } from '../../src/feedback/hold-erasure.ts';
import { type ComplaintBook, createComplaintBook } from '../../src/feedback/index.ts';
import type { LawPack } from '../../src/law/index.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { openBook } from '../consent/support.ts';

const anna = '+79990000041';
/** A Monday. */
const received = new Date('2026-11-23T12:00:00Z');
const hours = (count: number): Date => new Date(received.getTime() + count * 3_600_000);
const staff = (at: Date = received) => ({ by: 'desk-1', at });

let consent: ReturnType<typeof openBook>['book'];
let told: [string, Record<string, unknown>][];
let complaints: ComplaintBook;
const open = (id: string, more: Partial<Parameters<ComplaintBook['open']>[0]> = {}) =>
  complaints.open({ id, source: 'api', address: anna, receivedAt: received, text: 'Откуда у вас мой номер?', ...more } as Parameters<
    ComplaintBook['open']
  >[0]);

beforeEach(() => {
  consent = openBook().book;
  told = [];
  const events = createEmitter();
  for (const name of ['complaint-opened', 'complaint-moved', 'complaint-overdue'] as const)
    events.on(name, (event: object) => told.push([name, { ...event }]));
  complaints = createComplaintBook({ documents: memoryDocumentStore(), consent, law: [ru()], events });
});

describe('a complaint', () => {
  it('stops marketing with its words as evidence, and opens one case however often it comes', async () => {
    const [first, second] = await Promise.all([open('c-1'), open('c-1')]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ state: 'open', owner: null, country: 'RU', deadline: { pack: 'ru', confidence: 'unverified' } });
    const history = await consent.history(consent.subject(anna));
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ kind: 'withdrawn', id: 'c-1', reason: 'complaint', personal: { note: 'Откуда у вас мой номер?' } });
    expect(told).toEqual([['complaint-opened', { caseId: 'c-1', dueAt: first.dueAt }]]);
    expect(JSON.stringify(await complaints.list())).not.toMatch(/номер|9990000/u);
  });

  it('goes from state to state as it may, and keeps who did what', async () => {
    await open('c-1');
    await complaints.assign('c-1', 'olga', staff());
    await complaints.assign('c-1', 'olga', staff());
    await complaints.move('c-1', 'in-progress', staff(hours(1)));
    await complaints.move('c-1', 'answered', { ...staff(hours(2)), proofHash: 'b'.repeat(64) });
    await complaints.move('c-1', 'closed', staff(hours(3)));
    await expect(complaints.move('c-1', 'answered', staff(hours(4)))).rejects.toThrow(/one of in-progress, from closed/u);
    await expect(complaints.move('c-9', 'closed', staff())).rejects.toThrow(/no such complaint/u);
    const found = await complaints.find('c-1');
    expect(found?.steps.map(({ did, to }) => [did, to])).toEqual([
      ['opened', undefined],
      ['assigned', 'olga'],
      ['moved', 'in-progress'],
      ['moved', 'answered'],
      ['moved', 'closed'],
    ]);
    expect(found?.steps[3]?.proofHash).toBe('b'.repeat(64));
    expect(await complaints.find('c-9')).toBeUndefined();
  });

  it('is told as overdue once for each deadline, and not when it is answered', async () => {
    const { dueAt } = await open('c-1');
    await open('c-2');
    await complaints.move('c-2', 'answered', staff());
    told.length = 0;
    expect(await complaints.tellOverdue(dueAt)).toEqual([]);
    const after = new Date(dueAt.getTime() + 1);
    await complaints.tellOverdue(after);
    await complaints.tellOverdue(after);
    expect(told).toEqual([['complaint-overdue', { caseId: 'c-1', dueAt }]]);
  });

  it('takes the regulator’s deadline where it is the earlier one, and is told for it anew', async () => {
    const { dueAt } = await open('c-1');
    const regulator = { name: 'УФАС', reference: '08/1', dueAt: hours(48) };
    expect((await complaints.involveRegulator('c-1', regulator, staff())).dueAt).toEqual(hours(48));
    await complaints.tellOverdue(hours(49));
    expect(told.at(-1)).toEqual(['complaint-overdue', { caseId: 'c-1', dueAt: hours(48) }]);
    const later = await complaints.involveRegulator('c-1', { ...regulator, dueAt: new Date(dueAt.getTime() + 1) }, staff());
    expect(later.dueAt).toEqual(hours(48));
    expect(later.regulator).toMatchObject({ name: 'УФАС', reference: '08/1' });
  });

  it('is found by state, owner and person, the nearest deadline first', async () => {
    await open('late', { receivedAt: hours(24) });
    await open('early');
    await open('other', { address: '+447700900123', receivedAt: hours(1), country: 'GB' });
    await complaints.assign('early', 'olga', staff());
    await complaints.move('late', 'closed', staff(hours(25)));
    const ids = async (filter?: Parameters<ComplaintBook['list']>[0]) => (await complaints.list(filter)).map(({ id }) => id);
    expect(await ids({ subject: consent.subject(anna) })).toEqual(['early', 'late']);
    expect(await ids({ owner: 'olga' })).toEqual(['early']);
    expect(await ids({ owner: null, states: ['open'] })).toEqual(['other']);
    expect(await complaints.needs(consent.subject(anna))).toBe(true);
    await complaints.move('early', 'closed', staff(hours(25)));
    expect(await complaints.needs(consent.subject(anna))).toBe(false);
  });

  it('keeps what an answer needs: nobody with an open case is erased, unless told so', async () => {
    await open('early');
    const held = holdErasure(consent, complaints);
    const act = { address: anna, evidence: { method: 'staff', grade: 'B' }, reason: 'request' } as const;
    await expect(held.erase(act)).rejects.toMatchObject({ code: 'erasure-held' });
    expect((await consent.load([consent.subject(anna)])).get(consent.subject(anna))?.some(({ kind }) => kind === 'erased')).toBe(false);
    expect((await held.erase({ ...act, despiteOpenCase: true })).record.kind).toBe('erased');
    await complaints.move('early', 'closed', staff(hours(25)));
    expect((await held.erase({ ...act, id: 'again' })).record.kind).toBe('erased');
  });
});

describe('working days', () => {
  const base = ru();
  const pack = (country: string, workingDays: number): LawPack => ({
    ...base,
    id: country.toLowerCase(),
    country,
    holidays: [],
    deadlines: [{ ...base.deadlines.find((entry) => entry.workingDays !== undefined)!, duty: 'complaint', workingDays }],
  });
  const due = async (country: string, days: number, at: string) => {
    const book = createComplaintBook({ documents: memoryDocumentStore(), consent, law: [pack(country, days)], events: createEmitter() });
    return (await book.open({ id: 'c', source: 'api', address: anna, country, receivedAt: new Date(at) })).dueAt.toISOString();
  };

  it('leave out the weekend of the country', async () => {
    // a Thursday; Egypt rests on Friday and Saturday, Britain on Saturday and Sunday
    expect(await due('EG', 1, '2026-11-26T10:00:00Z')).toBe('2026-11-29T10:00:00.000Z');
    expect(await due('GB', 1, '2026-11-26T10:00:00Z')).toBe('2026-11-27T10:00:00.000Z');
    expect(await due('GB', 2, '2026-11-26T10:00:00Z')).toBe('2026-11-30T10:00:00.000Z');
  });

  it('begin on the day it is in the country', async () => {
    // Saturday morning in London is still Friday in Hawaii: Monday is the first working day either way
    expect(await due('US', 1, '2026-11-28T05:00:00Z')).toBe('2026-12-01T05:00:00.000Z');
    // Tuesday 02:00 UTC is Monday in the United States: Tuesday is the first working day, not Wednesday
    expect(await due('US', 1, '2026-11-24T02:00:00Z')).toBe('2026-11-25T02:00:00.000Z');
  });
});
