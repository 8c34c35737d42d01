import type { ErrorClass } from '../../channels/taxonomy.ts';
import type { Channel } from '../../law/vocabulary.ts';

/** The status a step is done with. */
export type WaitFor = 'accepted' | 'sent' | 'delivered' | 'read';

/** What a definite failure leads to: the next step, the end, another attempt of the same step, or waiting until the sender works again. */
export type Reaction = 'next' | 'stop' | 'retry' | 'pause';

/** One step of a cascade. */
export interface PlanStep {
  readonly channel: Channel;
  /** Id of a configured provider; without it the first one that serves the channel. */
  readonly provider?: string | undefined;
  /**
   * Ids of configured providers for this channel instead of one. The next one is used only when nothing can have gone out by the last: it refused
   * its own account, sender or service, or the clearance did. Never after an outcome nobody knows, nor because a message did not arrive in time.
   */
  readonly providers?: readonly string[] | undefined;
  /** @default 'delivered' */
  readonly waitFor?: WaitFor | undefined;
  /** How long after its start a step may go without success before the next one goes out, in milliseconds. Not on the last step. */
  readonly fallBackAfterMs?: number | undefined;
  /** Own reactions to definite failures, by error class, over the defaults. */
  readonly on?: Readonly<Partial<Record<ErrorClass, Reaction>>> | undefined;
  /** Most submits of this step after passing failures, the first included. @default 3 */
  readonly maxAttempts?: number | undefined;
}

/** What a host says about a cascade as a whole. */
export interface PlanOptions {
  /** An outcome nobody knows: `wait` for a receipt, a look-up or the message's end, or go on to the `next` step and risk reaching the person twice. */
  readonly onUnknown: 'wait' | 'next';
  /** The platform holds this message back for this person: try the `next` step, `wait` a day, or `stop`. @default 'next' */
  readonly onHeldBack?: 'next' | 'wait' | 'stop' | undefined;
  /** Name of this wording of the plan; stored with every delivery. @default a hash of the plan */
  readonly version?: string | undefined;
  /** Steps that replace the default ones, by ISO 3166-1 alpha-2 country of the recipient. */
  readonly byCountry?: Readonly<Record<string, readonly PlanStep[]>> | undefined;
  /** `cheapest-first`: each person's steps in order of their worst price for that person, segments counted; those without a price come last. @default 'as-written' */
  readonly order?: 'as-written' | 'cheapest-first' | undefined;
  /** Shortest validity the plan will be used with, in milliseconds: a fall-back time beyond it is refused. */
  readonly validForMs?: number | undefined;
}

/** Which wording of which plan a delivery follows. */
export interface PlanRef {
  readonly id: string;
  readonly version: string;
}

/** A step with its defaults applied. */
export interface CascadeStep {
  readonly channel: Channel;
  readonly provider?: string;
  readonly waitFor: WaitFor;
  readonly fallBackAfterMs?: number;
  readonly on: Readonly<Partial<Record<ErrorClass, Reaction>>>;
  readonly maxAttempts: number;
  /** The same channel as the step before by another provider: only when nothing can have gone out by that one. */
  readonly failover?: true;
}

/** A checked cascade: plain data, so that it can be stored and stay executable. */
export interface CascadePlan extends PlanRef {
  readonly onUnknown: 'wait' | 'next';
  readonly onHeldBack: 'next' | 'wait' | 'stop';
  readonly steps: readonly CascadeStep[];
  readonly byCountry: Readonly<Record<string, readonly CascadeStep[]>>;
  readonly order?: 'cheapest-first';
}

/** The steps for a recipient's country. */
export function stepsFor(plan: CascadePlan, country: string): readonly CascadeStep[] {
  return (Object.hasOwn(plan.byCountry, country) ? plan.byCountry[country] : undefined) ?? plan.steps;
}
