export { sinchConversationErrors, sinchSmsErrors } from './errors.ts';
export type { SinchOptions } from './options.ts';
export { parseEvents } from './parse.ts';
export { sinch } from './sinch.ts';
