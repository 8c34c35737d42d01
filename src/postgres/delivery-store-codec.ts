import type { Attempt, Delivery, DeliveryRequest, MessageStanding, Receipt, SeenStatuses, StepProgress } from '../cascade/index.ts';

/** Everything of a delivery that changes, as one text. */
export function encodeProgress({ state, reason, current, steps, deferred, optOutRecordedAt, goneRecordedAt, halted, settled }: Delivery): string {
  return JSON.stringify({ state, reason, current, steps, deferred, optOutRecordedAt, goneRecordedAt, halted, settled });
}

/** A delivery out of its stored texts. */
export function decodeDelivery(request: string, progress: string, createdMs: number): Delivery {
  const stored: Stored<Omit<Delivery, 'request' | 'createdAt'>> = JSON.parse(progress);
  const { state, reason, current, steps, deferred, optOutRecordedAt, goneRecordedAt, halted, settled } = stored;
  return {
    request: decodeRequest(request),
    createdAt: new Date(createdMs),
    state,
    reason,
    current,
    steps: steps.map(decodeStep),
    ...(deferred === undefined ? {} : { deferred: { ...deferred, until: new Date(deferred.until) } }),
    ...(optOutRecordedAt === undefined ? {} : { optOutRecordedAt: new Date(optOutRecordedAt) }),
    ...(goneRecordedAt === undefined ? {} : { goneRecordedAt: new Date(goneRecordedAt) }),
    ...(halted === undefined ? {} : { halted: { ...halted, at: new Date(halted.at) } }),
    ...(settled === undefined ? {} : { settled: { ...settled, at: new Date(settled.at) } }),
  };
}

/** What was asked for, as one text. */
export function encodeRequest(request: DeliveryRequest): string {
  return JSON.stringify(request);
}

export function encodeAttempt(attempt: Attempt): string {
  return JSON.stringify(attempt);
}

export function decodeAttempt(text: string): Attempt {
  return attemptOf(JSON.parse(text));
}

export function encodeReceipt(receipt: Receipt): string {
  return JSON.stringify(receipt);
}

export function decodeReceipt(text: string): Receipt {
  const stored: Stored<Receipt> = JSON.parse(text);
  return { ...stored, at: new Date(stored.at) };
}

/** What JSON makes of it: instants become texts. */
type Stored<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Stored<Item>[]
    : Value extends string
      ? Value
      : Value extends object
        ? { readonly [Name in keyof Value]: Stored<Value[Name]> }
        : Value;

function decodeRequest(text: string): DeliveryRequest {
  const stored: Stored<DeliveryRequest> = JSON.parse(text);
  const { validUntil, startAt, confirms, ...rest } = stored;
  return {
    ...rest,
    validUntil: new Date(validUntil),
    ...(startAt === undefined ? {} : { startAt: new Date(startAt) }),
    ...(confirms === undefined ? {} : { confirms: { ...confirms, withdrawnAt: new Date(confirms.withdrawnAt) } }),
  };
}

function decodeStep({ waitFor, attempts, messages, left }: Stored<StepProgress>): StepProgress {
  return {
    waitFor,
    attempts: attempts.map(attemptOf),
    messages: messages.map(decodeMessage),
    ...(left === undefined ? {} : { left: { ...left, at: new Date(left.at) } }),
  };
}

function attemptOf({ startedAt, endedAt, lookups, ...rest }: Stored<Attempt>): Attempt {
  return {
    ...rest,
    startedAt: new Date(startedAt),
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt) }),
    ...(lookups === undefined ? {} : { lookups: { count: lookups.count, lastAt: new Date(lookups.lastAt) } }),
  };
}

function decodeMessage({ messageId, seen, failure, parts }: Stored<MessageStanding>): MessageStanding {
  return {
    messageId,
    seen: decodeSeen(seen),
    failure,
    ...(parts === undefined
      ? {}
      : { parts: { total: parts.total, seen: Object.fromEntries(Object.entries(parts.seen).map(([index, part]) => [index, decodeSeen(part)])) } }),
  };
}

function decodeSeen(seen: Stored<SeenStatuses>): SeenStatuses {
  return Object.fromEntries(Object.entries(seen).map(([status, at]) => [status, new Date(at)]));
}
