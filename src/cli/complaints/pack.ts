import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerPack } from '../../proof/answer-pack.ts';
import { complaintDossier } from '../../proof/complaint-dossier.ts';
import { createLedgerLog } from '../../proof/ledger-log.ts';
import { verifierKeyText } from '../../proof/note-key.ts';
import type { TemplateSet } from '../../template/message-template.ts';
import { keptNotices } from '../../web/consent-notices.ts';
import { readFormat, readOptions, UsageError } from '../command.ts';
import { keptSigner, keptWitness } from '../consent/key-files.ts';
import { ledgerOptions } from '../consent/open-ledger.ts';
import type { Subcommand } from '../consent/subcommand.ts';
import { writeJson } from '../json-lines.ts';
import { loadConfig, loadTemplates } from '../send/load-config.ts';
import { loadPeer } from '../send/load-peer.ts';
import { openComplaints } from './open-complaints.ts';

/** `licet complaints pack`. */
export const pack: Subcommand = {
  summary: 'write the answer to a regulator: readable pages, the proof, and what checks it',
  usage: `licet complaints pack ID --store DIR --operator NAME --output FILE.zip [--address A] [--config CAMPAIGN] [--name acme.example/consent] [--witness FILE]
  an --output that does not end in .zip is a folder; --config: the campaign file whose templates show the words that were sent
  --name: name of a new signing key; --witness: file of checkpoints`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      operator: { type: 'string' },
      address: { type: 'string' },
      output: { type: 'string', short: 'o' },
      config: { type: 'string' },
      name: { type: 'string' },
      witness: { type: 'string' },
      format: { type: 'string', short: 'f' },
    });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const [id] = positionals;
    const { operator, output, address } = values;
    if (id === undefined || operator === undefined || output === undefined)
      throw new UsageError('licet complaints pack takes the id of a case, --operator NAME and --output FILE.zip.');
    const templates = await templatesOf(values.config);
    const { book, stores, keys, complaints, close } = await openComplaints(values, io, { use: 'read' });
    try {
      const complaint = await complaints.find(id);
      if (complaint === undefined) throw new UsageError(`There is no complaint "${id}"; licet complaints list names them.`);
      const signer = await keptSigner(keys, stores.tenant, values.name);
      const log = createLedgerLog({ store: stores.consentStore, signer, witness: keptWitness(keys, values.witness) });
      const notices = await keptNotices(stores.documentStore);
      const sources = { consent: book, store: stores.consentStore, deliveries: stores.deliveryStore, log, signer, notices, templates };
      const dossier = await complaintDossier(sources, complaint);
      const files = answerPack(dossier, { operator: { name: operator, address }, preparedAt: io.now() });
      await writePack(output, files);
      const unproven = dossier.messages.flatMap(({ sent }) => sent).filter(({ content }) => content === null).length;
      const figures = {
        id,
        output,
        records: dossier.records.length,
        messages: dossier.messages.length,
        unproven,
        publicKey: verifierKeyText(signer),
      };
      if (format === 'jsonl') writeJson(io, figures);
      else {
        io.out(`${id}  ${figures.records} records and ${figures.messages} messages in ${output}\n`);
        if (unproven > 0) io.err(`The words of ${unproven} messages are not in it: give --config with the templates they were sent by.\n`);
      }
    } finally {
      await close();
    }
    return 0;
  },
};

async function templatesOf(path: string | undefined): Promise<TemplateSet> {
  if (path === undefined) return [];
  const { config, folder } = await loadConfig(path);
  return loadTemplates(config.templates, folder);
}

async function writePack(output: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const zipped = output.endsWith('.zip') ? (await loadPeer('fflate')).zipSync({ ...files }, { mtime: ZIP_TIME }) : undefined;
  try {
    if (zipped !== undefined) return await writeFile(output, zipped, { mode: 0o600 });
    await mkdir(output, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(output, name), bytes, { mode: 0o600 });
  } catch (cause) {
    throw new UsageError(`"${output}" cannot be written; give --output a place that this user may write.`, { cause });
  }
}

/** One date for every entry, the first a ZIP can hold: equal packs are equal files. */
const ZIP_TIME = '1980-01-01T00:00:00';
