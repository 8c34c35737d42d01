import type { ChannelProvider } from '../channels/port.ts';
import { InvalidOptionsError, type OptionIssue } from '../errors.ts';
import { checkPlan } from './plan/check-plan.ts';
import type { CascadePlan } from './plan/plan.ts';

type Named = readonly { readonly id: string }[];

/** What a messenger is put together from, as far as its parts must fit each other. */
export interface HouseParts {
  readonly plans: readonly CascadePlan[];
  readonly channels: readonly ChannelProvider[];
  readonly senders: Named;
  readonly templates: Named;
  readonly law: Named;
}

/** @throws {InvalidOptionsError} when nothing known has this id. */
export function mustKnow(what: 'template' | 'sender', id: string, known: readonly { readonly id: string }[]): void {
  if (known.some((one) => one.id === id)) return;
  throw new InvalidOptionsError(`There is no ${what} "${id}".`, [
    { path: what, expected: `one of ${known.map((one) => one.id).join(', ') || '(none configured)'}` },
  ]);
}

/** @throws {InvalidOptionsError} when a plan asks for what no provider gives, or names collide. */
export function checkHouse({ plans, channels: providers, senders, templates, law }: HouseParts): void {
  const issues: OptionIssue[] = plans.flatMap((plan) =>
    checkPlan(plan, providers).map((issue) => ({ path: `plans.${plan.id}.${issue.path}`, expected: issue.expected })),
  );
  for (const [name, ids] of Object.entries({
    channels: providers.map((one) => one.id),
    senders: senders.map((one) => one.id),
    templates: templates.map((one) => one.id),
    plans: plans.map((one) => one.id),
    law: law.map((one) => one.id),
  })) {
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
      issues.push({ path: name, expected: `each id once; "${id}" stands there twice` });
  }
  if (issues.length > 0) throw new InvalidOptionsError('This messenger cannot be built.', issues);
}
