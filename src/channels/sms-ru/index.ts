export { parseEvents } from './parse.ts';
export { type SmsRuOptions, smsRu } from './sms-ru.ts';
