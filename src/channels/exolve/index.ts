export { type ExolveOptions, exolve } from './exolve.ts';
export { parseEvents } from './parse.ts';
