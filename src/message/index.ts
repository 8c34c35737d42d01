export type { ClearedMessage, LawfulGround } from './cleared.ts';
export type { Button, Content, OutboundMessage, TemplateParameter } from './outbound.ts';
export type { MessageRequest } from './request.ts';
export type { Sender, SenderRegistration } from './sender.ts';
