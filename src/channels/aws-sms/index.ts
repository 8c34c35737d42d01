export { awsSms } from './aws-sms.ts';
export { awsSmsErrors } from './errors.ts';
export type { AwsSmsOptions } from './options.ts';
export { parseEvents } from './parse.ts';
export type { AwsCredentials } from './sigv4.ts';
