import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Channel } from '../law/vocabulary.ts';

/** A message the sandbox has taken, as a provider's own books would show it. */
export interface LedgerEntry {
  /** Position in the ledger, from 1. */
  readonly seq: number;
  /** When it was taken, ISO, by the sandbox's clock. */
  readonly at: string;
  readonly provider: string;
  readonly channel: Channel;
  readonly messageId: string;
  /** E.164 with `+`, or the person's id on the channel. */
  readonly to: string;
  readonly from: string;
  /** What the person reads. */
  readonly text: string;
  readonly template?: { readonly name: string; readonly language: string };
  readonly buttons: readonly string[];
  /** The caller's own reference, where the provider takes one. */
  readonly clientRef: string | null;
  readonly segments: number;
  /** Last moment of delivery, ISO, where the caller set one. */
  readonly validUntil?: string;
  /** Where this message's receipts go, when the caller named a place. */
  readonly callbackUrl?: string;
}

/** Something that happens to a message after it was taken. */
export interface PlannedEvent {
  /** Milliseconds after the message was taken. */
  readonly afterMs: number;
  /** `reply`: the person writes; `stop`: the person blocks the sender on the platform; `template`: the platform changes a template's state. */
  readonly type: 'sent' | 'delivered' | 'read' | 'failed' | 'expired' | 'reply' | 'stop' | 'template';
  readonly code?: string;
  readonly text?: string;
  /** What a reply is meant as. */
  readonly meaning?: 'opt-out' | 'complaint' | 'other';
  readonly state?: string;
}

/** One line of the ledger file. */
type LedgerRow =
  | { readonly row: 'taken'; readonly entry: LedgerEntry; readonly plan: readonly PlannedEvent[] }
  | { readonly row: 'planned'; readonly seq: number; readonly event: PlannedEvent }
  /** The webhook about the event was answered with success. */
  | { readonly row: 'acked'; readonly seq: number; readonly event: number; readonly at: string };

/** Rows in the order they were written; each is with the operating system when `append` returns. */
export interface LedgerFile {
  readonly rows: readonly LedgerRow[];
  append(row: LedgerRow): void;
  close(): void;
}

/** A ledger that lives as long as the process. */
export function volatileLedger(): LedgerFile {
  return { rows: [], append: () => undefined, close: () => undefined };
}

/** Opens an append-only JSONL ledger. A last line that a kill cut short is dropped. */
export function openLedger(path: string): LedgerFile {
  mkdirSync(dirname(path), { recursive: true });
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  const file = openSync(path, 'a');
  if (whole < bytes.length) ftruncateSync(file, whole);
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  return {
    rows: lines.map((line) => JSON.parse(line) as LedgerRow),
    append: (row) => void writeSync(file, `${JSON.stringify(row)}\n`),
    close: () => closeSync(file),
  };
}
