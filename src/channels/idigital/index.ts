export { type IDigitalOptions, iDigital } from './i-digital.ts';
export { parseEvents } from './parse.ts';
