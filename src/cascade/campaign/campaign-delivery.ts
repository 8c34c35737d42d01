import type { SubjectRef } from '../../consent/record/record.ts';
import type { DeliveryRequest } from '../delivery/delivery.ts';
import type { CascadePlan } from '../plan/plan.ts';
import type { PlanBook } from '../plan/plan-book.ts';
import type { NewDelivery } from '../stores/delivery-store.ts';
import type { AudienceRow, CampaignMessage } from './campaign.ts';
import { isHeldOut } from './stable-share.ts';

/** Who a row turned out to be. */
export type ResolvedRecipient =
  | {
      readonly ok: true;
      readonly phone: string;
      readonly country: string;
      readonly subject: SubjectRef;
      readonly region?: string;
      readonly timeZone?: string;
    }
  | { readonly ok: false };

/** What turns rows into deliveries. */
export interface RowReader {
  /** Reads a row's number. */
  readonly resolve: (row: AudienceRow) => ResolvedRecipient;
  /** Subject of people without a readable number, from the row's own name. */
  readonly subjectOfRow: (name: string) => SubjectRef;
  readonly newId: () => string;
  /** The wording of the plan that one person follows, where it depends on more than the country. */
  readonly planFor?: ((plan: CascadePlan, request: Omit<DeliveryRequest, 'plan'>) => CascadePlan) | undefined;
}

/** One row of an audience as a delivery. @param place the row's place in the audience, from 1 */
export function deliveryOf(
  reader: RowReader,
  options: CampaignMessage,
  planOf: (country: string) => CascadePlan,
  row: AudienceRow,
  place: number,
): { readonly delivery: NewDelivery; readonly plan: CascadePlan } {
  const name = row.key ?? `#${place}`;
  const recipient = reader.resolve(row);
  const country = recipient.ok ? recipient.country : (row.country ?? '');
  const region = recipient.ok ? (row.region ?? recipient.region) : row.region;
  const timeZone = row.timeZone ?? (recipient.ok ? recipient.timeZone : undefined);
  const asked: Omit<DeliveryRequest, 'plan'> = {
    id: reader.newId(),
    campaignId: options.id,
    idempotencyKey: `${options.id}/${name}`,
    subject: recipient.ok ? recipient.subject : reader.subjectOfRow(`${options.id}/${name}`),
    phone: recipient.ok ? recipient.phone : null,
    country,
    ...(region === undefined ? {} : { region }),
    ...(timeZone === undefined ? {} : { timeZone }),
    kind: options.kind,
    ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
    sender: options.sender,
    template: options.template,
    values: row.values ?? {},
    ...(row.locale === undefined ? {} : { locale: row.locale }),
    ...(row.addresses === undefined ? {} : { addresses: row.addresses }),
    validUntil: options.validUntil,
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
  };
  const current = planOf(country);
  const plan = recipient.ok ? (reader.planFor?.(current, asked) ?? current) : current;
  const request: DeliveryRequest = { ...asked, plan: { id: plan.id, version: plan.version } };
  if (!recipient.ok) return { plan, delivery: { request, refused: 'invalid-recipient' } };
  const heldOut = options.holdout !== undefined && isHeldOut(options.holdout, recipient.subject);
  return { plan, delivery: heldOut ? { request, refused: 'held-out' } : { request } };
}

/** The plan by the recipient's country. @throws {InvalidOptionsError} for a plan nobody defined. */
export function planChooser(plans: PlanBook, plan: CampaignMessage['plan']): (country: string) => CascadePlan {
  if (typeof plan === 'string') {
    const current = plans.current(plan);
    return () => current;
  }
  const rest = plans.current(plan.default);
  const byCountry = new Map(Object.entries(plan.byCountry).map(([country, id]) => [country, plans.current(id)]));
  return (country) => byCountry.get(country) ?? rest;
}
