import { resolve } from 'node:path';
import type { CascadePlan } from '../../cascade/plan/plan.ts';
import type { MessengerStores } from '../../cascade/stores/memory-stores.ts';
import { type PreflightFinding, preflight } from '../../clearance/preflight.ts';
import { type Clock, systemClock } from '../../clock.ts';
import { InvalidOptionsError } from '../../errors.ts';
import { campaignBudget } from '../../limits/index.ts';
import { createLinter } from '../../linter/create-linter.ts';
import type { Sender } from '../../message/sender.ts';
import { createMessenger, type Messenger } from '../../messenger.ts';
import type { MessageTemplate } from '../../template/message-template.ts';
import { keepNotices } from '../../web/consent-notices.ts';
import { type ConsentImport, takeOverConsents } from '../consent/consent-columns.ts';
import { readNoticesOfFile } from '../consent/read-notices.ts';
import type { CampaignConfig } from './campaign-config.ts';
import { loadPacks, loadTemplates } from './load-config.ts';
import { placesOf, readAudience } from './read-audience.ts';

export interface OpenOptions {
  readonly stores: MessengerStores;
  /** At least 32 random bytes, the same for every run on these stores. */
  readonly secret: Uint8Array;
  /** Folder that the campaign's paths are relative to. */
  readonly folder: string;
  /** Where webhooks come in, if they do. */
  readonly publicUrl?: string | undefined;
  readonly onConsents?: ((result: ConsentImport) => void) | undefined;
}

/** A campaign file with everything it names looked up. */
export interface OpenCampaign {
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly audienceFile: string;
  /** What stands against its wordings in the places they go to. */
  check(now: Date): Promise<readonly PreflightFinding[]>;
}

/**
 * Builds the messenger of a campaign file, and takes over its notices and consents.
 * @throws {InvalidOptionsError} for a campaign that cannot be run.
 */
export async function openCampaign(config: CampaignConfig, options: OpenOptions): Promise<OpenCampaign> {
  const { stores, secret, folder, publicUrl } = options;
  const { campaign } = config;
  const clock = config.clock ?? systemClock;
  const [law, templates] = [await loadPacks(config.law), await loadTemplates(config.templates, folder)];
  const messenger = createMessenger({
    ...stores,
    secret,
    law,
    senders: config.senders,
    channels: config.channels({ clock, webhookUrl: (provider) => (publicUrl === undefined ? undefined : `${publicUrl}/hooks/${provider}`) }),
    templates,
    plans: config.plans,
    clock,
    publicUrl,
    prices: config.prices,
    budgets:
      config.budgetMicros === undefined
        ? undefined
        : (request, now) =>
            request.campaignId === campaign.id ? [campaignBudget(campaign.id, config.budgetMicros!, new Date(now.getTime() + 366 * 86_400_000))] : [],
    hostWindows: config.hostWindows,
    advisoryWindows: config.advisoryWindows,
    caps: config.caps,
    limits: config.limits,
    fallbackLocale: config.fallbackLocale,
    policy: config.policy,
    ...config.timing,
  });
  const notices = config.notices === undefined ? [] : await readNoticesOfFile(resolve(folder, config.notices), config.notices);
  await keepNotices(stores.documentStore, notices);
  if (config.consents !== undefined) {
    const taken = await takeOverConsents(messenger.consent, resolve(folder, config.consents), config.consents, notices);
    options.onConsents?.(taken);
  }
  const plan: CascadePlan = named('plan', campaign.plan, config.plans);
  named<MessageTemplate>('template', campaign.template, templates);
  const sender: Sender = named('sender', campaign.sender, config.senders);
  const audienceFile = resolve(folder, config.audience);
  return {
    messenger,
    clock,
    audienceFile,
    async check(now) {
      const places = await placesOf(readAudience(audienceFile, config.audience), plan);
      const linter = createLinter({ packs: law, today: now.toISOString().slice(0, 10) });
      return templates.flatMap((one) => preflight({ linter, sender, now, fallbackLocale: config.fallbackLocale }, one, places));
    },
  };
}

/** The end is set once, by the first start or an approval: a resumed campaign does not grow longer. */
export async function endOfCampaign(
  { messenger, clock }: OpenCampaign,
  { documentStore }: MessengerStores,
  campaign: CampaignConfig['campaign'],
): Promise<Date> {
  const before = (await documentStore.get(`campaign/${campaign.id}`))?.value;
  const end = typeof before === 'object' && before !== null && 'validUntil' in before ? String(before.validUntil) : undefined;
  if (end !== undefined) return new Date(end);
  const approved = (await messenger.campaigns.approval(campaign.id))?.validUntil;
  return approved ?? new Date(clock.now().getTime() + campaign.validForHours * 3_600_000);
}

/** @throws {InvalidOptionsError} */
function named<T extends { readonly id: string }>(what: string, id: string, known: readonly T[]): T {
  const found = known.find((one) => one.id === id);
  if (found === undefined)
    throw new InvalidOptionsError(`There is no ${what} "${id}".`, [
      { path: `campaign.${what}`, expected: `one of ${known.map((one) => one.id).join(', ')}` },
    ]);
  return found;
}
