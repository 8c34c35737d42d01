import { readFile } from 'node:fs/promises';
import { type Attestation, attestationCsv, dueAttestations, openAttestations } from '../audit/index.ts';
import type { LawPack } from '../law/index.ts';
import { loadAllPacks } from '../law/packs/all.ts';
import { type CommandIo, readFormat, readOptions, UsageError } from './command.ts';
import { writeJson } from './json-lines.ts';
import { openStore, storeOptions } from './open-store.ts';
import { readDay } from './rules/rules-options.ts';
import { wholeNumber } from './training-options.ts';

/** `licet quiz attest`: grades a handed-in line and keeps the result. Ends with 1 when it was not passed. */
export async function attest(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = readOptions(args, { ...storeOptions, staff: { type: 'string' }, sheet: { type: 'string' }, pass: { type: 'string' } });
  const { staff, sheet } = values;
  if (staff === undefined || sheet === undefined) throw new UsageError('licet quiz attest takes --staff ID and --sheet "licet-quiz/1 …".');
  const passShare = values.pass === undefined ? undefined : Number(values.pass);
  const packs = packsNamed(sheet, await loadAllPacks());
  const { stores, close } = await openStore(values);
  try {
    const { passed, right, total, missed } = await openAttestations(stores.documentStore).attest({ staff, sheet, packs, passShare, now: io.now() });
    io.out(
      `${staff}: ${passed ? 'passed' : 'not passed'}, ${right} of ${total} right${missed.length === 0 ? '' : `; missed: ${missed.join(', ')}`}\n`,
    );
    return passed ? 0 : 1;
  } finally {
    await close();
  }
}

/** The packs a sheet was made with, by id; a wrong version shows when it is graded. */
function packsNamed(sheet: string, packs: readonly LawPack[]): readonly LawPack[] {
  const ids = new Set((/\bpacks=(\S+)/u.exec(sheet)?.[1] ?? '').split(',').map((name) => name.split('@')[0]));
  return packs.filter(({ id }) => ids.has(id));
}

/** `licet quiz attestations`: what is kept, for people, spreadsheets or programs. */
export async function attestations(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = readOptions(args, { ...storeOptions, staff: { type: 'string' }, format: { type: 'string', short: 'f' } });
  const format = readFormat(values.format, ['text', 'csv', 'jsonl'], 'text');
  const { stores, close } = await openStore(values);
  try {
    const kept = await openAttestations(stores.documentStore).list(values.staff);
    if (format === 'csv') io.out(attestationCsv(kept));
    else for (const one of kept) format === 'jsonl' ? writeJson(io, one) : io.out(`${line(one)}\n`);
    return 0;
  } finally {
    await close();
  }
}

function line({ staff, takenAt, on, passed, right, total, countries }: Attestation): string {
  return `${takenAt.toISOString().slice(0, 10)} ${staff}: ${passed ? 'passed' : 'not passed'} ${right}/${total}, ${countries.join(', ')}, law of ${on}`;
}

/** `licet quiz due`: whose attestation the law has overtaken. Ends with 1 when somebody is due. */
export async function dueForQuiz(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = readOptions(args, {
    ...storeOptions,
    'staff-file': { type: 'string' },
    ahead: { type: 'string' },
    'max-age': { type: 'string' },
    on: { type: 'string' },
    format: { type: 'string', short: 'f' },
  });
  const format = readFormat(values.format, ['text', 'jsonl'], 'text');
  const on = values.on === undefined ? io.now().toISOString().slice(0, 10) : readDay(values.on, '--on');
  const staff = values['staff-file'] === undefined ? [] : await readStaff(values['staff-file']);
  const { stores, close } = await openStore(values);
  try {
    const due = dueAttestations(await openAttestations(stores.documentStore).list(), {
      packs: await loadAllPacks(),
      on,
      aheadDays: wholeNumber(values.ahead, '--ahead'),
      maxAgeDays: wholeNumber(values['max-age'], '--max-age'),
      staff,
    });
    for (const { staff: person, because, attestedOn, changes } of due) {
      const news = changes.map(({ date, pack, about, change }) => ({ date, pack, about, change }));
      if (format === 'jsonl') writeJson(io, { staff: person, because, attestedOn, changes: news });
      else
        io.out(
          `${person}: ${because}${attestedOn === undefined ? '' : `, law of ${attestedOn}`}${news.map((one) => `\n  ${one.date} ${one.pack} ${one.about} ${one.change}`).join('')}\n`,
        );
    }
    return due.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

/** One opaque id a line. */
async function readStaff(path: string): Promise<readonly string[]> {
  try {
    return (await readFile(path, 'utf8'))
      .split('\n')
      .map((id) => id.trim())
      .filter((id) => id !== '');
  } catch (cause) {
    throw new UsageError(`"${path}" cannot be read; --staff-file takes a file with one staff id a line.`, { cause });
  }
}
