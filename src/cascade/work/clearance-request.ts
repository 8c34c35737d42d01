import type { ClearanceRequest } from '../../clearance/clearance.ts';
import { type DeliveryRequest, stepKeyOf } from '../delivery/delivery.ts';
import type { CascadeStep } from '../plan/plan.ts';

/** Which step of a delivery is asked about, through which provider. */
export interface StepAsked {
  readonly index: number;
  readonly provider: string;
  /** The subject's fence epoch, read before. */
  readonly epoch: number;
}

/** What the clearance is asked about one step of a delivery. */
export function clearanceRequest(request: DeliveryRequest, step: CascadeStep, { index, provider, epoch }: StepAsked): ClearanceRequest {
  const address = request.addresses?.[step.channel];
  return {
    deliveryId: request.id,
    ...(request.campaignId === undefined ? {} : { campaignId: request.campaignId }),
    stepKey: stepKeyOf(request.id, index),
    subject: request.subject,
    epoch,
    phone: request.phone ?? '',
    country: request.country,
    ...(request.region === undefined ? {} : { region: request.region }),
    ...(request.timeZone === undefined ? {} : { timeZone: request.timeZone }),
    kind: request.kind,
    ...(request.purpose === undefined ? {} : { purpose: request.purpose }),
    sender: request.sender,
    template: request.template,
    values: request.values,
    ...(request.locale === undefined ? {} : { locale: request.locale }),
    channel: step.channel,
    provider,
    ...(address === undefined ? {} : { address }),
    validUntil: request.validUntil,
    ...(step.fallBackAfterMs === undefined ? {} : { fallBackAfterMs: step.fallBackAfterMs }),
    ...(request.confirms === undefined ? {} : { confirms: request.confirms }),
  };
}
