import type { Delivery } from '../../cascade/delivery/delivery.ts';
import { wasSubmitted } from '../../cascade/delivery/step-standing.ts';
import type { SubjectRef } from '../../consent/record/record.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import type { PersonCap } from '../../limits/index.ts';
import { calendarPeriod } from '../../windows/index.ts';
import type { AuditFinding } from './audit-finding.ts';

/** A message that went to the same person. */
export interface SentBefore {
  readonly at: Date;
  readonly kind: MessageKind;
  readonly channel: Channel;
}

export interface CapQuestion {
  readonly caps: readonly PersonCap[];
  readonly zones: readonly string[];
  readonly subject: SubjectRef;
  readonly at: Date;
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly others: readonly SentBefore[];
}

/** What went to a person by a delivery: every call that was, or may have been, taken. */
export function sentBy(delivery: Delivery): readonly SentBefore[] {
  const { kind } = delivery.request;
  return delivery.steps.flatMap(({ attempts }) =>
    attempts
      .filter((attempt) => wasSubmitted(attempt) && attempt.result?.outcome !== 'rejected')
      .map(({ startedAt, channel }) => ({ at: startedAt, kind, channel })),
  );
}

/** Whether this message was one too many of a cap. The person's day is any of those it may have been. */
export function capFindings({ caps, zones, at, kind, channel, others }: CapQuestion): readonly AuditFinding[] {
  const concerns = (cap: PersonCap, one: Pick<SentBefore, 'kind' | 'channel'>): boolean =>
    cap.kinds.includes(one.kind) && (cap.channels === undefined || cap.channels.includes(one.channel));
  const broken = caps.filter((cap) => {
    if (!concerns(cap, { kind, channel })) return false;
    const { per, max } = cap;
    const counted = (isIn: (sentAt: Date) => boolean): number => others.filter((one) => one.at < at && concerns(cap, one) && isIn(one.at)).length;
    if (typeof per === 'object') return counted((sentAt) => at.getTime() - sentAt.getTime() < per.hours * 3_600_000) >= max;
    return zones.some((zone) => counted((sentAt) => calendarPeriod(sentAt, zone, per).firstDay === calendarPeriod(at, zone, per).firstDay) >= max);
  });
  return broken.map(({ id }) => ({ check: 'frequency', code: `frequency-cap: ${id}`, severity: 'error' }));
}
