import type { ChannelProvider } from '../../channels/port.ts';
import { renderContent, templateBook } from '../../clearance/render-content.ts';
import type { PriceBook } from '../../limits/index.ts';
import { chooseVariant } from '../../template/choose-variant.ts';
import type { TemplateSet } from '../../template/message-template.ts';
import type { DeliveryRequest } from '../delivery/delivery.ts';
import { providerOf } from './check-plan.ts';
import { type CascadePlan, type CascadeStep, stepsFor } from './plan.ts';

export interface CheapestDeps {
  readonly prices: PriceBook | undefined;
  readonly providers: readonly ChannelProvider[];
  readonly templates: TemplateSet;
  readonly fallbackLocale?: string | undefined;
}

type Asked = Omit<DeliveryRequest, 'plan'>;

/**
 * Gives each person the plan's steps in order of what they cost for that person at worst, by country, channel, provider and the segments of the
 * rendered text. Whether a step is lawful is decided at its time, by the clearance: the cheapest that is lawful goes first. A wording with
 * another order is another version of the plan, so that it can be stored and stays executable.
 */
export function cheapestFirst({ prices, providers, templates, fallbackLocale }: CheapestDeps): (plan: CascadePlan, asked: Asked) => CascadePlan {
  const book = templateBook(templates);
  const derived = new WeakMap<CascadePlan, Map<string, CascadePlan>>();

  function priceOf(step: CascadeStep, asked: Asked): number {
    const provider = providerOf(step, providers);
    const compiled = book.get(asked.template);
    if (provider === undefined || compiled === undefined || prices === undefined) return Number.POSITIVE_INFINITY;
    const { channel } = step;
    const choice = chooseVariant(compiled.template, { channel, locale: asked.locale, fallbackLocale });
    const rendered = choice.ok ? renderContent(compiled, choice.variant, { values: asked.values, channel }, provider.capabilities) : undefined;
    if (rendered?.ok !== true) return Number.POSITIVE_INFINITY;
    const { kind, country } = asked;
    return prices.worstCase({ channel, kind, country, segments: rendered.segments, provider: provider.id }) ?? Number.POSITIVE_INFINITY;
  }

  return (plan, asked) => {
    if (plan.order !== 'cheapest-first') return plan;
    const steps = stepsFor(plan, asked.country);
    // Providers of one channel stay together, in the order they were given.
    const units = steps.flatMap((step, index) => (step.failover === true ? [] : [{ index, price: priceOf(step, asked) }]));
    const order = units.toSorted((a, b) => (a.price === b.price ? a.index - b.index : a.price - b.price)).map(({ index }) => index);
    const place = Object.hasOwn(plan.byCountry, asked.country) ? `${asked.country}-` : '';
    const version = `${plan.version}.${place}${order.join('-')}`;
    const known = derived.get(plan) ?? new Map<string, CascadePlan>();
    derived.set(plan, known);
    const found = known.get(version) ?? { ...inOrder(plan, steps, order), version };
    known.set(version, found);
    return found;
  };
}

function inOrder(plan: CascadePlan, steps: readonly CascadeStep[], order: readonly number[]): CascadePlan {
  const { order: _, ...rest } = plan;
  const units = order.map((index) => {
    const end = steps.findIndex((step, place) => place > index && step.failover !== true);
    return steps.slice(index, end < 0 ? steps.length : end);
  });
  const ordered = units.flatMap((unit, place) => (place < units.length - 1 ? unit : unit.map(withoutFallBack)));
  return { ...rest, steps: ordered, byCountry: {} };
}

/** Behind the last step there is nothing to fall back to. */
function withoutFallBack({ fallBackAfterMs: _, ...step }: CascadeStep): CascadeStep {
  return step;
}
