export { type DevinoOptions, devino } from './devino.ts';
export { parseEvents } from './parse.ts';
