import type { CampaignMessage } from '../../cascade/campaign/campaign.ts';
import type { CascadePlan } from '../../cascade/plan/plan.ts';
import type { CascadePolicy } from '../../cascade/plan/policy.ts';
import type { ChannelProvider } from '../../channels/port.ts';
import type { ClearanceDeps } from '../../clearance/clearance-deps.ts';
import type { Clock } from '../../clock.ts';
import type { LawPack } from '../../law/pack.ts';
import type { MessageKind } from '../../law/vocabulary.ts';
import type { Sender } from '../../message/sender.ts';
import type { MessengerOptions } from '../../messenger.ts';
import type { TemplateSet } from '../../template/message-template.ts';

/** What providers of a campaign are built with. */
export interface ChannelContext {
  readonly clock: Clock;
  /** Public address of a provider's webhook in this run; `undefined` when no webhooks are configured. */
  readonly webhookUrl: (provider: string) => string | undefined;
}

/** One campaign as a file: who writes, to whom, what, by which way, within which limits. Paths are relative to the file. */
export interface CampaignConfig {
  /** @default 'default' */
  readonly tenant?: string | undefined;
  /** Law packs, or their ids. */
  readonly law: readonly (LawPack | string)[];
  readonly senders: readonly Sender[];
  readonly channels: (context: ChannelContext) => readonly ChannelProvider[];
  /** Template files (YAML or JSON), one template each. */
  readonly templates: readonly string[] | TemplateSet;
  readonly plans: readonly CascadePlan[];
  readonly campaign: {
    readonly id: string;
    readonly template: string;
    readonly sender: string;
    readonly kind: MessageKind;
    readonly purpose: string;
    readonly plan: string;
    readonly validForHours: number;
    /** People who get nothing, to compare with. */
    readonly holdout?: CampaignMessage['holdout'];
    /** Parts of the audience that go first. */
    readonly waves?: CampaignMessage['waves'];
    /** `licet send` starts nothing before `licet plan --approve NAME`. @default false */
    readonly requireApproval?: boolean | undefined;
  };
  /** CSV or JSONL with a header: phone, country, time_zone, language; `max_id`, `telegram_id`, `viber_id` are addresses, every other column is a value. */
  readonly audience: string;
  /** CSV or JSONL: phone, event, sender, purposes, channels, occurred_at, valid_until, method, grade, country, notice_version, notice_language. Imported once. */
  readonly consents?: string | undefined;
  /** JSONL or CSV of version, language and text: the texts that the consents name, kept for proofs. */
  readonly notices?: string | undefined;
  /** Where webhooks are listened for. Without it receipts do not come in. */
  readonly webhooks?: { readonly port: number; readonly publicUrl?: string | undefined } | undefined;
  /** Whole budget of the campaign, in millionths of its currency. */
  readonly budgetMicros?: number | undefined;
  /** Name of the currency, for people. */
  readonly currency?: string | undefined;
  readonly prices?: ClearanceDeps['prices'];
  readonly hostWindows?: ClearanceDeps['hostWindows'];
  readonly advisoryWindows?: ClearanceDeps['advisoryWindows'];
  readonly caps?: ClearanceDeps['caps'];
  readonly limits?: ClearanceDeps['limits'];
  readonly fallbackLocale?: string | undefined;
  readonly policy?: Partial<CascadePolicy> | undefined;
  /** Paces of the machinery, for a clock that does not run at the world's speed. All in milliseconds of that clock. */
  readonly timing?: Pick<MessengerOptions, 'pollMs' | 'slackMs' | 'horizonMs' | 'clearedForMs' | 'drainMs'> | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
}

/** Gives a campaign file its type. */
export function defineCampaign(config: CampaignConfig): CampaignConfig {
  return config;
}

/** What the file says to everybody, without its end. */
export function messageOf({ campaign }: CampaignConfig): Omit<CampaignMessage, 'validUntil'> {
  const { id, kind, purpose, sender, template, plan, holdout, waves } = campaign;
  return { id, kind, purpose, sender, template, plan, holdout, waves };
}
