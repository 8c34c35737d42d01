import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Erasure } from '../../consent/erasure.ts';
import { type ErasureActDetails, erasureAct, erasureActPage } from '../../proof/erasure-act.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { openComplaints } from '../complaints/open-complaints.ts';
import { writeJson } from '../json-lines.ts';
import { ledgerOptions } from './open-ledger.ts';
import { peopleOptions, readPeople } from './people.ts';
import type { Subcommand } from './subcommand.ts';

const party = z.object({ name: z.string(), address: z.string() });
const detailsSchema = z.object({
  operator: party,
  processor: z.optional(party),
  destroyedBy: z.array(z.object({ name: z.string(), position: z.string() })),
  systems: z.array(z.string()),
  media: z.optional(z.array(z.object({ name: z.string(), sheets: z.number() }))),
});

/** `licet consent erase`. */
export const erase: Subcommand = {
  summary: 'destroy what identifies a person, for good; every other proof stays valid',
  usage: `licet consent erase --store DIR [PHONE...] [--input FILE] --reason R [--act DETAILS.json --output DIR] [--language ru|en] [--despite-open-case] [--dry-run]
  A person whose complaint is still open is left as they are, because the answer needs what is held; --despite-open-case erases all the same.
  --reason: consent-withdrawn, purpose-reached, request, retention-over…; --act writes the act of destruction of each person as HTML:
  DETAILS.json holds {"operator": {"name", "address"}, "processor"?, "destroyedBy": [{"name", "position"}], "systems": [], "media"?: [{"name", "sheets"}]}`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      ...peopleOptions,
      reason: { type: 'string' },
      act: { type: 'string' },
      output: { type: 'string', short: 'o' },
      language: { type: 'string', short: 'l' },
      'despite-open-case': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const { reason, output, language = 'ru' } = values;
    if (!reason) throw new UsageError('Give --reason: the act of destruction and the ledger name it.');
    if (language !== 'en' && language !== 'ru') throw new UsageError('--language takes en or ru.');
    if ((values.act === undefined) !== (output === undefined)) throw new UsageError('--act DETAILS.json and --output DIR go together.');
    const details = values.act === undefined ? undefined : await readDetails(values.act);
    const { book, complaints, close } = await openComplaints(values, io, { use: values['dry-run'] === true ? 'read' : 'write' });
    const bad = { count: 0 };
    let kept = 0;
    try {
      for await (const { phone, cells } of readPeople(positionals, values, io, bad)) {
        const id = cells.id || phone;
        const subject = book.subject(phone);
        const records = (await book.load([subject])).get(subject)?.length ?? 0;
        if (values['dry-run'] === true || records === 0) {
          if (format === 'jsonl') writeJson(io, { id, erased: false, records });
          else io.out(`${id}  ${records === 0 ? 'nothing is held' : `${records} records: what identifies the person would be destroyed`}\n`);
          continue;
        }
        if (values['despite-open-case'] !== true && (await complaints.needs(subject))) {
          kept += 1;
          if (format === 'jsonl') writeJson(io, { id, erased: false, records, reason: 'open-case' });
          else io.out(`${id}  kept: an open complaint needs what is held (close it, or give --despite-open-case)\n`);
          continue;
        }
        const erasure = await book.erase({ subject, reason, evidence: { method: 'staff', grade: 'B', actor: 'licet consent erase' } });
        const act = details === undefined ? undefined : await writeAct(erasure, details, output!, language);
        if (format === 'jsonl') writeJson(io, { id, erased: true, ...summary(erasure), ...(act === undefined ? {} : { act }) });
        else
          io.out(
            `${id}  destroyed (${erasure.categories.join(', ') || 'nothing was held in clear'}), record ${erasure.record.id}${act === undefined ? '' : `, act ${act}`}\n`,
          );
      }
    } finally {
      await close();
    }
    if (bad.count > 0) return 2;
    return kept > 0 ? 1 : 0;
  },
};

function summary({ record, categories, destroyedAt, records, complete, inFlight }: Erasure): object {
  return { recordId: record.id, hash: record.hash, categories, destroyedAt, records, complete, inFlight };
}

async function writeAct(erasure: Erasure, details: ErasureActDetails, folder: string, language: 'en' | 'ru'): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `act-${erasure.record.id}.html`);
  await writeFile(path, erasureActPage(erasureAct(erasure, details), language), { mode: 0o600 });
  return path;
}

async function readDetails(path: string): Promise<ErasureActDetails> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`The file "${path}" cannot be read; give --act a JSON file.`, { cause });
  });
  const parsed = detailsSchema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || '(whole)').join(', ');
  throw new UsageError(`The details of the act in "${path}" are not complete: ${where}.`);
}

/** The decoded text; `undefined`, which no details are, when it is not JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
