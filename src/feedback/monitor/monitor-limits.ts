import type { Confidence } from '../../law/pack.ts';
import type { Channel } from '../../law/vocabulary.ts';
import type { Measure } from './slice.ts';

/** Rates of one measure on one channel: surely above the first its messages are slowed down, surely above the second they are held back. */
export interface MonitorLimit {
  readonly slowAbove: number;
  readonly pauseAbove: number;
}

/** Limits of a channel; a measure without any is counted and never acted on. */
export type ChannelLimits = Readonly<Partial<Record<Measure, MonitorLimit>>>;

/** Where limits come from and how firm that is. `house`: our own starting points, which no law, carrier or platform sets. */
export interface LimitSource {
  readonly from: 'carrier' | 'house';
  readonly confidence: Confidence;
}

/** Opt-outs after SMS at which carriers are said to warn and to block. No carrier's own text was read. */
const carrierOptOuts: MonitorLimit = { slowAbove: 0.05, pauseAbove: 0.1 };

const messengers: ChannelLimits = {
  'opt-outs': { slowAbove: 0.03, pauseAbove: 0.08 },
  complaints: { slowAbove: 0.002, pauseAbove: 0.005 },
  blocks: { slowAbove: 0.02, pauseAbove: 0.05 },
  undelivered: { slowAbove: 0.3, pauseAbove: 0.5 },
};

/**
 * Limits by channel unless the host sets its own. Only opt-outs of SMS have a source outside; WhatsApp publishes no rates, but colours, and those
 * are followed as they are told.
 */
export const defaultMonitorLimits: Readonly<Record<Channel, ChannelLimits>> = {
  sms: {
    'opt-outs': carrierOptOuts,
    complaints: { slowAbove: 0.002, pauseAbove: 0.005 },
    blocks: { slowAbove: 0.02, pauseAbove: 0.05 },
    undelivered: { slowAbove: 0.2, pauseAbove: 0.4 },
  },
  whatsapp: { ...messengers, 'opt-outs': { slowAbove: 0.02, pauseAbove: 0.05 }, blocks: { slowAbove: 0.01, pauseAbove: 0.03 } },
  telegram: messengers,
  max: messengers,
  viber: messengers,
  rcs: messengers,
};

/** Where a default limit comes from. */
export function limitSource(channel: Channel, measure: Measure): LimitSource {
  return channel === 'sms' && measure === 'opt-outs' ? { from: 'carrier', confidence: 'unverified' } : { from: 'house', confidence: 'inference' };
}
