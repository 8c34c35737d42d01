import type { Channel } from '../law/vocabulary.ts';
import type { LedgerEntry, PlannedEvent } from './ledger.ts';
import type { SandboxTemplate } from './options.ts';

/** A request to a provider's API, its path without the provider's prefix. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
}

/** An answer of a provider's API; an object is sent as JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A message as a provider's API was asked to send it. */
export interface AskedMessage {
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly template?: { readonly name: string; readonly language: string };
  readonly buttons?: readonly string[];
  /** Where a provider carries several. @default the provider's own */
  readonly channel?: Channel;
  readonly clientRef?: string | null;
  /** The provider takes it and then reports this code as its failure. */
  readonly doomed?: string;
  /** Only where the caller's own id is the message's id. */
  readonly messageId?: string;
  readonly validUntil?: Date;
  readonly callbackUrl?: string;
}

/** What became of a send: taken into the ledger, or refused in the provider's own words. */
export type Taken = { readonly entry: LedgerEntry } | { readonly refused: ApiAnswer };

/** What a provider's API may ask of the sandbox while it answers one request. */
export interface Desk {
  readonly now: Date;
  /** Credential every request must carry; `undefined`: any will do. */
  readonly credential: string | undefined;
  /** Decides the fate of a message and, if it is taken, writes it to the ledger before returning. */
  take(message: AskedMessage): Promise<Taken>;
  /** The latest message of that id. */
  find(messageId: string): TrackedMessage | undefined;
  /** Messages to a person, newest first. */
  sentTo(to: string): readonly TrackedMessage[];
  /** When the person last wrote to the sender. */
  lastInbound(to: string): Date | undefined;
  /** Text of a template the sandbox was told of; `undefined` when it knows none at all, `null` when it knows others but not this. */
  templateText(name: string, language: string): string | null | undefined;
  /** Templates the sandbox was told of, as the platform's review left them. */
  readonly templates: readonly SandboxTemplate[];
  /** What this provider keeps besides messages, for as long as the sandbox runs. */
  readonly shelf: Map<string, unknown>;
  /** Requests of this provider being answered right now, this one included. */
  readonly parallel: number;
}

export interface TrackedMessage {
  readonly entry: LedgerEntry;
  /** The furthest thing that has happened to it, receipts only. */
  readonly state: Exclude<PlannedEvent['type'], 'reply' | 'stop' | 'template'> | 'taken';
  readonly code: string | undefined;
  /** When that happened. */
  readonly at: Date;
}

/** Where a provider's webhooks go. */
export interface WebhookLink {
  /** Where the call is made. */
  readonly url: string;
  /** The URL as the host's configuration has it, for schemes that sign it. */
  readonly publicUrl: string;
  readonly secret: string;
}

export interface WebhookCall {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Something that happened and may have to be told to the host. */
export interface Happening {
  readonly entry: LedgerEntry;
  readonly event: PlannedEvent;
  readonly at: Date;
  /** When the host is told: what signatures with a time stamp carry. */
  readonly toldAt: Date;
  /** Unique name of this happening. */
  readonly id: string;
}

/** A provider's codes for what a sandbox does to people. */
export interface ApiCodes {
  readonly throttled: string;
  readonly absent: string;
  readonly stopped: string;
  readonly unreachable: string;
  readonly templatePaused?: string;
}

/** The codes of one channel of a provider. */
export function codesOf(api: ProviderApi, channel: Channel): ApiCodes {
  return { ...api.codes, ...api.codesOn?.[channel] };
}

/** One provider's HTTP API, as far as sending, asking and webhooks go. */
export interface ProviderApi {
  /** Provider id of the facts, kebab-case; also the first part of the sandbox's path. */
  readonly id: string;
  readonly channel: Channel;
  /** How the API says that a person is not on the channel. */
  readonly absence: 'in-answer' | 'by-receipt';
  readonly reportsReads: boolean;
  readonly reportsReceipts: boolean;
  readonly codes: ApiCodes;
  /** Where the codes of another channel differ. */
  readonly codesOn?: Readonly<Partial<Record<Channel, Partial<ApiCodes>>>>;
  /** True when the platform itself keeps a person's stop from then on; false when only the host can. */
  keepsStop(event: PlannedEvent): boolean;
  matches(path: string): boolean;
  /** A new message id in the provider's form, from so many hex digits. */
  newId(hex: (length: number) => string): string;
  answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer>;
  /** The error answer for one of the provider's codes. */
  refuse(code: string, retryAfterMs?: number): ApiAnswer;
  /** The webhook about a happening; `null` when the provider tells nothing of the kind. */
  webhook(happening: Happening, link: WebhookLink): WebhookCall | null;
}

/** Reads a JSON body; `null` when it is none. */
export function jsonOf(request: ApiRequest): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(request.body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** Form fields of the body. */
export function formOf(request: ApiRequest): URLSearchParams {
  return new URLSearchParams(request.body);
}

/** A field as text; empty when absent. */
export function fieldText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** E.164 with `+` from the digits gateways take; the value itself when it is no number. */
export function toE164(value: string): string {
  const digits = value.replace(/[\s()+-]/gu, '');
  return /^\d{7,15}$/u.test(digits) ? `+${digits}` : value;
}

/** Unix seconds. */
export function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
