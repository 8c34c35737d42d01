import type { TemplateState } from './message-template.ts';

/** What each template event of WhatsApp makes of a template. Source: facts on the WhatsApp platform, section 12. */
const byEvent: Readonly<Record<string, TemplateState>> = {
  APPROVED: 'approved',
  REINSTATED: 'approved',
  UNARCHIVED: 'approved',
  PENDING: 'pending',
  IN_APPEAL: 'pending',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  LOCKED: 'disabled',
  PENDING_DELETION: 'disabled',
  DELETED: 'disabled',
  REJECTED: 'rejected',
  ARCHIVED: 'archived',
};

/** The state a WhatsApp template event leads to, in either case; `undefined` for events that leave it as it was (`FLAGGED`, `LIMIT_EXCEEDED`). */
export function stateAfterEvent(event: string): TemplateState | undefined {
  const name = event.toUpperCase();
  return Object.hasOwn(byEvent, name) ? byEvent[name] : undefined;
}
