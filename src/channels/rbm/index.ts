export { rbmErrors } from './errors.ts';
export type { RbmOptions } from './options.ts';
export { parseEvents } from './parse.ts';
export { rbm } from './rbm.ts';
