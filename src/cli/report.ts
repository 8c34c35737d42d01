import { campaignIds, renderReport, reportFromStores } from '../audit/index.ts';
import { type Command, readFormat, readOptions, UsageError } from './command.ts';
import { openStore, storeOptions } from './open-store.ts';
import { writePage } from './write-page.ts';

export const report: Command = {
  summary: 'write a campaign’s report: one HTML file that needs nothing else',
  usage:
    'licet report --store DIR | --database-url URL [--tenant T] [--campaign ID] [--language en|ru] [--currency EUR] [--output FILE]\n  without --campaign: the only one of the store, or all messages\n  without --output: to standard output',
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...storeOptions,
      campaign: { type: 'string' },
      language: { type: 'string', short: 'l' },
      currency: { type: 'string' },
      output: { type: 'string', short: 'o' },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is not expected here; see licet report --help.`);
    const language = readFormat(values.language, ['en', 'ru'], 'en', '--language');
    if (values.currency !== undefined && !/^[A-Z]{3}$/u.test(values.currency))
      throw new UsageError('--currency takes an ISO 4217 code, for instance EUR.');
    const { stores, close } = await openStore(values);
    try {
      const campaigns = await campaignIds(stores.documentStore);
      const campaignId = values.campaign ?? (campaigns.length === 1 ? campaigns[0] : undefined);
      const data = await reportFromStores(stores, { campaignId, asOf: io.now(), currency: values.currency });
      const page = await renderReport(data, { language });
      await writePage(io, values.output, page, 'report');
      const about = campaignId === undefined ? `all messages of ${campaigns.length} campaigns` : `campaign ${campaignId}`;
      io.err(`Report on ${about}, ${data.funnel.people} people${values.output === undefined ? '' : `: ${values.output}`}\n`);
      return 0;
    } finally {
      await close();
    }
  },
};
