import type { ChannelProvider } from '../../channels/port.ts';
import type { ClearancePort } from '../../clearance/clearance.ts';
import type { ChannelOutlook, OutlookQuestion } from '../../clearance/plan-law.ts';
import type { Clock } from '../../clock.ts';
import { InvalidOptionsError } from '../../errors.ts';
import type { MessengerEmitter } from '../../events.ts';
import type { Channel } from '../../law/vocabulary.ts';
import type { CounterStore } from '../../limits/index.ts';
import { stepsFor } from '../plan/plan.ts';
import { planRisks } from '../plan/plan-risks.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import { advanceWaves } from './advance-waves.ts';
import { approvalOf, approveCampaign, type CampaignApproval } from './approval.ts';
import { type CampaignDeps, type CampaignMessage, type CampaignOptions, type CampaignStart, startCampaign } from './campaign.ts';
import { planChooser } from './campaign-delivery.ts';
import { type CampaignStatus, followCampaign } from './campaign-status.ts';
import { type Forecast, type ForecastOptions, forecastCampaign } from './forecast.ts';
import { moveWaves, readWaves, WAVES_PREFIX, type WaveState } from './waves.ts';

/** Everything about campaigns that a messenger offers. */
export interface CampaignDesk {
  /** Stores one delivery per person of an audience. Starting again with the same id goes on where it was. */
  start(options: CampaignOptions): Promise<CampaignStart>;
  /** What a campaign would do, decided as if it were sent. Nothing is stored or sent. */
  forecast(options: ForecastOptions): Promise<Forecast>;
  /** Records that a named person lets a campaign go as forecast. */
  approve(forecast: Forecast, by: { readonly name: string }): Promise<CampaignApproval>;
  approval(campaignId: string): Promise<CampaignApproval | undefined>;
  /** A named person lets the next wave go although its gate has not opened, or was held. `undefined` when the campaign has no wave to open. */
  openNextWave(campaignId: string, by: { readonly name: string }): Promise<WaveState | undefined>;
  /** Counts, switch and waves of a campaign as they change, until nothing of it is open or the signal aborts. */
  progress(
    campaignId: string,
    options?: { readonly everyMs?: number | undefined; readonly signal?: AbortSignal | undefined },
  ): AsyncIterable<CampaignStatus>;
  /** Looks at gates, at most every few seconds. */
  watch(): Promise<void>;
}

export interface CampaignDeskDeps extends Omit<CampaignDeps, 'now'> {
  readonly providers: readonly ChannelProvider[];
  readonly clock: Clock;
  readonly counters: CounterStore;
  readonly installation?: DocumentStore | undefined;
  readonly events: MessengerEmitter;
  readonly clearanceOn: (counters: CounterStore) => ClearancePort;
  readonly outlook: (question: OutlookQuestion) => ChannelOutlook;
  /** Countries the host has law for. */
  readonly countries: readonly string[];
  readonly refusalsOf?: ((campaignId: string) => Promise<number>) | undefined;
  /** Called before anything is stored. @throws {InvalidOptionsError} */
  readonly prepare: (message: CampaignMessage) => Promise<void>;
  /** Called when there is new work. */
  readonly nudge: () => void;
}

/** How often one process looks at gates, in milliseconds of its clock. */
const WATCH_EVERY_MS = 5_000;

/** Puts campaigns together. */
export function createCampaignDesk(given: CampaignDeskDeps): CampaignDesk {
  const { documents, store, events, clock, plans, providers, outlook, countries } = given;
  const deps = { ...given, now: () => clock.now() };
  let watchedMs = Number.NEGATIVE_INFINITY;

  /** @throws {InvalidOptionsError} */
  function refuseNowhere(message: CampaignMessage): void {
    if (countries.length === 0) return;
    const planOf = planChooser(plans, message.plan);
    const open = countries.some((country) =>
      stepsFor(planOf(country), country).some(({ channel }) => isOpen(outlook({ country, channel, kind: message.kind, now: clock.now() }))),
    );
    if (!open)
      throw new InvalidOptionsError('This campaign can reach nobody.', [
        { path: 'plan', expected: 'a channel with a lawful hour within eight days in at least one country of the law packs' },
      ]);
  }

  return {
    async start(options) {
      await given.prepare(options);
      refuseNowhere(options);
      const started = await startCampaign(deps, options);
      events.emit('campaign-planned', { campaignId: options.id, outcome: started.outcome, rows: started.rows });
      given.nudge();
      return started;
    },
    async forecast(options) {
      await given.prepare(options);
      refuseNowhere(options);
      const now = clock.now();
      const risksOf = (ids: ReadonlySet<string>, places: readonly string[]) =>
        [...ids].flatMap((id) => planRisks(plans.current(id), { providers, outlook, kind: options.kind, countries: places, now }));
      return forecastCampaign({ ...deps, risksOf }, options, now);
    },
    approve: async (forecast, { name }) => approveCampaign(documents, forecast, personName(name), clock.now()),
    approval: (campaignId) => approvalOf(documents, campaignId),
    async openNextWave(campaignId, { name }) {
      const by = personName(name);
      const waves = readWaves((await documents.get(WAVES_PREFIX + campaignId))?.value);
      if (waves === undefined || waves.state === 'done') return undefined;
      const { state } = await moveWaves(documents, campaignId, waves, { verdict: 'go-on', because: 'approved', by, at: clock.now() });
      await store.wake({ campaignId });
      given.nudge();
      return state;
    },
    progress: (campaignId, options = {}) => followCampaign({ documents, store, clock, events }, campaignId, options),
    async watch() {
      const now = clock.now();
      if (now.getTime() - watchedMs < WATCH_EVERY_MS) return;
      watchedMs = now.getTime();
      await advanceWaves({ documents, store, events, channelOf: (campaignId) => firstChannel(campaignId), refusalsOf: given.refusalsOf }, now);
    },
  };

  /** The channel most of a campaign's people are asked by first, as its document says; SMS where it says nothing. */
  async function firstChannel(campaignId: string): Promise<Channel> {
    const value = (await documents.get(`campaign/${campaignId}`))?.value;
    return (typeof value === 'object' && value !== null && 'channel' in value ? value.channel : 'sms') as Channel;
  }
}

/** @throws {InvalidOptionsError} */
function personName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new InvalidOptionsError('An approval needs a person.', [{ path: 'name', expected: 'the name of who approves' }]);
  return trimmed;
}

function isOpen({ outlook }: ChannelOutlook): boolean {
  return outlook === 'open' || outlook === 'unreliable';
}
