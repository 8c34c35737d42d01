import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import type { CampaignStart } from '../../cascade/campaign.ts';
import { isTerminal } from '../../cascade/delivery-state.ts';
import type { DeliveryCounts } from '../../cascade/delivery-store.ts';
import type { MessengerStores } from '../../cascade/memory-stores.ts';
import { type PreflightFinding, preflight } from '../../clearance/preflight.ts';
import { systemClock } from '../../clock.ts';
import { InvalidOptionsError, LicetError } from '../../errors.ts';
import { campaignBudget } from '../../limits/index.ts';
import { createLinter } from '../../linter/create-linter.ts';
import { createMessenger, type Messenger } from '../../messenger.ts';
import { keepNotices } from '../../web/consent-notices.ts';
import { nodeListener } from '../../web/node-listener.ts';
import { type ConsentImport, takeOverConsents } from '../consent/consent-columns.ts';
import { readNoticesOfFile } from '../consent/read-notices.ts';
import type { CampaignConfig } from './campaign-config.ts';
import { loadPacks, loadTemplates } from './load-config.ts';
import { placesOf, readAudience } from './read-audience.ts';

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
  const clock = config.clock ?? systemClock;
  const [law, templates] = [await loadPacks(config.law), await loadTemplates(config.templates, folder)];
  const { campaign } = config;
  let messenger: Messenger | undefined;
  const server = config.webhooks === undefined ? undefined : await listenForWebhooks(config.webhooks, () => messenger);
  const publicUrl = server?.publicUrl;
  try {
    await options.onListening?.(publicUrl);
    messenger = createMessenger({
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
              request.campaignId === campaign.id
                ? [campaignBudget(campaign.id, config.budgetMicros!, new Date(now.getTime() + 366 * 86_400_000))]
                : [],
      hostWindows: config.hostWindows,
      advisoryWindows: config.advisoryWindows,
      caps: config.caps,
      limits: config.limits,
      fallbackLocale: config.fallbackLocale,
      policy: config.policy,
      ...config.timing,
    });
    const running = messenger;
    const notices = config.notices === undefined ? [] : await readNoticesOfFile(resolve(folder, config.notices), config.notices);
    await keepNotices(stores.documentStore, notices);
    if (config.consents !== undefined)
      options.onConsents?.(await takeOverConsents(running.consent, resolve(folder, config.consents), config.consents, notices));
    options.onReady?.({ messenger: running });

    const plan = config.plans.find(({ id }) => id === campaign.plan);
    if (plan === undefined)
      throw new InvalidOptionsError(`There is no plan "${campaign.plan}".`, [
        { path: 'campaign.plan', expected: `one of ${config.plans.map(({ id }) => id).join(', ')}` },
      ]);
    const template = templates.find(({ id }) => id === campaign.template);
    if (template === undefined)
      throw new InvalidOptionsError(`There is no template "${campaign.template}".`, [
        { path: 'campaign.template', expected: `one of ${templates.map(({ id }) => id).join(', ')}` },
      ]);
    const sender = config.senders.find(({ id }) => id === campaign.sender);
    if (sender === undefined)
      throw new InvalidOptionsError(`There is no sender "${campaign.sender}".`, [
        { path: 'campaign.sender', expected: `one of ${config.senders.map(({ id }) => id).join(', ')}` },
      ]);

    const now = clock.now();
    const audienceFile = resolve(folder, config.audience);
    const places = await placesOf(readAudience(audienceFile, config.audience), plan);
    const linter = createLinter({ packs: law, today: now.toISOString().slice(0, 10) });
    const findings = templates.flatMap((one) => preflight({ linter, sender, now, fallbackLocale: config.fallbackLocale }, one, places));
    options.onPreflight?.(findings);
    if (findings.some((finding) => finding.template === campaign.template))
      return { outcome: 'refused', findings: findings.filter((finding) => finding.template === campaign.template) };

    const finished = new AbortController();
    const stop = AbortSignal.any([signal, finished.signal]);
    const working = running.run({ signal: stop, limit: 200 });
    working.catch(() => finished.abort());
    const audience = await running.campaign({
      id: campaign.id,
      audience: readAudience(audienceFile, config.audience),
      kind: campaign.kind,
      purpose: campaign.purpose,
      sender: campaign.sender,
      template: campaign.template,
      plan: campaign.plan,
      validUntil: await endOfCampaign(stores, campaign, now),
      signal,
    });
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

/** The end is set once, by the first start: a resumed campaign does not grow longer. */
async function endOfCampaign({ documentStore }: MessengerStores, campaign: CampaignConfig['campaign'], now: Date): Promise<Date> {
  const before = (await documentStore.get(`campaign/${campaign.id}`))?.value;
  const end = typeof before === 'object' && before !== null && 'validUntil' in before ? String(before.validUntil) : undefined;
  return end === undefined ? new Date(now.getTime() + campaign.validForHours * 3_600_000) : new Date(end);
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

async function listenForWebhooks(
  { port, publicUrl }: NonNullable<CampaignConfig['webhooks']>,
  messenger: () => Messenger | undefined,
): Promise<{ readonly publicUrl: string; close(): Promise<void> }> {
  let origin = publicUrl ?? '';
  const handler = async (request: Request): Promise<Response> => {
    const provider = /^\/hooks\/([a-z0-9_-]+)$/u.exec(new URL(request.url).pathname)?.[1];
    const target = messenger();
    if (provider === undefined) return new Response('not found', { status: 404 });
    return target === undefined ? new Response('starting', { status: 503 }) : target.webhook(provider, request);
  };
  const server: Server = createServer((incoming, outgoing) => nodeListener(handler, { publicUrl: origin })(incoming, outgoing));
  await new Promise<void>((listening, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      failed(
        cause.code === 'EADDRINUSE'
          ? new LicetError('port-in-use', `Port ${port} for webhooks is in use; set webhooks.port to a free one, or to 0 for any.`, { cause })
          : cause,
      ),
    );
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  if (origin === '') origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
  return {
    publicUrl: origin,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
