import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import { StoreUnavailableError } from '../errors.ts';
import { type Command, readFormat, readOptions, UsageError } from './command.ts';
import { readSecret } from './consent/key-files.ts';
import { ledgerOptions, openLedger } from './consent/open-ledger.ts';
import { writeJson } from './json-lines.ts';
import { loadConfig } from './send/load-config.ts';
import { type Progress, startProgress } from './send/progress.ts';
import { runCampaign } from './send/run-campaign.ts';
import { totalsTable } from './send/totals.ts';

export const send: Command = {
  summary: 'run a campaign from its file, with live progress, then totals',
  usage:
    'licet send CONFIG [--store DIR | --database-url URL --keys DIR] [--format text|jsonl]\n  CONFIG: a module whose default export is a campaign (see defineCampaign in licet/cli)\n  store: a PGlite folder, .licet/<campaign> beside the file unless given\n  Stopped at any moment it goes on where it was when called again. Exit: 0 done, 1 refused before anything was sent, 2 bad use, 130 stopped',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { ...ledgerOptions, format: { type: 'string', short: 'f' } });
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new UsageError('Give the path of one campaign file: licet send CONFIG.');
    const { config, folder } = await loadConfig(path);
    const store = values['database-url'] === undefined ? (values.store ?? join(folder, '.licet', config.campaign.id)) : undefined;
    const ledger = await openLedger({ ...values, store, tenant: values.tenant ?? config.tenant ?? 'default' }, io, { use: 'make' });
    let progress: Progress | undefined;
    try {
      const secret = await readSecret(ledger.keys);
      if (secret === null) throw new StoreUnavailableError('The secret of this store is gone; restore the file licet-secret.');
      const say = (text: string): void => (format === 'text' ? io.out(text) : undefined);
      const result = await runCampaign(config, {
        stores: ledger.stores,
        secret,
        folder,
        signal: io.signal,
        onConsents: (counts) =>
          say(
            `consents: ${Object.entries(counts)
              .flatMap(([name, value]) => (typeof value === 'number' ? [`${name} ${value}`] : []))
              .join(', ')}\n`,
          ),
        onPreflight: (findings) => {
          for (const finding of findings)
            for (const found of finding.diagnostics)
              io.err(
                `template ${finding.template} (${finding.place.country}, ${finding.place.channel}, ${finding.locale}): ${found.rule}: ${found.message}\n`,
              );
        },
        onReady: ({ messenger }) => {
          if (format === 'text')
            progress = startProgress(messenger, config.clock ?? systemClock, config.currency, { write: io.out, redraws: io.interactive });
        },
        onProgress: (counts) => (format === 'text' ? progress?.show(counts) : writeJson(io, { progress: counts })),
      });
      progress?.end();
      if (result.outcome === 'refused') {
        io.err(`The campaign ${config.campaign.id} is refused: its template ${config.campaign.template} must be mended first. Nothing was sent.\n`);
        return 1;
      }
      if (result.outcome === 'not-approved') {
        io.err(
          `The campaign ${config.campaign.id} needs an approval for what it is now: licet plan ${path} --approve NAME. Nothing more was planned.\n`,
        );
        return 1;
      }
      if (format === 'text') io.out(totalsTable(result.counts, result.audience, config.currency));
      else writeJson(io, { outcome: result.outcome, totals: result.counts });
      return result.outcome === 'aborted' ? 130 : 0;
    } finally {
      progress?.end();
      await ledger.close();
    }
  },
};
