import type { MessengerEvents } from '../../events.ts';
import type { TemplateSet } from '../../template/message-template.ts';
import type { MonitorDecision } from './decision.ts';
import type { MonitorPolicy } from './monitor-policy.ts';
import type { Slice } from './slice.ts';

/** What a platform's word on quality sets. */
export interface PlatformHold extends Pick<MonitorDecision, 'action' | 'why' | 'until'> {
  readonly slice: Slice;
  readonly perSecond?: number;
}

/** Pace of a template the platform calls middling, while nothing is known of its own. */
const YELLOW_PER_SECOND = 1;

/**
 * Reads WhatsApp's word on a template: yellow goes slowly, red waits, green goes. A red template stops itself, not its sender; halted numbers and
 * accounts are the clearance's. Source: facts on WhatsApp, section 8.
 */
export function platformHolds(
  { type, name, state }: MessengerEvents['platform-changed'],
  templates: TemplateSet,
  policy: Pick<MonitorPolicy, 'slowedForMs' | 'pausedForMs'>,
  now: Date,
): readonly PlatformHold[] {
  if (type !== 'template-quality' || name === undefined) return [];
  const about = templates.filter(({ variants }) => variants.some(({ whatsapp }) => whatsapp?.name === name));
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  const slices = about.map(({ id }): Slice => ({ channel: 'whatsapp', by: 'template', name: id }));
  switch (state?.toUpperCase()) {
    case 'RED':
      return slices.map((slice) => ({ slice, action: 'pause', why: 'platform', until: after(policy.pausedForMs) }));
    case 'YELLOW':
      return slices.map((slice) => ({ slice, action: 'slow', why: 'platform', until: after(policy.slowedForMs), perSecond: YELLOW_PER_SECOND }));
    case 'GREEN':
      return slices.map((slice) => ({ slice, action: 'resume', why: 'platform', until: null }));
    default:
      return [];
  }
}
