import type { CampaignStart } from '../../cascade/campaign/campaign.ts';
import type { Forecast } from '../../cascade/campaign/forecast.ts';
import { isTerminal } from '../../cascade/delivery/delivery-state.ts';
import type { DeliveryCounts } from '../../cascade/stores/delivery-store.ts';
import type { MessengerStores } from '../../cascade/stores/memory-stores.ts';
import type { PreflightFinding } from '../../clearance/preflight.ts';
import { systemClock } from '../../clock.ts';
import type { Messenger } from '../../messenger.ts';
import type { ConsentImport } from '../consent/consent-columns.ts';
import { type CampaignConfig, messageOf } from './campaign-config.ts';
import { listenForWebhooks } from './listen-for-webhooks.ts';
import { endOfCampaign, openCampaign } from './open-campaign.ts';
import { readAudience } from './read-audience.ts';

export interface RunOptions {
  readonly stores: MessengerStores;
  /** At least 32 random bytes, the same for every run on these stores. */
  readonly secret: Uint8Array;
  /** Folder that the campaign's paths are relative to. */
  readonly folder: string;
  /** Aborted: nothing more is started; a later run goes on. */
  readonly signal: AbortSignal;
  /** Called when webhooks are listened for, before providers are built. */
  readonly onListening?: ((webhooks: string | undefined) => Promise<void> | void) | undefined;
  /** Called with what the campaign is going to do, which is worked out for it, before anything is sent. */
  readonly onForecast?: ((forecast: Forecast) => void) | undefined;
  /** Called before anything is sent. */
  readonly onReady?: ((ready: { readonly messenger: Messenger }) => void) | undefined;
  readonly onConsents?: ((result: ConsentImport) => void) | undefined;
  readonly onPreflight?: ((findings: readonly PreflightFinding[]) => void) | undefined;
  /** Called about four times a second while the campaign runs. */
  readonly onProgress?: ((counts: DeliveryCounts) => void) | undefined;
  /** Resolves when nothing more is expected to come in after everything has settled. @default at once */
  readonly afterSettled?: (() => Promise<void>) | undefined;
}

export type RunResult =
  | { readonly outcome: 'refused'; readonly findings: readonly PreflightFinding[] }
  /** Nobody approved these terms, or the audience has grown since. */
  | { readonly outcome: 'not-approved'; readonly audience: CampaignStart }
  | {
      readonly outcome: 'complete' | 'aborted';
      readonly counts: DeliveryCounts;
      readonly audience: CampaignStart | undefined;
      readonly messenger: Messenger;
    };

const PROGRESS_EVERY_MS = 250;

/**
 * Runs one campaign from its file: consents taken over, every wording checked for the places it goes to, then everybody planned and worked
 * off. Stopped or killed at any moment, the next run goes on where it was.
 * @throws {InvalidOptionsError} for a campaign that cannot be run.
 */
export async function runCampaign(config: CampaignConfig, options: RunOptions): Promise<RunResult> {
  const { stores, secret, folder, signal } = options;
  const { campaign } = config;
  let messenger: Messenger | undefined;
  const server = config.webhooks === undefined ? undefined : await listenForWebhooks(config.webhooks, () => messenger);
  const publicUrl = server?.publicUrl;
  try {
    await options.onListening?.(publicUrl);
    const opened = await openCampaign(config, { stores, secret, folder, publicUrl, onConsents: options.onConsents });
    const running = opened.messenger;
    messenger = running;
    const message = { ...messageOf(config), validUntil: await endOfCampaign(opened, stores, campaign) };
    if (options.onForecast !== undefined)
      options.onForecast(await running.campaigns.forecast({ ...message, audience: readAudience(opened.audienceFile, config.audience), signal }));
    options.onReady?.({ messenger: running });

    const findings = await opened.check(opened.clock.now());
    options.onPreflight?.(findings);
    if (findings.some((finding) => finding.template === campaign.template))
      return { outcome: 'refused', findings: findings.filter((finding) => finding.template === campaign.template) };

    const finished = new AbortController();
    const stop = AbortSignal.any([signal, finished.signal]);
    const working = running.run({ signal: stop, limit: 200 });
    working.catch(() => finished.abort());
    const audience = await running.campaign({
      ...message,
      audience: readAudience(opened.audienceFile, config.audience),
      requireApproval: config.campaign.requireApproval,
      signal,
    });
    if (audience.outcome === 'not-approved') {
      finished.abort();
      await working;
      return { outcome: 'not-approved', audience };
    }
    const counts = await untilSettled(running, campaign.id, stop, options);
    if (!stop.aborted) await options.afterSettled?.();
    finished.abort();
    await working;
    const last = await running.counts(campaign.id);
    return { outcome: signal.aborted && !isSettled(counts) ? 'aborted' : 'complete', counts: last, audience, messenger: running };
  } finally {
    await server?.close();
  }
}

async function untilSettled(messenger: Messenger, id: string, signal: AbortSignal, options: RunOptions): Promise<DeliveryCounts> {
  for (;;) {
    const counts = await messenger.counts(id);
    options.onProgress?.(counts);
    if (isSettled(counts) || signal.aborted) return counts;
    await systemClock.sleep(PROGRESS_EVERY_MS, signal);
  }
}

function isSettled({ states }: DeliveryCounts): boolean {
  return Object.entries(states).every(([state, count]) => count === 0 || isTerminal(state as keyof typeof states));
}
