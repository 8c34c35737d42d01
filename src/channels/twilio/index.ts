export { twilioErrors } from './errors.ts';
export type { TwilioOptions } from './options.ts';
export { parseEvents } from './parse.ts';
export { twilio } from './twilio.ts';
