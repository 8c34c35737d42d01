import type { Clock } from '../clock.ts';
import type { Behaviour, PersonScript } from './behaviour.ts';

/** A template the platform has approved, as far as the sandbox needs it. */
export interface SandboxTemplate {
  readonly name: string;
  readonly language: string;
  /** Body with its placeholders, `{{1}}` or `{{name}}`. */
  readonly body: string;
}

export interface SandboxOptions {
  /** Port on 127.0.0.1; 0 takes a free one. @default 0 */
  readonly port?: number;
  /** Append-only JSONL file: a sandbox that was killed and started again on it knows what it took and tells what is still to be told. @default none */
  readonly ledgerFile?: string;
  /** Clock of receipts and people. @default the machine's */
  readonly clock?: Clock;
  /** All behaviour is a pure function of it, the provider, the person and the step. @default 'licet' */
  readonly seed?: string;
  /** Shares and times that differ from life. @default obliging: everybody is reachable, nothing goes wrong */
  readonly behaviour?: Partial<Behaviour>;
  /** Where each provider's webhooks are posted, by provider id. */
  readonly webhooks?: Readonly<Record<string, string>>;
  /** The webhook URL as the host's configuration names it, where it differs from where it is posted: Twilio signs it. */
  readonly publicUrls?: Readonly<Record<string, string>>;
  /** Secret of each provider's webhooks: Meta's app secret, Twilio's auth token, SMSC.ru's callback secret, MAX's header secret. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Credential a request must carry, by provider id: bearer token, Twilio `sid:token`, SMSC.ru `login:password`, MAX token. @default any */
  readonly credentials?: Readonly<Record<string, string>>;
  /** Approved WhatsApp templates: then an unknown one is refused with 132001, and the inbox shows the rendered text. */
  readonly templates?: readonly SandboxTemplate[];
  /** Pauses a template once it has been sent so many times: later sends fail with 132015, and a template webhook tells. */
  readonly pauseTemplate?: { readonly name: string; readonly afterAccepted: number };
  /** What single people do, by address. */
  readonly scripts?: Readonly<Record<string, PersonScript>>;
  /** Longest a held connection stays open, in real milliseconds. @default 60_000 */
  readonly holdMs?: number;
}
