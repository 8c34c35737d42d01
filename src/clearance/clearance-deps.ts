import type { ChannelProvider } from '../channels/port.ts';
import type { Clock, NewId } from '../clock.ts';
import type { ConsentDemand } from '../consent/decide/consent-demand.ts';
import type { ConsentDecision, SubjectQuestion } from '../consent/decide/question.ts';
import type { ConsentRecord } from '../consent/record/record.ts';
import type { LawPack } from '../law/pack.ts';
import type { Channel, MessageKind } from '../law/vocabulary.ts';
import type { Budget, CounterStore, PersonCap, PriceBook, SenderLimits } from '../limits/index.ts';
import type { Linter } from '../linter/engine.ts';
import type { LateLinter } from '../linter/late-linter.ts';
import type { LintFacts } from '../linter/lint-message.ts';
import type { Sender } from '../message/sender.ts';
import type { TemplateSet, TemplateState, TemplateVariant } from '../template/message-template.ts';
import type { WhatsAppCategory } from '../template/whatsapp-template.ts';
import type { Holidays, HostWindow } from '../windows/index.ts';
import type { ClearanceRequest } from './clearance.ts';

/** Whether a message's campaign, template, sender or tenant may send at all right now. */
export type Control = 'running' | 'paused' | 'stopped';

/** Newest state of a wording at its platform, when a pause ends, if the platform says, and the category it is filed under there. */
export interface VariantState {
  /** Absent: no news of it, the file's holds. */
  readonly state?: TemplateState | undefined;
  readonly resumesAt?: Date | undefined;
  readonly category?: WhatsAppCategory | undefined;
}

/** How an account stands at its platform. */
export interface AccountState {
  /** What must not be submitted until `until`. */
  readonly halted?: 'all' | 'marketing' | undefined;
  readonly until?: Date | undefined;
  /** Different people it may write to in a rolling day, if the platform limits them. */
  readonly dailyReach?: number | undefined;
}

/** What a registry outside the consent ledger says against an address. */
export type OutsideSuppression = 'suppressed' | 'carrier-blocked' | 'number-reassigned';

/** A message that law and consent let go, and the consent it rests on, if it rests on one. */
export interface HoldQuestion {
  readonly request: ClearanceRequest;
  readonly record: ConsentRecord | null;
}

/** What monitoring holds against messages of a kind: not before `until`, or no faster than a pace they share. */
export type QualityHold = { readonly until: Date } | { readonly id: string; readonly perSecond: number };

/** Everything a clearance rests on. Lists are read once; functions are asked per batch or per message. */
export interface ClearanceDeps {
  readonly packs: readonly LawPack[];
  readonly senders: readonly Sender[];
  readonly templates: TemplateSet;
  readonly providers: readonly Pick<ChannelProvider, 'id' | 'channels' | 'capabilities'>[];
  /** Consent decisions for many people, in the order of the questions. Reads the primary, never a cache. */
  readonly decide: (questions: readonly SubjectQuestion[]) => Promise<readonly ConsentDecision[]>;
  readonly linter: Pick<Linter, 'lint'> & Partial<Pick<LateLinter, 'ready'>>;
  readonly counters: CounterStore;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly newId: NewId;
  /** What the host asks of consents beyond the law, by country, purpose, sender, channel and kind: a confirmation on the handset, a shorter age. */
  readonly consentDemands?: readonly ConsentDemand[] | undefined;
  /** Registers outside the ledger: national opt-out lists, reassigned numbers. `null`: nothing against it. */
  readonly suppressions?: ((requests: readonly ClearanceRequest[], now: Date) => Promise<readonly (OutsideSuppression | null)[]>) | undefined;
  /** Pause and stop switches at every level. */
  readonly controls?: ((requests: readonly ClearanceRequest[]) => Promise<readonly Control[]>) | undefined;
  /** What monitoring holds back or slows down, in the order of the questions. */
  readonly qualityHolds?: ((questions: readonly HoldQuestion[], now: Date) => readonly (QualityHold | null)[]) | undefined;
  /** Newer news than the template file holds; `undefined` leaves the file's state. */
  readonly variantState?: ((template: string, variant: TemplateVariant) => VariantState | undefined) | undefined;
  /** What the platform says of the account behind a configured provider; `undefined`: nothing against it. */
  readonly accountState?: ((provider: string, now: Date) => AccountState | undefined) | undefined;
  /** Language used when a template has none of the person's. */
  readonly fallbackLocale?: string | undefined;
  /** What only the host knows about a template's content. */
  readonly lintFacts?: ((template: string, sender: string) => LintFacts | undefined) | undefined;
  /** Whether a sender must be registered to write to a country on a channel. @default never */
  readonly requiresRegistration?: ((country: string, channel: Channel) => boolean) | undefined;
  /** Hours the host keeps beyond the law; for marketing unless `kinds` says otherwise. */
  readonly hostWindows?: readonly (HostWindow & { readonly kinds?: readonly MessageKind[] })[] | undefined;
  /** Public holidays by country that the packs do not list, with the years for which they are then complete. */
  readonly holidays?: Readonly<Record<string, Holidays>> | undefined;
  /** Whether advisory hours put a message off like law does. @default 'defer' */
  readonly advisoryWindows?: 'defer' | 'ignore' | undefined;
  /** The host's own caps per person; the law's come from the packs. */
  readonly caps?: readonly PersonCap[] | undefined;
  /** Limits of a sender beyond what its provider declares. */
  readonly limits?: ((request: ClearanceRequest) => SenderLimits) | undefined;
  readonly prices?: PriceBook | undefined;
  readonly budgets?: ((request: ClearanceRequest, now: Date) => readonly Budget[]) | undefined;
  /** How long a cleared message may wait before the wire, in milliseconds. @default 5_000 */
  readonly clearedForMs?: number | undefined;
  /** How late after its slot a paced call may start, in milliseconds; the pace allows for it. @default 100 */
  readonly slackMs?: number | undefined;
  /** How far ahead slots are given, in milliseconds. @default 1_000 */
  readonly horizonMs?: number | undefined;
  /** How long before its window ends a channel that takes no validity is closed, in milliseconds. @default 600_000 */
  readonly closeEarlyMs?: number | undefined;
}
