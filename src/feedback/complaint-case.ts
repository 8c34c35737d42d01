import type { LawPack } from '../law/pack.ts';
import { dutyDeadline } from './duty-deadline.ts';

/** When a complaint must be answered, and by which entry of the law; no entry: the host's own days. */
export interface ComplaintDeadline {
  readonly dueAt: Date;
  readonly pack: string | null;
}

const DAY_MS = 86_400_000;

/** The earliest deadline that the country's law sets for answering a complaint; without one, `houseDays` calendar days. */
export function complaintDeadline(packs: readonly LawPack[], country: string | null, receivedAt: Date, houseDays = 10): ComplaintDeadline {
  const found = dutyDeadline(packs, country, ['complaint', 'stop-processing'], receivedAt);
  return { dueAt: found?.dueAt ?? new Date(receivedAt.getTime() + houseDays * DAY_MS), pack: found?.pack ?? null };
}
