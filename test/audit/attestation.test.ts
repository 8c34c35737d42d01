import { describe, expect, it } from 'vitest';
import { type Attestation, answerSheet, attestationCsv, createQuiz, dueAttestations, openAttestations } from '../../src/audit/index.ts';
import { memoryDocumentStore } from '../../src/cascade/index.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { ru } from '../../src/law/packs/ru.ts';

const packs = [ru(), gb()];
const now = new Date('2025-08-20T09:00:00Z');
const sheetOf = (on: string, wrong = 0, change = {}): string => {
  const quiz = createQuiz({ packs, on, countries: ['RU'], language: 'ru', seed: 5, questions: 10, ...change });
  return answerSheet(
    quiz,
    quiz.questions.map(({ right, options }, place) => (place < wrong ? (right + 1) % options.length : right)),
  );
};

describe('attestations', () => {
  it('keeps who, when, by which packs and how well, once', async () => {
    const documents = memoryDocumentStore();
    const book = openAttestations(documents);
    const kept = await book.attest({ staff: 'op-17', sheet: sheetOf('2025-08-20', 1), packs, now });
    expect(kept).toMatchObject({
      staff: 'op-17',
      takenAt: now,
      on: '2025-08-20',
      countries: ['RU'],
      packs: [`ru@${ru().version}`],
      right: 9,
      total: 10,
      passed: true,
    });
    const again = await book.attest({ staff: 'op-17', sheet: sheetOf('2025-08-20', 1), packs, now: new Date('2025-08-25T09:00:00Z') });
    expect(again).toEqual(kept);
    expect(await book.list()).toEqual([kept]);
    expect((await documents.list('attestation/'))[0]!.version).toBe(1);
  });

  it('below the share it is kept as not passed', async () => {
    const book = openAttestations(memoryDocumentStore());
    expect(await book.attest({ staff: 'op-17', sheet: sheetOf('2025-08-20', 3), packs, now })).toMatchObject({ right: 7, passed: false });
    expect(await book.attest({ staff: 'op-18', sheet: sheetOf('2025-08-20', 3), packs, now, passShare: 0.7 })).toMatchObject({ passed: true });
    expect((await book.list('op-1')).length).toBe(0);
    expect((await book.list('op-18')).length).toBe(1);
  });

  it.each(['ann@acme.example', 'Ann Smith', '+447700900123', '447700900123', '8-900-000-00-01', '', 'a/b'])(
    'refuses "%s" as an id',
    async (staff) => {
      const book = openAttestations(memoryDocumentStore());
      const refused = await book.attest({ staff, sheet: sheetOf('2025-08-20'), packs, now }).catch((error: Error) => error);
      expect(refused).toBeInstanceOf(Error);
      if (staff !== '') expect((refused as Error).message).not.toContain(staff);
    },
  );

  it('goes out as CSV that no spreadsheet takes for formulas', async () => {
    const one: Attestation = {
      ...(await openAttestations(memoryDocumentStore()).attest({ staff: 'op-17', sheet: sheetOf('2025-08-20'), packs, now })),
      missed: ['=x', 'a,b'],
    };
    const [head, row] = attestationCsv([one]).split('\r\n');
    expect(head).toBe('staff,taken_at,on,passed,right,total,countries,channels,kinds,packs,missed,language,seed');
    expect(row).toBe(`op-17,2025-08-20T09:00:00.000Z,2025-08-20,yes,10,10,RU,all,all,ru@${ru().version},"'=x a,b",ru,5`);
  });
});

describe('who is due', () => {
  const attested = async (on: string, change = {}, staff = 'op-17') =>
    openAttestations(memoryDocumentStore()).attest({ staff, sheet: sheetOf(on, 0, change), packs, now: new Date(`${on}T09:00:00Z`) });
  const due = (all: readonly Attestation[], on: string, change = {}) => dueAttestations(all, { packs, on, ...change });

  it('those whose law has changed since, with what changed, from that day on', async () => {
    const one = await attested('2025-08-20');
    expect(due([one], '2025-08-31')).toEqual([]);
    const [found] = due([one], '2025-09-01');
    expect(found).toMatchObject({ staff: 'op-17', because: 'law-changed', attestedOn: '2025-08-20' });
    expect(found!.changes.map(({ about }) => about)).toContain('vpn-ad');
    expect(due([one], '2025-08-25', { aheadDays: 7 })[0]?.because).toBe('law-changed');
    expect(due([one, await attested('2025-09-01')], '2025-09-02')).toEqual([]);
  });

  it('a change elsewhere, or of what they do not do, concerns nobody', async () => {
    const british = await attested('2025-08-20', { countries: ['GB'] });
    expect(due([british], '2025-09-01')).toEqual([]);
    const codes = await attested('2025-08-20', { channels: ['sms'], kinds: ['auth'], questions: 5 });
    const [ofCodes, all] = [due([codes], '2025-09-01'), due([await attested('2025-08-20')], '2025-09-01')].map((found) =>
      found.flatMap(({ changes }) => changes.map(({ about }) => about)),
    );
    expect(all).toContain('prior: marketing');
    expect(ofCodes).not.toContain('prior: marketing');
  });

  it('a newer quiz about less does not stand in for the older one', async () => {
    const wide = await attested('2025-08-20');
    const narrow = await attested('2025-09-01', { channels: ['sms'], kinds: ['auth'], questions: 5 });
    expect(due([wide, narrow], '2025-09-02').map(({ attestedOn }) => attestedOn)).toEqual(['2025-08-20']);
  });

  it('those who never passed, and those whose last pass is too old', async () => {
    const one = await attested('2025-09-02');
    expect(
      due([one, { ...one, staff: 'op-18', passed: false }], '2025-09-03', { staff: ['op-19', 'op-17'] }).map(({ staff, because }) => [
        staff,
        because,
      ]),
    ).toEqual([
      ['op-18', 'not-passed'],
      ['op-19', 'not-passed'],
    ]);
    const british = await attested('2025-09-02', { countries: ['GB'] });
    expect(due([british], '2025-10-02', { maxAgeDays: 30 })).toEqual([]);
    expect(due([british], '2025-10-03', { maxAgeDays: 30 })).toMatchObject([{ because: 'too-old', attestedOn: '2025-09-02', changes: [] }]);
  });
});
