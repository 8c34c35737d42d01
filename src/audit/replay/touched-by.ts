import { isTerminal } from '../../cascade/delivery/delivery-state.ts';
import { type CascadePlan, stepsFor } from '../../cascade/plan/plan.ts';
import type { MessengerStores } from '../../cascade/stores/memory-stores.ts';
import { scanDeliveries } from '../../cascade/stores/scan-deliveries.ts';
import type { LawChange } from '../../law/feed.ts';
import type { LawPack } from '../../law/pack.ts';
import { type Channel, channels, type MessageKind } from '../../law/vocabulary.ts';
import { createLinter } from '../../linter/create-linter.ts';
import type { MessageTemplate, TemplateVariant } from '../../template/message-template.ts';

/** What a change of the law means for what is stored. */
export interface Touched {
  /** Campaigns with people in its country whose message is still to go, and how many. */
  readonly campaigns: readonly { readonly id: string; readonly open: number }[];
  /** Templates: `found` and `no-longer-found` by the changed rule itself, `concerned` where it is not about words. */
  readonly templates: readonly { readonly id: string; readonly how: 'found' | 'no-longer-found' | 'concerned' }[];
}

/** Messages that are still to go, alike for the law. */
interface Open {
  readonly campaignId: string;
  readonly template: string;
  readonly country: string;
  readonly kind: MessageKind;
  readonly channels: ReadonlySet<Channel>;
  readonly validUntil: Date;
  count: number;
}

const DAY_MS = 86_400_000;

/** Reads what is still to go, once; then says for each change whom it touches. Nothing is written. */
export async function touchedBy(
  stores: Pick<MessengerStores, 'deliveryStore' | 'documentStore'>,
  packs: readonly LawPack[],
  now: Date,
): Promise<(change: LawChange) => Touched> {
  const [open, templates] = await Promise.all([openMessages(stores), keptTemplates(stores)]);
  const linter = createLinter({ packs, today: now.toISOString().slice(0, 10) });

  return (change) => {
    const { country, date, entry, area, about } = change;
    const kinds: readonly MessageKind[] | undefined = 'kinds' in entry ? (entry.kinds as readonly MessageKind[]) : undefined;
    const through = channelsOf(change);
    const fits = (kind: MessageKind, own: Iterable<Channel>): boolean =>
      (kinds === undefined || kinds.includes(kind)) && (through === undefined || [...own].some((channel) => through.includes(channel)));
    const going = open.filter(
      (one) =>
        (country === null || one.country === country) &&
        fits(one.kind, one.channels) &&
        // what is over before the change is not touched by it
        one.validUntil >= new Date(`${date}T00:00:00Z`),
    );
    const campaigns = new Map<string, number>();
    for (const { campaignId, count } of going) campaigns.set(campaignId, (campaigns.get(campaignId) ?? 0) + count);
    const named = new Set(going.map(({ template }) => template));
    const judged = templates.flatMap(({ id, kind, variants }): Touched['templates'] => {
      const own = variants.filter((variant) => fits(kind, [variant.channel]) && (named.has(id) || country === null || regionOf(variant) === country));
      if (own.length === 0) return [];
      if (area !== 'rule') return [{ id, how: 'concerned' }];
      const places = country === null ? [...new Set(own.flatMap((variant) => regionOf(variant) ?? []))] : [country];
      const found = (on: string): boolean =>
        own.some((variant) => places.some((place) => lintOn(variant, kind, place, on).some(({ rule }) => rule === about)));
      const [before, after] = [found(dayBefore(date)), found(date)];
      return before === after ? [] : [{ id, how: after ? 'found' : 'no-longer-found' }];
    });
    return { campaigns: [...campaigns].map(([id, count]) => ({ id, open: count })), templates: unique(judged) };
  };

  function lintOn(variant: TemplateVariant, kind: MessageKind, country: string, on: string) {
    const text = variant.text.replace(/\{\{\s*([\w.]+)\s*\}\}/gu, '$1');
    const buttons = (variant.buttons ?? []).map(({ text: label, url }) => (url === undefined ? { text: label } : { text: label, url }));
    return linter.lint({ country, channel: variant.channel, kind, text, buttons, asOf: on });
  }
}

async function openMessages({ deliveryStore, documentStore }: Pick<MessengerStores, 'deliveryStore' | 'documentStore'>): Promise<readonly Open[]> {
  const plans = new Map((await documentStore.list('plan/')).map(({ key, value }) => [key, value as unknown as CascadePlan]));
  const groups = new Map<string, Open>();
  for (const { key } of await documentStore.list('campaign/')) {
    const campaignId = key.slice('campaign/'.length);
    const { states } = await deliveryStore.counts(campaignId);
    if (states.planned + states.deferred + states['in-progress'] === 0) continue;
    for await (const { request, state } of scanDeliveries(deliveryStore, { campaignId })) {
      if (isTerminal(state)) continue;
      const { template, country, kind, plan, validUntil } = request;
      const name = JSON.stringify([campaignId, template, country, kind, plan, validUntil]);
      const wording = plans.get(`plan/${plan.id}/${plan.version}`);
      const group = groups.get(name) ?? {
        ...{ campaignId, template, country, kind, validUntil, count: 0 },
        channels: new Set(wording === undefined ? channels : stepsFor(wording, country).map(({ channel }) => channel)),
      };
      group.count++;
      groups.set(name, group);
    }
  }
  return [...groups.values()];
}

/** The newest wording of every template that was kept. */
async function keptTemplates({ documentStore }: Pick<MessengerStores, 'documentStore'>): Promise<readonly MessageTemplate[]> {
  const kept = (await documentStore.list('setting/template/')).map(({ value }) => value as unknown as { since: string; template: MessageTemplate });
  return [...new Map(kept.toSorted((a, b) => (a.since < b.since ? -1 : 1)).map(({ template }) => [template.id, template])).values()];
}

function channelsOf({ entry, area }: LawChange): readonly Channel[] | undefined {
  if (area === 'channel' && 'channel' in entry) return [entry.channel as Channel];
  return 'channels' in entry ? (entry.channels as readonly Channel[] | undefined) : undefined;
}

/** Country that a wording is most likely read in: `en-GB` says it, `ru` is taken for Russia. */
function regionOf({ locale }: TemplateVariant): string | undefined {
  return new Intl.Locale(locale).maximize().region;
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

function unique<One extends { readonly id: string }>(all: readonly One[]): readonly One[] {
  return [...new Map(all.map((one) => [one.id, one])).values()];
}
