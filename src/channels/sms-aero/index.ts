export { parseEvents } from './parse.ts';
export { type SmsAeroOptions, smsAero } from './sms-aero.ts';
