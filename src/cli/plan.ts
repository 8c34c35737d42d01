import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanRisk } from '../cascade/plan/plan-risks.ts';
import { memoryStores } from '../cascade/stores/memory-stores.ts';
import { systemClock } from '../clock.ts';
import { StoreUnavailableError } from '../errors.ts';
import { type Command, type CommandIo, readFormat, readOptions, UsageError } from './command.ts';
import { readSecret } from './consent/key-files.ts';
import { ledgerOptions, type OpenedLedger, openLedger } from './consent/open-ledger.ts';
import { writeJson } from './json-lines.ts';
import { forecastTable } from './plan/forecast-table.ts';
import { type CampaignConfig, messageOf } from './send/campaign-config.ts';
import { loadConfig } from './send/load-config.ts';
import { endOfCampaign, openCampaign } from './send/open-campaign.ts';
import { readAudience } from './send/read-audience.ts';

/** Stands for the store's secret where there is no store: references of people are made with it and forgotten. */
const noSecret = new Uint8Array(32);

export const plan: Command = {
  summary: 'say what a campaign would do, person by person, without sending',
  usage:
    'licet plan CONFIG [--store DIR | --database-url URL --keys DIR] [--approve NAME] [--json]\n  CONFIG: a module whose default export is a campaign (see defineCampaign in licet/cli)\n  store: the one licet send uses; where there is none yet, the forecast is made in memory from the file’s consents\n  --approve: records that this person lets the campaign go as forecast; needs the store\n  Sends nothing. Exit: 0 somebody would get it, 1 it cannot go as it is, 2 bad use',
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      ...ledgerOptions,
      approve: { type: 'string' },
      json: { type: 'boolean' },
      format: { type: 'string', short: 'f' },
    });
    const json = readFormat(values.format, ['text', 'json'], values.json === true ? 'json' : 'text') === 'json';
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new UsageError('Give the path of one campaign file: licet plan CONFIG.');
    const { config, folder } = await loadConfig(path);
    const store = values['database-url'] === undefined ? (values.store ?? join(folder, '.licet', config.campaign.id)) : undefined;
    const made = values.approve !== undefined || values['database-url'] !== undefined || existsSync(store!);
    const ledger = made
      ? await openLedger({ ...values, store, tenant: values.tenant ?? config.tenant ?? 'default' }, io, { use: 'make' })
      : undefined;
    try {
      return await forecastFile(config, { folder, ledger, approve: values.approve, json, io });
    } finally {
      await ledger?.close();
    }
  },
};

interface PlanRun {
  readonly folder: string;
  readonly ledger: OpenedLedger | undefined;
  readonly approve: string | undefined;
  readonly json: boolean;
  readonly io: CommandIo;
}

async function forecastFile(config: CampaignConfig, { folder, ledger, approve, json, io }: PlanRun): Promise<number> {
  const secret = ledger === undefined ? noSecret : await readSecret(ledger.keys);
  if (secret === null) throw new StoreUnavailableError('The secret of this store is gone; restore the file licet-secret.');
  const stores = ledger?.stores ?? memoryStores({ clock: config.clock ?? systemClock, tenant: config.tenant ?? 'default' });
  // Providers are built as for a run: some report deliveries only to an address they are given.
  const publicUrl = config.webhooks === undefined ? undefined : (config.webhooks.publicUrl ?? 'https://webhooks.invalid');
  const opened = await openCampaign(config, { stores, secret, folder, publicUrl });
  const findings = (await opened.check(opened.clock.now())).filter(({ template }) => template === config.campaign.template);
  const validUntil = await endOfCampaign(opened, stores, config.campaign);
  const forecast = await opened.messenger.campaigns.forecast({
    ...messageOf(config),
    validUntil,
    audience: readAudience(opened.audienceFile, config.audience),
    signal: io.signal,
  });
  const cannotGo = findings.length > 0 || forecast.goes === 0;
  const approval = approve === undefined || cannotGo ? undefined : await opened.messenger.campaigns.approve(forecast, { name: approve });
  const wording = findings.flatMap(({ place, locale, diagnostics }) =>
    diagnostics.map(({ rule, message }) => ({ country: place.country, channel: place.channel, locale, rule, message })),
  );
  if (json) writeJson(io, { forecast, wording, approvedBy: approval?.by ?? null });
  else {
    io.out(forecastTable(forecast, config.currency));
    for (const risk of forecast.risks) io.out(`  look at: ${riskText(risk)}\n`);
    for (const { country, channel, locale, rule, message } of wording) io.out(`  wording (${country}, ${channel}, ${locale}): ${rule}: ${message}\n`);
    if (approval !== undefined) io.out(`  approved by ${approval.by} for ${approval.rows} rows until ${approval.validUntil.toISOString()}\n`);
  }
  if (approve !== undefined && cannotGo) io.err('The campaign cannot go as it is and was not approved.\n');
  return cannotGo ? 1 : 0;
}

function riskText(risk: PlanRisk): string {
  if (risk.warning === 'double-reach') {
    const goesOn = risk.channelGoesOnMs === null ? 'cannot be told to stop' : `goes on for at least ${risk.channelGoesOnMs / 1_000} s`;
    return `${risk.plan} ${risk.path}: falls back after ${risk.fallBackAfterMs / 1_000} s while the channel ${goesOn}; the person may get both`;
  }
  return `${risk.plan}: ${risk.warning} in ${risk.country}${risk.channel === null ? '' : ` by ${risk.channel}`}${risk.note === undefined ? '' : ` (${risk.note.en})`}`;
}
