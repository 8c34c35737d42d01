import type { DeliveryRequest } from '../cascade/delivery/delivery.ts';
import { definePlan } from '../cascade/plan/define-plan.ts';
import type { CascadePlan } from '../cascade/plan/plan.ts';
import type { DeliveryStore } from '../cascade/stores/delivery-store.ts';
import type { ChannelProvider } from '../channels/port.ts';
import type { NewId } from '../clock.ts';
import type { Channel } from '../law/vocabulary.ts';
import { sha256Hex } from '../ledger/hash.ts';
import { countryOf } from '../phone/index.ts';
import type { Answer } from './reply-answers.ts';

/** The plans answers follow, one per provider and channel: one step, back the way the person came. */
export function answerPlans(providers: readonly ChannelProvider[]): readonly CascadePlan[] {
  return providers.flatMap(({ id, channels }) =>
    channels.map((channel) => definePlan(answerPlanId(id, channel), [{ channel, provider: id, waitFor: 'accepted' }], { onUnknown: 'wait' })),
  );
}

function answerPlanId(provider: string, channel: Channel): string {
  return `answer-${channel}-${sha256Hex(provider).slice(0, 12)}`;
}

export interface AnswerSenderDeps {
  readonly store: Pick<DeliveryStore, 'insert'>;
  readonly plans: readonly CascadePlan[];
  readonly newId: NewId;
  /** Told once the answer is stored. */
  readonly stored: (deliveryId: string) => void;
}

/** Stores answers as deliveries of one step; the same key stores one. */
export function answerSender({ store, plans, newId, stored }: AnswerSenderDeps): (answer: Answer) => Promise<void> {
  return async ({ key, to, message, locale, validUntil, confirms }) => {
    const plan = plans.find(({ id }) => id === answerPlanId(to.provider, to.channel));
    const country = countryOf(to.phone);
    if (plan === undefined || country === null) return;
    const request: DeliveryRequest = {
      id: newId(),
      idempotencyKey: key,
      subject: to.subject,
      phone: to.phone,
      country,
      kind: 'transactional',
      sender: to.sender,
      template: message.template,
      values: message.values ?? {},
      ...(locale === undefined ? {} : { locale }),
      plan: { id: plan.id, version: plan.version },
      validUntil,
      ...(confirms === undefined ? {} : { confirms }),
    };
    const [result] = await store.insert([{ request }]);
    if (result?.outcome === 'inserted') stored(request.id);
  };
}
