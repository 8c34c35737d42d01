export { type GreenApiOptions, greenApi } from './green-api.ts';
export { parseEvents } from './parse.ts';
