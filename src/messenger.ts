import type { KeyObject } from 'node:crypto';
import { settingsKeeper } from './audit/replay/settings.ts';
import { bookOverDeliveries } from './cascade/book-over-deliveries.ts';
import type { AudienceRow, CampaignOptions } from './cascade/campaign/campaign.ts';
import { type CampaignDesk, createCampaignDesk } from './cascade/campaign/campaign-desk.ts';
import { checkHouse, mustKnow } from './cascade/check-house.ts';
import type { Delivery } from './cascade/delivery/delivery.ts';
import { receiptFolder } from './cascade/delivery/receipt-folder.ts';
import { cheapestFirst } from './cascade/plan/cheapest-first.ts';
import type { CascadePlan } from './cascade/plan/plan.ts';
import { openPlanBook } from './cascade/plan/plan-book.ts';
import type { CascadePolicy } from './cascade/plan/policy.ts';
import { openPlatformFacts } from './cascade/platform/platform-facts.ts';
import { type Readiness, type ReadinessOptions, readReadiness } from './cascade/readiness.ts';
import { type SendOptions, type SendResult, singleMessages } from './cascade/single-messages.ts';
import type { DeliveriesOf, DeliveryCounts } from './cascade/stores/delivery-store.ts';
import type { DocumentStore } from './cascade/stores/document-store.ts';
import type { MessengerStores } from './cascade/stores/memory-stores.ts';
import { scanDeliveries } from './cascade/stores/scan-deliveries.ts';
import { subjectFence } from './cascade/subject-fence.ts';
import { tellLedger } from './cascade/tell-ledger.ts';
import { type ControlScope, type ControlState, setControl } from './cascade/work/controls.ts';
import { tick } from './cascade/work/tick.ts';
import type { FaultPoint, TickOptions, TickResult } from './cascade/work/tick-deps.ts';
import { type Health, watchTicks } from './cascade/work/tick-watch.ts';
import { watchSenders } from './cascade/work/watch-senders.ts';
import { createWorkLoop, type WorkLoopOptions } from './cascade/work/work-loop.ts';
import { observedProvider } from './channels/observed-provider.ts';
import type { ChannelProvider } from './channels/port.ts';
import type { ClearanceDeps } from './clearance/clearance-deps.ts';
import { createClearance } from './clearance/create-clearance.ts';
import { observedClearance } from './clearance/observed-clearance.ts';
import { channelOutlook } from './clearance/plan-law.ts';
import { type Clock, type NewId, randomId, systemClock } from './clock.ts';
import { type ConsentBook, createConsentBook } from './consent/consent-book.ts';
import { observedBook } from './consent/observed-book.ts';
import { createEmitter, type MessengerEmitter } from './events.ts';
import { answerPlans } from './feedback/answer-sender.ts';
import type { ComplaintBook } from './feedback/complaint-book.ts';
import { createFeedbackDesk } from './feedback/feedback-desk.ts';
import { holdErasure } from './feedback/hold-erasure.ts';
import { classifyLate } from './feedback/intent/classify-late.ts';
import type { ReplyInput, ReplyReading } from './feedback/intent/classify-reply.ts';
import { createMonitorDesk, type Monitor } from './feedback/monitor/monitor-desk.ts';
import type { MonitorPolicy } from './feedback/monitor/monitor-policy.ts';
import type { ReplyAnswers } from './feedback/reply-answers.ts';
import type { ReviewQueue } from './feedback/review-queue.ts';
import { createInbound, handleWebhook } from './inbound.ts';
import type { LawPack } from './law/pack.ts';
import { type CounterStore, sweepNowAndThen } from './limits/index.ts';
import { lateLinter } from './linter/late-linter.ts';
import type { MessageRequest } from './message/request.ts';
import type { Sender } from './message/sender.ts';
import { type Observe, unobserved } from './observe.ts';
import { parsePhone } from './phone/index.ts';
import type { TemplateSet } from './template/message-template.ts';

/** What a messenger is made of. Stores come from `memoryStores` or `postgresStores`. */
export interface MessengerOptions
  extends MessengerStores,
    Pick<
      ClearanceDeps,
      | 'consentDemands'
      | 'suppressions'
      | 'fallbackLocale'
      | 'lintFacts'
      | 'requiresRegistration'
      | 'hostWindows'
      | 'advisoryWindows'
      | 'caps'
      | 'limits'
      | 'prices'
      | 'budgets'
      | 'clearedForMs'
      | 'slackMs'
      | 'horizonMs'
    > {
  /** At least 32 random bytes, the same for ever: people are referred to by a keyed hash made with it. */
  readonly secret: KeyObject | Uint8Array;
  /** Packs of every country you write to, and of the platforms. Marketing to a country without a pack is refused. */
  readonly law: readonly LawPack[];
  readonly senders: readonly Sender[];
  readonly channels: readonly ChannelProvider[];
  readonly templates: TemplateSet;
  readonly plans: readonly CascadePlan[];
  /** Origin of webhook URLs as the world calls them; some providers sign it. Only needed with webhooks. */
  readonly publicUrl?: string | undefined;
  readonly classify?: ((input: ReplyInput) => ReplyReading | Promise<ReplyReading>) | undefined;
  /** What is said back to people who write; nothing when absent. */
  readonly answers?: ReplyAnswers | undefined;
  /** Days for the answer to a complaint where no law sets any. @default 10 */
  readonly complaintDays?: number | undefined;
  /** Documents that all tenants of the installation read, for a kill switch above the tenant: `control({ level: 'global' }, 'paused')`. */
  readonly installationStore?: DocumentStore | undefined;
  /** Refusals of a campaign that only the host knows, for the gates of its waves: complaints, replies to another address. */
  readonly campaignRefusals?: ((campaignId: string) => Promise<number>) | undefined;
  /** When monitoring slows down and holds back, and by what rates. `{ act: 'tell' }` leaves that to people. */
  readonly monitor?: Partial<MonitorPolicy> | undefined;
  readonly policy?: Partial<CascadePolicy> | undefined;
  /** Name of this worker in leases. @default a new id */
  readonly worker?: string | undefined;
  /** How long a withdrawal waits for calls that have already started, in milliseconds of the clock. @default 5_000 */
  readonly drainMs?: number | undefined;
  /** Longest pause between two looks for due work, in milliseconds of the clock. @default 1_000 */
  readonly pollMs?: number | undefined;
  readonly clock?: Clock | undefined;
  readonly newId?: NewId | undefined;
  /** Told of work while it runs, for spans and metrics: `telemetry().observe` of `licet/telemetry`, or the host's own. */
  readonly observe?: Observe | undefined;
  /** Crash points for tests; nothing in production. */
  readonly faultPoint?: ((name: FaultPoint) => void | Promise<void>) | undefined;
}

export interface Messenger {
  readonly consent: ConsentBook;
  readonly events: MessengerEmitter;
  readonly templates: TemplateSet;
  readonly complaints: ComplaintBook;
  /** Replies that were acted on because they probably meant it, for a person to look at. */
  readonly reviews: ReviewQueue;
  /** Rates of opt-outs, complaints, blocks and failures, what is held back for them, and why. */
  readonly monitor: Monitor;
  /** Stores one message to one person; the plan does the rest. */
  send(request: MessageRequest, options: SendOptions): Promise<SendResult>;
  /** Stores one delivery per person of an audience. Starting again with the same id goes on where it was. */
  readonly campaign: CampaignDesk['start'];
  /** Forecast, approval, waves and progress of campaigns. */
  readonly campaigns: Omit<CampaignDesk, 'start' | 'watch'>;
  /** Pauses, resumes or stops everything, a sender, a template or a campaign, on every worker. */
  control(scope: ControlScope, state: ControlState): Promise<ControlState>;
  /** One batch of due work. */
  tick(options?: TickOptions): Promise<TickResult>;
  /**
   * Works until the signal aborts, or until nothing is left when `untilIdle`. While the store is down a worker goes on trying and tells of it as
   * `background-failure`; with `untilIdle` it rejects.
   */
  run(options: WorkLoopOptions): Promise<void>;
  /** The one entry for providers' calls: verified, stored, answered. */
  webhook(provider: string, request: Request): Promise<Response>;
  /** Whether this process is alive: its ticks end. Asks no store. */
  health(): Health;
  /** Whether it can work: stores, how far workers are behind, senders, law packs. Never rejects. */
  readiness(options?: ReadinessOptions): Promise<Readiness>;
  delivery(id: string): Promise<Delivery | undefined>;
  counts(campaignId?: string): Promise<DeliveryCounts>;
  /** All deliveries, or those of a campaign or a person, in order of id. */
  deliveries(of?: DeliveriesOf): AsyncIterable<Delivery>;
}

/**
 * Puts the house together.
 * @throws {InvalidOptionsError} when a plan asks for what no provider gives, or names collide.
 */
export function createMessenger(options: MessengerOptions): Messenger {
  const { senders, templates, law, clock = systemClock, newId = randomId, pollMs = 1_000, observe = unobserved } = options;
  const providers = options.observe === undefined ? options.channels : options.channels.map((one) => observedProvider(one, observe));
  const { tenant, deliveryStore: store, documentStore: documents, counterStore: counters, installationStore: installation } = options;
  checkHouse(options);
  const events = createEmitter();
  const answering = options.answers === undefined ? [] : answerPlans(providers);
  const plans = openPlanBook([...options.plans, ...answering], documents);
  const fence = subjectFence(store, clock);
  const book = createConsentBook({ store: options.consentStore, keys: options.keyStore, tenant, secret: options.secret, clock, newId, fence });
  const consent = observedBook(bookOverDeliveries(book, store, { drainMs: options.drainMs, onRefusal: heardRefusal }), observe);
  const monitor = createMonitorDesk({ documents, store, consent, events, templates, clock, policy: options.monitor ?? {} });
  const facts = openPlatformFacts(documents);
  const linter = lateLinter({ packs: law, today: clock.now().toISOString().slice(0, 10) });
  function heardRefusal(refusal: Parameters<typeof monitor.refused>[0]): void {
    monitor.refused(refusal);
    nudge();
  }
  const clearanceOn = (on: CounterStore) =>
    createClearance({
      ...options,
      packs: law,
      senders,
      templates,
      providers,
      decide: consent.decide,
      linter,
      counters: on,
      clock,
      newId,
      variantState: facts.variantState,
      accountState: facts.accountState,
      qualityHolds: monitor.ask,
    });
  const clearance = observedClearance(clearanceOn(counters), observe);

  const { complaints, reviews, actOnReply, watchDeadlines } = createFeedbackDesk({
    documents,
    store,
    consent,
    law,
    classify: options.classify ?? classifyLate,
    answers: options.answers ?? {},
    complaintDays: options.complaintDays,
    plans: answering,
    savePlans: () => savePlans(),
    newId,
    events,
    nudge,
  });
  const inbound = createInbound({
    consent,
    deliveries: {
      recordReceipts: async (receipts) => {
        const recorded = await store.recordReceipts(receipts, receiptFolder(tickDeps));
        nudge();
        return recorded;
      },
    },
    senders,
    actOnReply,
    clock,
    events,
    personBehind: facts.personBehind(book),
    platformNews: facts.record,
  });

  const tickDeps = {
    store,
    documents,
    installation,
    clearance,
    providers,
    plans,
    clock,
    worker: options.worker ?? newId(),
    policy: options.policy,
    events,
    faultPoint: options.faultPoint,
    senderOutcome: watchSenders({ counters, documents, store, events }),
    recordOptOut: tellLedger(consent),
  };

  const ticks = watchTicks(clock, observe);
  const tickOnce = (tickOptions?: TickOptions): Promise<TickResult> => ticks.watch(() => prepare().then(() => tick(tickDeps, tickOptions)));

  const loop = createWorkLoop({ clock, pollMs, tick: tickOnce, tell: (code) => void events.emit('background-failure', { where: 'tick', code }) });
  function nudge(): void {
    loop.nudge();
    events.emit('work-due', {});
  }

  const resolve = (to: string, country?: string) => {
    const parsed = parsePhone(to, country === undefined ? {} : { defaultCountry: country });
    return parsed.ok
      ? ({ ok: true, phone: parsed.e164, country: parsed.country ?? country ?? '', subject: book.subject(parsed.e164) } as const)
      : ({ ok: false } as const);
  };
  let saved: Promise<void> | undefined;
  const savePlans = (): Promise<void> => {
    saved ??= plans.save();
    return saved;
  };
  const check = ({ template, sender }: { readonly template: string; readonly sender: string }): void => {
    mustKnow('template', template, templates);
    mustKnow('sender', sender, senders);
  };
  const { prices, fallbackLocale, joined } = options;
  const planFor = cheapestFirst({ prices, fallbackLocale, providers, templates });
  const send = singleMessages({
    store,
    observe,
    joined,
    plans,
    planFor,
    facts,
    book,
    resolve,
    newId,
    now: () => clock.now(),
    check,
    planned(deliveryId) {
      events.emit('delivery-planned', { deliveryId });
      nudge();
    },
  });
  const desk = createCampaignDesk({
    store,
    documents,
    installation,
    plans,
    newId,
    templates,
    providers,
    planFor,
    counters,
    clock,
    events,
    clearanceOn,
    outlook: channelOutlook(law, options),
    countries: law.flatMap(({ country }) => (country === null ? [] : [country])),
    refusalsOf: options.campaignRefusals,
    resolve: (row) => resolve(row.to, row.country),
    subjectOfRow: (name) => book.subject(`row:${name}`),
    async prepare(message) {
      check(message);
      await Promise.all([savePlans(), facts.refresh()]);
    },
    nudge,
  });
  const sweep = sweepNowAndThen(counters, clock);
  const keep = settingsKeeper(documents, options, { clock, events });
  const prepare = () => Promise.all([keep(), facts.refresh(), watchDeadlines(clock.now()), desk.watch(), sweep(), monitor.watch()]);

  const remembering = async function* (rows: CampaignOptions['audience']): AsyncGenerator<AudienceRow> {
    for await (const row of rows) {
      if (row.addresses !== undefined) {
        const recipient = resolve(row.to, row.country);
        if (recipient.ok) await facts.rememberAddresses(book, recipient.subject, row.addresses);
      }
      yield row;
    }
  };

  return {
    consent: holdErasure(consent, complaints),
    events,
    templates,
    complaints,
    reviews,
    monitor,
    send,
    campaign: (given) => desk.start({ ...given, audience: remembering(given.audience) }),
    campaigns: desk,
    async control(scope, state) {
      const before = await setControl({ documents, store, installation }, scope, state);
      nudge();
      return before;
    },
    tick: tickOnce,
    async run(loopOptions) {
      await loop.run(loopOptions);
      await monitor.flush();
    },
    webhook: (provider, request) => handleWebhook({ providers, inbound, clock, events, observe, publicUrl: options.publicUrl }, provider, request),
    health: ticks.health,
    readiness: (asked) => readReadiness({ ...options, book, providers, clock, accounts: facts.accounts }, asked),
    async delivery(id) {
      return (await store.load([id]))[0];
    },
    counts: (campaignId) => store.counts(campaignId),
    deliveries: (of) => scanDeliveries(store, of),
  };
}
