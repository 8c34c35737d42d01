import type { Attributes, Meter } from '@opentelemetry/api';
import type { MessengerEmitter, MessengerEvents } from '../events.ts';

/** One counter: the event that moves it, and what of the event tells its values apart. Ids of deliveries, campaigns and people never do. */
interface EventCounter<Name extends keyof MessengerEvents> {
  readonly event: Name;
  readonly metric: string;
  readonly unit: string;
  readonly description: string;
  readonly by: (event: MessengerEvents[Name]) => Attributes;
}

function counter<Name extends keyof MessengerEvents>(
  event: Name,
  metric: string,
  unit: string,
  description: string,
  by: (event: MessengerEvents[Name]) => Attributes,
): EventCounter<Name> {
  return { event, metric, unit, description, by };
}

const counters = [
  counter('delivery-settled', 'licet.deliveries.settled', '{delivery}', 'Deliveries that are over.', ({ state, reason, channel }) => ({
    'licet.state': state,
    'licet.reason': reason,
    'messaging.destination.name': channel,
  })),
  counter('delivery-deferred', 'licet.deliveries.deferred', '{delivery}', 'Deliveries put off.', ({ reason }) => ({ 'licet.reason': reason })),
  counter('step-fell-back', 'licet.deliveries.fallen_back', '{delivery}', 'Steps left for the next one.', ({ from }) => ({
    'messaging.destination.name': from,
  })),
  counter('late-delivery', 'licet.deliveries.late', '{delivery}', 'Messages that arrived after their fall-back went out.', (event) => ({
    'messaging.destination.name': event.channel,
    'licet.double_reach': event.doubleReach,
  })),
  counter('consent-withdrawn', 'licet.consents.withdrawn', '{withdrawal}', 'Withdrawals recorded by replies and platforms.', ({ complete }) => ({
    'licet.complete': complete,
  })),
  counter('inbound-classified', 'licet.replies', '{reply}', 'What people wrote back.', ({ provider, intent, suppress, certainty }) => ({
    'messaging.system': provider,
    'licet.intent': intent,
    'licet.suppress': suppress,
    'licet.certainty': certainty,
  })),
  counter('complaint-opened', 'licet.complaints.opened', '{case}', 'Complaints taken in.', () => ({})),
  counter('complaint-overdue', 'licet.complaints.overdue', '{case}', 'Complaints whose deadline has passed.', () => ({})),
  counter('webhook-refused', 'licet.webhooks.refused', '{call}', 'Calls of providers that were not taken in.', ({ provider, status, reason }) => ({
    'messaging.system': provider,
    'http.response.status_code': status,
    'licet.reason': reason,
  })),
  counter('sender-paused', 'licet.senders.closed', '{closing}', 'Senders closed for a while.', ({ provider, sender, reason }) => ({
    'messaging.system': provider,
    'licet.sender': sender,
    'licet.reason': reason,
  })),
  counter('campaign-paused', 'licet.campaigns.paused', '{campaign}', 'Campaigns that wait for a person.', ({ errorClass }) => ({
    'error.type': errorClass,
  })),
  counter('quality-decided', 'licet.quality.decisions', '{decision}', 'What monitoring decided.', ({ action, by, channel }) => ({
    'licet.action': action,
    'licet.by': by,
    'messaging.destination.name': channel,
  })),
  counter('background-failure', 'licet.background.failures', '{failure}', 'Work beside the main path that failed.', ({ where, code }) => ({
    'licet.where': where,
    'error.type': code,
  })),
] as const;

/** Counts events until the returned function is called. */
export function countEvents(events: MessengerEmitter, meter: Meter): () => void {
  const stops = counters.map((one) => countOne(one as unknown as EventCounter<keyof MessengerEvents>, events, meter));
  return () => {
    for (const stop of stops) stop();
  };
}

function countOne({ event, metric, unit, description, by }: EventCounter<keyof MessengerEvents>, events: MessengerEmitter, meter: Meter): () => void {
  const instrument = meter.createCounter(metric, { unit, description });
  const heard = (payload: MessengerEvents[keyof MessengerEvents]): void => instrument.add(1, present(by(payload)));
  events.on(event, heard);
  return () => void events.off(event, heard);
}

function present(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}
