import type { ChannelProvider } from '../../channels/port.ts';
import type { ChannelOutlook, OutlookQuestion } from '../../clearance/plan-law.ts';
import type { Channel, LocalText, MessageKind } from '../../law/vocabulary.ts';
import { type PlanWarning, planWarnings } from './check-plan.ts';
import { type CascadePlan, stepsFor } from './plan.ts';

/** What a plan may lead to without being wrong: for people to look at before a campaign starts. */
export type PlanRisk =
  | (PlanWarning & { readonly plan: string })
  /** `country-closed`: no step of the plan may be used there for this kind of message. */
  | {
      readonly plan: string;
      readonly warning: 'channel-barred' | 'channel-unreliable' | 'no-lawful-window' | 'country-closed';
      readonly country: string;
      /** `null` for the country as a whole. */
      readonly channel: Channel | null;
      readonly note?: LocalText | undefined;
    };

const warningOf = { barred: 'channel-barred', unreliable: 'channel-unreliable', 'no-window': 'no-lawful-window' } as const;

/** The risks of a plan for a kind of message in the countries it goes to. */
export function planRisks(
  plan: CascadePlan,
  {
    providers,
    outlook,
    kind,
    countries,
    now,
  }: {
    readonly providers: readonly ChannelProvider[];
    readonly outlook: (question: OutlookQuestion) => ChannelOutlook;
    readonly kind: MessageKind;
    readonly countries: readonly string[];
    readonly now: Date;
  },
): readonly PlanRisk[] {
  const lawful = countries.flatMap((country): readonly PlanRisk[] => {
    const channels = [...new Set(stepsFor(plan, country).map(({ channel }) => channel))];
    const risks = channels.flatMap((channel): readonly PlanRisk[] => {
      const found = outlook({ country, channel, kind, now });
      if (found.outlook === 'open') return [];
      return [{ plan: plan.id, warning: warningOf[found.outlook], country, channel, ...(found.note === undefined ? {} : { note: found.note }) }];
    });
    const closed = risks.filter(({ warning }) => warning !== 'channel-unreliable').length === channels.length;
    return closed ? [...risks, { plan: plan.id, warning: 'country-closed', country, channel: null }] : risks;
  });
  return [...planWarnings(plan, providers).map((warning) => ({ plan: plan.id, ...warning })), ...lawful];
}
