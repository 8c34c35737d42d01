import * as z from 'zod/mini';
import type { HttpProviderOptions } from '../http.ts';
import { checkOptions, httpOptionShape, text } from '../provider-options.ts';
import type { AwsCredentials } from './sigv4.ts';

export interface AwsSmsOptions extends HttpProviderOptions {
  readonly region: string;
  /** Keys, or a function asked before every send, so that temporary ones can be renewed. */
  readonly credentials: AwsCredentials | (() => AwsCredentials | Promise<AwsCredentials>);
  readonly configurationSetName?: string | undefined;
  /** Topics whose notifications are believed; anyone can sign with a topic of their own. Without them webhooks are refused. */
  readonly topicArns?: readonly string[] | undefined;
}

const keys = z.strictObject({ accessKeyId: text, secretAccessKey: text, sessionToken: z.optional(text) });
const schema = z.strictObject({
  ...httpOptionShape,
  region: z.string().check(z.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/u)),
  credentials: z.union([keys, z.custom<() => AwsCredentials>((value) => typeof value === 'function', 'keys, or a function that gives them')]),
  configurationSetName: z.optional(text),
  topicArns: z.optional(z.readonly(z.array(z.string().check(z.regex(/^arn:/u))))),
});

/** @throws {InvalidOptionsError} naming each wrong option. */
export function checkAwsSmsOptions(options: AwsSmsOptions): void {
  checkOptions('awsSms', schema, options);
}
