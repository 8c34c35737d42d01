import type { Channel, MessageKind } from '../law/vocabulary.ts';
import type { WhatsAppBinding } from './whatsapp-template.ts';

/** Whether a platform lets a template be sent. Platforms without approval have none. */
export type TemplateState = 'approved' | 'pending' | 'paused' | 'disabled' | 'rejected' | 'archived';

/** A button as it is written in a template; label and address may hold placeholders. */
export interface TemplateButton {
  readonly text: string;
  readonly url?: string;
  readonly payload?: string;
}

/** The wording for one channel in one language. */
export interface TemplateVariant {
  readonly channel: Channel;
  /** BCP 47, for instance `ru` or `en-GB`. */
  readonly locale: string;
  /** What the person reads, with placeholders `{{name}}`. */
  readonly text: string;
  readonly buttons?: readonly TemplateButton[];
  /** The approved WhatsApp template this wording stands for. */
  readonly whatsapp?: WhatsAppBinding;
  /** State at the platform when the file was written; newer news from webhooks wins. */
  readonly state?: TemplateState;
}

/** One message in all its wordings. */
export interface MessageTemplate {
  readonly id: string;
  readonly kind: MessageKind;
  /** The host's consent purpose. */
  readonly purpose?: string;
  readonly variants: readonly TemplateVariant[];
}

/** All messages of a host. */
export type TemplateSet = readonly MessageTemplate[];

/** True when a platform accepts sends in this state; no state means no approval is needed. */
export function isSendable(state: TemplateState | undefined): boolean {
  return state === undefined || state === 'approved';
}
