export { parseEvents } from './parse.ts';
export { type SmscOptions, smsc } from './smsc.ts';
