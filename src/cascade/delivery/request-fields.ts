import type { MessageRequest } from '../../message/request.ts';
import type { DeliveryRequest } from './delivery.ts';

const DAY_MS = 86_400_000;

/** How long a message without an own end stays useful, in milliseconds. */
export const defaultValidityMs: Readonly<Record<MessageRequest['kind'], number>> = { marketing: 2 * DAY_MS, transactional: DAY_MS, auth: 5 * 60_000 };

/** The optional fields of a request as a delivery keeps them: absent ones stay absent. */
export function requestFields(
  request: MessageRequest,
): Pick<DeliveryRequest, 'purpose' | 'region' | 'timeZone' | 'locale' | 'addresses' | 'startAt'> {
  const { purpose, region, timeZone, locale, addresses, startAt } = request;
  return {
    ...(purpose === undefined ? {} : { purpose }),
    ...(region === undefined ? {} : { region }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(locale === undefined ? {} : { locale }),
    ...(addresses === undefined ? {} : { addresses }),
    ...(startAt === undefined ? {} : { startAt }),
  };
}
