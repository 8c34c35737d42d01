export { vonageErrors } from './errors.ts';
export type { VonageOptions } from './options.ts';
export { parseEvents } from './parse.ts';
export { vonage } from './vonage.ts';
