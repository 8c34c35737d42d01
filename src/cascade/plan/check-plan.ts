import { type ChannelProvider, reachesOn } from '../../channels/port.ts';
import type { OptionIssue } from '../../errors.ts';
import type { CascadePlan, CascadeStep, WaitFor } from './plan.ts';

const rank: Readonly<Record<WaitFor, number>> = { accepted: 0, sent: 1, delivered: 2, read: 3 };

/** The provider a step goes to: the one it names, else the first that serves its channel. */
export function providerOf(step: CascadeStep, providers: readonly ChannelProvider[]): ChannelProvider | undefined {
  return providers.find((provider) => (step.provider === undefined || provider.id === step.provider) && provider.channels.includes(step.channel));
}

/** What a plan asks of the configured providers and they cannot give. Empty when all is well; a messenger refuses to start otherwise. */
export function checkPlan(plan: CascadePlan, providers: readonly ChannelProvider[]): readonly OptionIssue[] {
  return everyStep(plan).flatMap(([path, step]) => {
    const provider = providerOf(step, providers);
    if (provider === undefined)
      return [{ path: `${path}.${step.provider === undefined ? 'channel' : 'provider'}`, expected: `a configured provider for ${step.channel}` }];
    const reaches = reachesOn(provider.capabilities, step.channel);
    return rank[step.waitFor] <= rank[reaches]
      ? []
      : [{ path: `${path}.waitFor`, expected: `at most '${reaches}', the furthest ${provider.id} ever reports on ${step.channel}` }];
  });
}

/** A plan that works but may reach a person twice, with the numbers. */
export interface PlanWarning {
  readonly path: string;
  readonly warning: 'double-reach';
  readonly fallBackAfterMs: number;
  /** How long the channel itself goes on trying, at least; `null` when it cannot be told to stop. */
  readonly channelGoesOnMs: number | null;
}

/** Steps whose channel goes on trying after the next step has gone out. */
export function planWarnings(plan: CascadePlan, providers: readonly ChannelProvider[]): readonly PlanWarning[] {
  return everyStep(plan).flatMap(([path, { fallBackAfterMs, ...step }]): readonly PlanWarning[] => {
    const provider = providerOf(step, providers);
    if (fallBackAfterMs === undefined || provider === undefined) return [];
    const { validity } = provider.capabilities;
    if (validity !== null && validity.minMs <= fallBackAfterMs) return [];
    return [{ path, warning: 'double-reach', fallBackAfterMs, channelGoesOnMs: validity?.minMs ?? null }];
  });
}

function everyStep(plan: CascadePlan): readonly (readonly [path: string, step: CascadeStep])[] {
  return [
    ...plan.steps.map((step, index) => [`steps.${index}`, step] as const),
    ...Object.entries(plan.byCountry).flatMap(([country, steps]) => steps.map((step, index) => [`byCountry.${country}.${index}`, step] as const)),
  ];
}
