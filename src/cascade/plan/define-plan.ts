import * as z from 'zod/mini';
import { type ErrorClass, errorClasses } from '../../channels/taxonomy.ts';
import { InvalidOptionsError, type OptionIssue } from '../../errors.ts';
import { channels } from '../../law/vocabulary.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/hash.ts';
import type { CascadePlan, CascadeStep, PlanOptions, PlanStep, Reaction } from './plan.ts';

const milliseconds = z.int().check(z.positive());
const step = z.strictObject({
  channel: z.enum(channels),
  provider: z.optional(z.string().check(z.minLength(1))),
  providers: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(5))),
  waitFor: z.optional(z.enum(['accepted', 'sent', 'delivered', 'read'])),
  fallBackAfterMs: z.optional(milliseconds),
  on: z.optional(z.partialRecord(z.enum(errorClasses), z.enum(['next', 'stop', 'retry', 'pause']))),
  maxAttempts: z.optional(z.int().check(z.gte(1), z.lte(10))),
}) satisfies z.ZodMiniType<unknown, PlanStep>;
const stepList = z.array(step).check(z.minLength(1), z.maxLength(10));
const options = z.strictObject({
  onUnknown: z.enum(['wait', 'next']),
  onHeldBack: z.optional(z.enum(['next', 'wait', 'stop'])),
  version: z.optional(z.string().check(z.regex(/^[\w.-]{1,64}$/u))),
  byCountry: z.optional(z.record(z.string().check(z.regex(/^[A-Z]{2}$/u)), stepList)),
  order: z.optional(z.enum(['as-written', 'cheapest-first'])),
  validForMs: z.optional(milliseconds),
}) satisfies z.ZodMiniType<unknown, PlanOptions>;
const whole = z.object({ id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/u)), steps: stepList, options });

/**
 * A cascade, checked once: steps in order, what unknown means, other steps for some countries.
 * @throws {InvalidOptionsError} for a plan that cannot mean what it says: no steps, a fall-back time on the last one or beyond the validity,
 * a refusal that would go on to the next channel.
 * @example
 * definePlan('promo', [{ channel: 'whatsapp', fallBackAfterMs: 15 * 60_000 }, { channel: 'sms' }], { onUnknown: 'wait' })
 */
export function definePlan(id: string, steps: readonly PlanStep[], given: PlanOptions): CascadePlan {
  const parsed = whole.safeParse({ id, steps, options: given });
  const issues = parsed.success
    ? [
        ...stepIssues('steps', steps, given),
        ...Object.entries(given.byCountry ?? {}).flatMap(([country, own]) => stepIssues(`options.byCountry.${country}`, own, given)),
      ]
    : parsed.error.issues.map((issue): OptionIssue => ({ path: issue.path.join('.'), expected: issue.message }));
  if (issues.length > 0) throw new InvalidOptionsError('This plan cannot be used.', issues);
  const plan = {
    id,
    onUnknown: given.onUnknown,
    onHeldBack: given.onHeldBack ?? 'next',
    steps: steps.flatMap(expand),
    byCountry: Object.fromEntries(Object.entries(given.byCountry ?? {}).map(([country, own]) => [country, own.flatMap(expand)])),
    ...(given.order === 'cheapest-first' ? { order: given.order } : {}),
  };
  return { ...plan, version: given.version ?? sha256Hex(canonicalJson(asJson(plan))).slice(0, 12) };
}

/** What a provider says of itself and of nobody's phone: another one may be asked. */
const providerTrouble: NonNullable<PlanStep['on']> = {
  auth: 'next',
  'insufficient-funds': 'next',
  'sender-blocked': 'next',
  'retryable-transient': 'next',
};

/** One step for each provider; all but the last give way when their provider is in trouble. */
function expand({ providers, ...given }: PlanStep): readonly CascadeStep[] {
  if (providers === undefined) return [withDefaults(given)];
  return providers.map((provider, index) => {
    const on = index === providers.length - 1 ? given.on : { ...providerTrouble, ...given.on };
    return { ...withDefaults({ ...given, provider, on }), ...(index === 0 ? {} : { failover: true as const }) };
  });
}

function withDefaults(given: PlanStep): CascadeStep {
  return {
    channel: given.channel,
    ...(given.provider === undefined ? {} : { provider: given.provider }),
    waitFor: given.waitFor ?? 'delivered',
    ...(given.fallBackAfterMs === undefined ? {} : { fallBackAfterMs: given.fallBackAfterMs }),
    on: { ...given.on },
    maxAttempts: given.maxAttempts ?? 3,
  };
}

/** Reactions that would turn a refusal into advertising by another way, or repeat what can only fail again. */
const forbidden: Readonly<Partial<Record<ErrorClass, readonly Reaction[]>>> = {
  'opted-out': ['next', 'retry', 'pause'],
  'carrier-blocked': ['next', 'retry', 'pause'],
  duplicate: ['next', 'retry', 'stop', 'pause'],
  'not-on-channel': ['retry', 'pause'],
};

function stepIssues(path: string, steps: readonly PlanStep[], given: PlanOptions): readonly OptionIssue[] {
  const issues: OptionIssue[] = [];
  let waitedMs = 0;
  for (const [index, { fallBackAfterMs, on, provider, providers }] of steps.entries()) {
    // Whatever comes last for a person loses its fall-back time there.
    const last = index === steps.length - 1 && given.order !== 'cheapest-first';
    if (providers !== undefined && provider !== undefined)
      issues.push({ path: `${path}.${index}.provider`, expected: 'nothing beside providers, which names them all' });
    if (providers !== undefined && new Set(providers).size < providers.length)
      issues.push({ path: `${path}.${index}.providers`, expected: 'each provider once' });
    if (fallBackAfterMs !== undefined) {
      waitedMs += fallBackAfterMs;
      if (last) issues.push({ path: `${path}.${index}.fallBackAfterMs`, expected: 'nothing on the last step: there is no step to fall back to' });
      if (given.validForMs !== undefined && waitedMs >= given.validForMs)
        issues.push({
          path: `${path}.${index}.fallBackAfterMs`,
          expected: `fall-back times that add up to less than validForMs (${given.validForMs})`,
        });
    }
    for (const [errorClass, reaction] of Object.entries(on ?? {}))
      if (forbidden[errorClass as ErrorClass]?.includes(reaction))
        issues.push({ path: `${path}.${index}.on.${errorClass}`, expected: `another reaction than '${reaction}': what it says is final` });
  }
  return issues;
}

function asJson(plan: Omit<CascadePlan, 'version'>): Parameters<typeof canonicalJson>[0] {
  return JSON.parse(JSON.stringify(plan));
}
