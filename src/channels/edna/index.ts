export { type EdnaOptions, edna } from './edna.ts';
export { parseEvents } from './parse.ts';
