import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProofBundle } from '../../proof/bundle.ts';
import { bundlePage } from '../../proof/bundle-page.ts';
import { createLedgerLog } from '../../proof/ledger-log.ts';
import { verifierKeyText } from '../../proof/note-key.ts';
import { verifierPage, verifierScript } from '../../proof/verifier-page.ts';
import { verifyBundle } from '../../proof/verify-bundle.ts';
import { keptNotices } from '../../web/consent-notices.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { openInput, writeJson } from '../json-lines.ts';
import { keptSigner, keptWitness } from './key-files.ts';
import { ledgerOptions, openLedger } from './open-ledger.ts';
import { badCell, peopleOptions, readPeople } from './people.ts';
import { readNotices } from './read-notices.ts';
import type { Subcommand } from './subcommand.ts';

/** `licet consent prove`. */
export const prove: Subcommand = {
  summary: 'write a proof bundle of a person’s records that anybody can check offline',
  usage: `licet consent prove --store DIR PHONE --output DIR [--notices FILE] [--closed] [--name acme.example/consent] [--witness FILE] [--language en|ru]
  writes bundle.json, bundle.html to read, verify.mjs and verify.html to check with, key.txt to publish; several people get a folder each
  --notices: texts that were shown, JSON Lines or CSV of {"version", "language", "text"}, where the consent form has not kept them
  --closed leaves the personal fields shut; --name: name of a new signing key; --witness: file of checkpoints, best on another machine`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      ...peopleOptions,
      output: { type: 'string', short: 'o' },
      notices: { type: 'string' },
      closed: { type: 'boolean' },
      name: { type: 'string' },
      witness: { type: 'string' },
      language: { type: 'string', short: 'l' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const { output, language = 'en' } = values;
    if (output === undefined) throw new UsageError('Give --output DIR, the folder the bundle is written to.');
    if (language !== 'en' && language !== 'ru') throw new UsageError('--language takes en or ru.');
    const given = values.notices === undefined ? [] : await readNotices(await openInput(values.notices, io), values.notices);
    const { book, stores, keys, close } = await openLedger(values, io, { use: 'read' });
    const bad = { count: 0 };
    try {
      const signer = await keptSigner(keys, stores.tenant, values.name);
      const log = createLedgerLog({ store: stores.consentStore, signer, witness: keptWitness(keys, values.witness) });
      const notices = [...given, ...(await keptNotices(stores.documentStore))];
      const publicKey = verifierKeyText(signer);
      for await (const { line, phone, cells } of readPeople(positionals, values, io, bad)) {
        const subject = book.subject(phone);
        const dataKey = values.closed === true ? null : await book.disclosureKey(subject);
        const bundle = await createProofBundle({ store: stores.consentStore, log, signer, subject, notices, dataKey });
        if (bundle.records.length === 0) {
          badCell(io, line, { field: 'phone', expected: 'a person the ledger knows' }, bad);
          continue;
        }
        const verdict = verifyBundle(bundle, { publicKey });
        if (!verdict.ok) throw new Error('A bundle that was just made does not verify: this is a bug in licet.');
        const folder = positionals.length === 1 ? output : join(output, subject);
        await writeAll(folder, {
          'bundle.json': `${JSON.stringify(bundle, null, 2)}\n`,
          'bundle.html': bundlePage(bundle, verdict, language),
          'verify.mjs': verifierScript,
          'verify.html': verifierPage({ language, publicKey }),
          'key.txt': `${publicKey}\n`,
        });
        const id = cells.id || phone;
        if (format === 'jsonl') writeJson(io, { id, folder, records: bundle.records.length, publicKey });
        else io.out(`${id}  ${bundle.records.length} records proven in ${folder}\n`);
      }
    } finally {
      await close();
    }
    return bad.count > 0 ? 2 : 0;
  },
};

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text, { mode: 0o600 });
  } catch (cause) {
    throw new UsageError(`"${folder}" cannot be written; give --output a folder that this user may make.`, { cause });
  }
}
