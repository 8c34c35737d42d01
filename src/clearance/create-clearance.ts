import type { ConsentRecord } from '../consent/record/record.ts';
import type { MessageKind } from '../law/vocabulary.ts';
import type { TakenCharge } from '../limits/index.ts';
import { lintOnce } from '../linter/lint-once.ts';
import type { LawfulGround } from '../message/cleared.ts';
import { localIso } from '../windows/index.ts';
import { type Bill, billOf, heldByLimit } from './charges.ts';
import type { Clearance, ClearancePort, ClearanceRequest } from './clearance.ts';
import type { ClearanceDeps, QualityHold } from './clearance-deps.ts';
import { confirmationGround, consentQuestion, groundOf } from './lawful-ground.ts';
import { mint } from './mint.ts';
import { type RenderedContent, renderContent } from './render-content.ts';
import { senderLintFacts } from './sender-facts.ts';
import { type StepFacts, stepFactsReader } from './step-facts.ts';
import { type StoreTime, storeTime } from './store-time.ts';
import { validityReader } from './validity.ts';
import { deferred, type Held, refused } from './verdict.ts';

/** A step on its way through the checks; the first check that holds it back ends it. */
interface Case {
  /** Of the kind the message is treated as. */
  readonly request: ClearanceRequest;
  /** The kind the host asked for. */
  readonly asked: MessageKind;
  readonly facts: StepFacts;
  ground?: LawfulGround;
  /** The consent it rests on. */
  record?: ConsentRecord | null;
  slowed?: Extract<QualityHold, { readonly perSecond: number }>;
  validUntil?: Date;
  rendered?: RenderedContent;
  bill?: Bill;
  verdict?: Clearance;
}

const RECHECK_PAUSE_MS = 60_000;
const DEFAULT_CLEARED_FOR_MS = 5_000;
const DEFAULT_SLACK_MS = 100;

/**
 * Builds the gate that every message passes: facts, law pack, channel, consent, outside registers, hours, content, limits, in this order.
 * Only what passes all of them becomes a cleared message. Limits come last, so nothing is reserved for what is refused.
 * @throws {InvalidOptionsError} when templates cannot be used.
 */
export function createClearance(deps: ClearanceDeps): ClearancePort {
  const { clock, counters, newId, clearedForMs = DEFAULT_CLEARED_FOR_MS, slackMs = DEFAULT_SLACK_MS } = deps;
  const factsOf = stepFactsReader(deps);
  const validityOf = validityReader(deps);
  const content = lintOnce(deps.linter, { matters: (diagnostic) => diagnostic.severity === 'error' });
  const theirs = storeTime();

  return {
    async clear(requests, now, leadMs) {
      // Before the clearance begins to age: loading takes a while, once.
      await deps.linter.ready?.();
      const startedMs = clock.monotonicMs();
      const cases = requests.map((request): Case | Held => {
        const facts = factsOf(request, now);
        if ('verdict' in facts) return facts;
        return { request: facts.kind === request.kind ? request : { ...request, kind: facts.kind }, asked: request.kind, facts };
      });
      const open = (): readonly Case[] => cases.filter((one): one is Case => 'request' in one && one.verdict === undefined);
      for (const one of open()) settle(one, lawHolds(one));
      await checkControls(open(), now);
      await checkConsent(open(), now);
      await checkOutside(open(), now);
      checkQuality(open(), now);
      for (const one of open()) settle(one, checkHours(one, now));
      for (const one of open()) settle(one, checkContent(one, now));
      for (const one of open()) settle(one, priceUp(one, now, leadMs));
      await takeLimits(open(), now, startedMs);
      return cases.map((one) => ('request' in one ? one.verdict! : one));
    },

    release: (reservations) => counters.giveBack(reservations.flatMap((reservation) => reservation.keys)),
  };

  function lawHolds({ request, asked, facts: { law } }: Case): Held | undefined {
    if (request.kind === 'marketing' && !law.covered)
      return asked === 'marketing' ? refused('delivery', 'no-law-pack') : refused('step', 'template-recategorised');
    return law.barred ? refused('step', 'channel-barred') : undefined;
  }

  async function checkControls(cases: readonly Case[], now: Date): Promise<void> {
    if (deps.controls === undefined || cases.length === 0) return;
    const controls = await deps.controls(cases.map(({ request }) => request));
    for (const [index, one] of cases.entries()) {
      if (controls[index] === 'stopped') one.verdict = refused('delivery', 'stopped');
      if (controls[index] === 'paused') one.verdict = deferred(new Date(now.getTime() + RECHECK_PAUSE_MS), 'campaign-paused');
    }
  }

  async function checkConsent(cases: readonly Case[], now: Date): Promise<void> {
    const asking = cases.filter(({ request }) => request.confirms === undefined);
    const decisions =
      asking.length === 0 ? [] : await deps.decide(asking.map(({ request, facts }) => consentQuestion(request, facts.law, now, deps.consentDemands)));
    for (const [index, one] of asking.entries()) {
      one.record = decisions[index]!.record;
      ground(one, asFiled(one, groundOf(one.request, decisions[index]!)));
    }
    for (const one of cases) {
      if (one.request.confirms !== undefined) ground(one, confirmationGround(one.request.confirms, one.request, one.facts.law, now));
    }
  }

  async function checkOutside(cases: readonly Case[], now: Date): Promise<void> {
    if (deps.suppressions === undefined || cases.length === 0) return;
    const found = await deps.suppressions(
      cases.map(({ request }) => request),
      now,
    );
    for (const [index, one] of cases.entries()) {
      const reason = found[index];
      if (reason !== null && reason !== undefined) one.verdict = refused('delivery', reason);
    }
  }

  function checkQuality(cases: readonly Case[], now: Date): void {
    if (deps.qualityHolds === undefined || cases.length === 0) return;
    const holds = deps.qualityHolds(
      cases.map(({ request, record = null }) => ({ request, record })),
      now,
    );
    for (const [index, one] of cases.entries()) {
      const hold = holds[index] ?? null;
      if (hold === null) continue;
      if ('until' in hold) one.verdict = deferred(hold.until, 'quality-hold');
      else one.slowed = hold;
    }
  }

  function checkHours(one: Case, now: Date): Held | undefined {
    const validity = validityOf(one.request, one.facts, now);
    if ('verdict' in validity) return validity;
    one.validUntil = validity;
    return undefined;
  }

  function checkContent(one: Case, now: Date): Held | undefined {
    const { request, facts } = one;
    const rendered = renderContent(facts.template, facts.variant, request, facts.capabilities);
    if (!rendered.ok) return refused('step', rendered.reason);
    if (!isWellFormed(rendered, request.values)) return refused('step', 'content-refused');
    const { country, region, channel, kind, sender, template } = request;
    const hostFacts = deps.lintFacts?.(template, sender);
    const input = {
      country,
      ...(region === undefined ? {} : { region }),
      channel,
      kind,
      sender: channel === 'sms' ? facts.from : facts.sender.displayName,
      text: rendered.text,
      buttons: rendered.buttons,
      asOf: facts.day,
      facts: { ...senderLintFacts(facts.sender, country, now), ...hostFacts },
    };
    const clocks = new Set(facts.clocks.map((zone) => localIso(now, zone)));
    const errors = [...clocks].flatMap((at) => content.lint({ ...input, at }, `${template}\u0000${sender}`));
    if (errors.length > 0) return refused('step', 'content-refused', errors);
    one.rendered = rendered;
    return undefined;
  }

  function priceUp(one: Case, now: Date, leadMs: number | undefined): Held | undefined {
    const bill = billOf(one.request, one.facts, { segments: one.rendered!.segments, slowed: one.slowed, leadMs }, deps, now);
    if ('verdict' in bill) return bill;
    one.bill = bill;
    return undefined;
  }

  async function takeLimits(cases: readonly Case[], now: Date, startedMs: number): Promise<void> {
    if (cases.length === 0) return;
    const askedMs = clock.monotonicMs();
    const answer = await counters.take(
      cases.map(({ bill }) => bill!.limits.map(({ charge }) => charge)),
      now,
    );
    const onOurClock = clockOf(answer.now, now, { startedMs, askedMs });
    for (const [index, one] of cases.entries()) {
      const result = answer.results[index]!;
      if (!result.taken) {
        one.verdict = heldByLimit(one.bill!, result, one.request.validUntil, now);
        continue;
      }
      const paced = one.bill!.limits.some(({ charge }) => charge.kind === 'rate' && charge.everyMs > 0);
      // A sender without a pace has slots too while it opens after a closing.
      const slotMs = result.at.getTime();
      // Consent was read after `startedMs`: from there on the clearance ages. Past the message's own end it is worth nothing.
      const ends = [startedMs + clearedForMs, onOurClock.surelyBefore(one.validUntil!.getTime())];
      if (paced) ends.push(onOurClock.surelyBefore(slotMs + slackMs));
      one.verdict = clearedCase(
        one,
        slotMs > answer.now.getTime() || paced ? onOurClock.surelyFrom(slotMs) : startedMs,
        Math.min(...ends),
        result.charges,
      );
    }
  }

  /** A store that went by the caller's time shares our clock; any other is read within what its answers prove. */
  function clockOf(
    storeNow: Date,
    now: Date,
    { startedMs, askedMs }: { readonly startedMs: number; readonly askedMs: number },
  ): Omit<StoreTime, 'note'> {
    const storeMs = storeNow.getTime();
    if (storeMs === now.getTime()) {
      const shared = (ms: number): number => startedMs + (ms - storeMs);
      return { surelyFrom: shared, surelyBefore: shared };
    }
    theirs.note(askedMs, clock.monotonicMs(), storeMs);
    return theirs;
  }

  function clearedCase(one: Case, clearedFromMs: number, clearedUntilMs: number, keys: readonly TakenCharge[]): Clearance {
    const { request, facts, rendered, bill } = one;
    const message = mint(
      {
        channel: request.channel,
        kind: request.kind,
        to: facts.to,
        from: facts.from,
        content: rendered!.content,
        validUntil: one.validUntil!,
        stepKey: request.stepKey,
        ...(facts.to === request.phone ? {} : { phone: request.phone }),
      },
      { clearanceId: newId(), ground: one.ground!, packs: facts.law.packs, clearedFromMs, clearedUntilMs },
    );
    return { verdict: 'cleared', message, segments: rendered!.segments, reservation: { keys, priceMicros: bill!.priceMicros } };
  }
}

/** A lone surrogate has no form on the wire, and none that can be hashed. */
function isWellFormed({ text, buttons }: RenderedContent, values: Readonly<Record<string, string>>): boolean {
  const parts = [text, ...Object.values(values), ...buttons.flatMap((button) => [button.text, button.url ?? '', button.payload ?? ''])];
  return parts.every((part) => part.isWellFormed());
}

function settle(one: Case, held: Held | undefined): void {
  if (held !== undefined) one.verdict = held;
}

/** The platform calls advertising what the host does not: without the consent for it this channel is closed, others keep the host's word. */
function asFiled({ request, asked }: Case, found: LawfulGround | Held): LawfulGround | Held {
  return 'verdict' in found && request.kind !== asked ? refused('step', 'template-recategorised') : found;
}

function ground(one: Case, found: LawfulGround | Held): void {
  if ('verdict' in found) one.verdict = found;
  else one.ground = found;
}
