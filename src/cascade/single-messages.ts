import type { ConsentBook } from '../consent/consent-book.ts';
import { InvalidOptionsError } from '../errors.ts';
import type { MessageRequest } from '../message/request.ts';
import type { Observe } from '../observe.ts';
import type { ResolvedRecipient } from './campaign/campaign-delivery.ts';
import type { DeliveryRequest } from './delivery/delivery.ts';
import type { DeliveryReason, DeliveryState } from './delivery/delivery-state.ts';
import { defaultValidityMs, requestFields } from './delivery/request-fields.ts';
import type { CascadePlan } from './plan/plan.ts';
import type { PlanBook } from './plan/plan-book.ts';
import { openPlatformFacts, type PlatformFacts } from './platform/platform-facts.ts';
import type { DeliveryStore } from './stores/delivery-store.ts';
import type { MessengerStores, TransactionClient } from './stores/memory-stores.ts';

/** What became of a request to send. A value, not an exception. */
export type SendResult =
  | { readonly state: 'planned'; readonly deliveryId: string }
  /** The idempotency key is known: what stands there. */
  | { readonly state: DeliveryState; readonly deliveryId: string; readonly reason?: DeliveryReason }
  | { readonly state: 'refused'; readonly reason: 'invalid-recipient' };

export interface SendOptions {
  /** The same key is the same message, whoever sends it again and however often. */
  readonly idempotencyKey: string;
  /**
   * A client inside a transaction of the host's, on the database of `postgresStores`: the message is planned exactly when it commits. Nothing is
   * sent before, because no worker sees it; workers find it at their next look.
   */
  readonly transaction?: TransactionClient | undefined;
}

export interface SingleMessageDeps {
  readonly store: DeliveryStore;
  readonly observe: Observe;
  readonly joined: MessengerStores['joined'];
  readonly plans: PlanBook;
  readonly planFor: (plan: CascadePlan, asked: Omit<DeliveryRequest, 'plan'>) => CascadePlan;
  readonly facts: Pick<PlatformFacts, 'rememberAddresses'>;
  readonly book: ConsentBook;
  readonly resolve: (to: string, country?: string) => ResolvedRecipient;
  readonly newId: () => string;
  readonly now: () => Date;
  /** @throws {InvalidOptionsError} for what the messenger does not have. */
  readonly check: (request: MessageRequest) => void;
  readonly planned: (deliveryId: string) => void;
}

/** Plans single messages: the same path as a campaign's, one at a time. */
export function singleMessages(deps: SingleMessageDeps): (request: MessageRequest, options: SendOptions) => Promise<SendResult> {
  const { plans, newId, now } = deps;
  return (request, options) =>
    deps.observe(
      { name: 'plan', kind: request.kind, count: 1 },
      () => planOne(request, options),
      ({ state }) => ({ outcome: state }),
    );

  async function planOne(request: MessageRequest, { idempotencyKey, transaction }: SendOptions): Promise<SendResult> {
    const current = plans.current(request.plan);
    deps.check(request);
    const recipient = deps.resolve(request.to, request.country);
    if (!recipient.ok) return { state: 'refused', reason: 'invalid-recipient' };
    const { values = {}, kind, sender, template } = request;
    const asked: Omit<DeliveryRequest, 'plan'> = {
      ...requestFields(request),
      id: newId(),
      idempotencyKey,
      subject: recipient.subject,
      phone: recipient.phone,
      country: recipient.country,
      kind,
      sender,
      template,
      values,
      validUntil: request.validUntil ?? new Date(now().getTime() + defaultValidityMs[kind]),
    };
    const plan = deps.planFor(current, asked);
    const { store, facts, keep } = transaction === undefined ? { store: deps.store, facts: deps.facts, keep: plans.keep } : join(deps, transaction);
    await keep([plan]);
    await facts.rememberAddresses(deps.book, recipient.subject, request.addresses);
    const [result] = await store.insert([{ request: { ...asked, plan: { id: plan.id, version: plan.version } } }]);
    if (result!.outcome !== 'inserted') return standing(store, result!.id);
    deps.planned(asked.id);
    return { state: 'planned', deliveryId: asked.id };
  }
}

async function standing(store: Pick<DeliveryStore, 'load'>, id: string): Promise<SendResult> {
  const [found] = await store.load([id]);
  return { state: found?.state ?? 'planned', deliveryId: id, ...(found?.reason == null ? {} : { reason: found.reason }) };
}

/** Everything a message leaves behind, written by the host's own connection: another one might wait for it for ever. */
function join({ joined, plans }: SingleMessageDeps, transaction: TransactionClient) {
  if (joined === undefined)
    throw new InvalidOptionsError('These stores join no transaction.', [
      { path: 'transaction', expected: 'nothing, or stores made by postgresStores' },
    ]);
  const { deliveryStore, documentStore } = joined(transaction);
  return {
    store: deliveryStore,
    facts: openPlatformFacts(documentStore),
    keep: (wordings: readonly CascadePlan[]) => plans.keepIn(documentStore, wordings),
  };
}
