export { infobipErrors, infobipStatuses } from './errors.ts';
export { infobip } from './infobip.ts';
export type { InfobipOptions } from './options.ts';
export { parseEvents } from './parse.ts';
