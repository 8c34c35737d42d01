import type { Channel, MessageKind } from '../law/vocabulary.ts';

/** What the person sees, in the form a channel takes. */
export type Content =
  | { readonly type: 'text'; readonly text: string; readonly buttons?: readonly Button[] }
  | {
      readonly type: 'template';
      /** The platform's name of the approved template. */
      readonly name: string;
      readonly language: string;
      /** Values in order (positional) or by name, per component. */
      readonly header?: readonly TemplateParameter[];
      readonly body: readonly TemplateParameter[];
      readonly buttons?: readonly { readonly index: number; readonly type: 'url' | 'quick-reply' | 'copy-code'; readonly value: string }[];
      /** The rendered text, for ledgers, linting and the sandbox: what the person will read. */
      readonly text: string;
    }
  | { readonly type: 'media'; readonly media: 'image' | 'video' | 'document'; readonly url: string; readonly caption?: string }
  | { readonly type: 'code'; readonly code: string; readonly text: string };

export interface TemplateParameter {
  readonly name?: string;
  readonly value: string;
}

export interface Button {
  readonly text: string;
  readonly url?: string;
  readonly payload?: string;
}

/** What a provider is asked to send. */
export interface OutboundMessage {
  readonly channel: Channel;
  readonly kind: MessageKind;
  /** E.164 with `+`, or the person's id on the channel. */
  readonly to: string;
  /** Sender on this channel: alpha name, number, phone number id. */
  readonly from: string;
  readonly content: Content;
  /** After this instant the message must not arrive: sent as the channel's validity where it takes one. */
  readonly validUntil: Date;
  /** Names one step of one delivery for ever; echoed by providers that echo. */
  readonly stepKey: string;
  /** E.164 of the person when `to` is a channel id. */
  readonly phone?: string;
}
