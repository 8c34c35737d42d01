import { EventEmitter } from 'eventemitter3';

/** What a messenger tells its host. No payload holds a number, a text or a name; `deliveryId` leads to them for those who may look. */
export interface MessengerEvents {
  'delivery-planned': { readonly deliveryId: string; readonly campaignId?: string };
  /** Something became due, or may have: planned, reported, withdrawn. Told often; drivers wake workers by it. */
  'work-due': Readonly<Record<never, never>>;
  'step-submitted': {
    readonly deliveryId: string;
    readonly campaignId?: string;
    readonly channel: string;
    readonly provider: string;
    readonly outcome: 'accepted' | 'rejected' | 'unknown';
    readonly errorClass?: string;
  };
  'step-fell-back': { readonly deliveryId: string; readonly campaignId?: string; readonly from: string };
  'delivery-deferred': { readonly deliveryId: string; readonly campaignId?: string; readonly reason: string; readonly until: Date };
  'delivery-settled': {
    readonly deliveryId: string;
    readonly campaignId?: string;
    readonly state: string;
    readonly reason?: string;
    readonly channel?: string;
  };
  'late-delivery': { readonly deliveryId: string; readonly campaignId?: string; readonly channel: string; readonly doubleReach: boolean };
  'consent-withdrawn': { readonly recordId: string; readonly complete: boolean; readonly inFlight: number };
  'inbound-classified': { readonly provider: string; readonly intent: string; readonly suppress: boolean; readonly certainty: string };
  'complaint-opened': { readonly caseId: string; readonly dueAt: Date };
  'complaint-moved': { readonly caseId: string; readonly state: string };
  /** Its deadline has passed without an answer. Told once for each deadline. */
  'complaint-overdue': { readonly caseId: string; readonly dueAt: Date };
  /** A reply was acted on because it probably meant it: a person should look. */
  'review-queued': { readonly reviewId: string; readonly intent: string };
  'platform-changed': {
    readonly provider: string;
    readonly kind: 'template' | 'quality';
    readonly type: string;
    readonly name?: string;
    readonly state?: string;
  };
  /** The platform files a template under another category, or will: from now on it is cleared as that. */
  'template-recategorised': { readonly provider: string; readonly name: string; readonly category: string; readonly announced: boolean };
  /** The platform stops an account, or stops it from advertising: a person should look. */
  'account-halted': { readonly provider: string; readonly halts: 'all' | 'marketing'; readonly until: Date; readonly state?: string };
  /** A person who had stopped on the platform takes messages there again. The withdrawal stands until they consent anew. `subject` is the keyed reference. */
  'preference-returned': { readonly provider: string; readonly subject: string };
  'sender-paused': { readonly provider: string; readonly sender: string; readonly reason: string; readonly until?: Date };
  /** Message after message met the same permanent error: the campaign waits for a person. */
  'campaign-paused': { readonly campaignId: string; readonly errorClass: string; readonly providerCode: string | null };
  /** A wave of a campaign has shown what it must, or is held for a person. `next` is the wave that goes now. */
  'campaign-wave': {
    readonly campaignId: string;
    readonly wave: number;
    readonly verdict: 'go-on' | 'hold';
    readonly because: string;
    readonly next: number;
  };
  /** Monitoring slowed down, held back or let go messages that are alike. What they have in common, and the causes, stand in the decision. */
  'quality-decided': {
    readonly decisionId: string;
    readonly channel: string;
    readonly by: string;
    readonly action: 'slow' | 'pause' | 'trial' | 'resume' | 'tell';
    readonly why: string;
    readonly sent?: number;
    readonly bad?: number;
  };
  /** A start has taken over as much of its audience as it could. */
  'campaign-planned': { readonly campaignId: string; readonly outcome: string; readonly rows: number };
  /** Nothing of a campaign is open any more. Told to those who follow its progress. */
  'campaign-settled': { readonly campaignId: string; readonly total: number; readonly reached: number };
  'webhook-refused': { readonly provider: string; readonly status: number; readonly reason: string };
  'background-failure': { readonly where: string; readonly code: string };
}

/** A typed emitter; listeners run synchronously and must not throw. */
export type MessengerEmitter = EventEmitter<{ [Name in keyof MessengerEvents]: (event: MessengerEvents[Name]) => void }>;

export function createEmitter(): MessengerEmitter {
  return new EventEmitter();
}
