export { smppErrors } from './errors.ts';
export type { SmppOptions } from './options.ts';
export { parseEvents } from './parse.ts';
export { type SmppProvider, smpp } from './smpp.ts';
export type { SmppModule, SmppPdu, SmppSession } from './smpp-module.ts';
