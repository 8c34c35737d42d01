import type { ErrorClass } from '../../channels/taxonomy.ts';
import type { MessageKind } from '../../law/vocabulary.ts';
import type { CascadeStep, Reaction } from './plan.ts';

/** `later-next`: nobody knows why, so the next step waits for the fall-back time. */
export type DefaultReaction = Reaction | 'later-next';

/** What each class of definite failure leads to for marketing. Source: facts on delivery errors, "Classes and what the orchestrator should do". */
const marketing: Readonly<Record<ErrorClass, DefaultReaction>> = {
  'retryable-transient': 'retry',
  'rate-limited': 'pause',
  'recipient-unreachable': 'next',
  'not-on-channel': 'next',
  'opted-out': 'stop',
  'consent-window-closed': 'next',
  'content-rejected': 'stop',
  'sender-blocked': 'pause',
  auth: 'pause',
  'insufficient-funds': 'pause',
  'invalid-request': 'stop',
  duplicate: 'stop',
  unknown: 'later-next',
  'carrier-blocked': 'stop',
};

/** Where what a person waits for differs: trouble of the sender must not keep a code or a receipt from arriving, and no marketing consent was refused. */
const awaited: Readonly<Partial<Record<ErrorClass, DefaultReaction>>> = {
  'rate-limited': 'next',
  'sender-blocked': 'next',
  auth: 'next',
  'insufficient-funds': 'next',
  'opted-out': 'next',
};

/** How a step reacts to a definite failure: as its plan says, else by the default for the message's kind. */
export function reactionTo(errorClass: ErrorClass, step: CascadeStep, kind: MessageKind): DefaultReaction {
  return step.on[errorClass] ?? (kind === 'marketing' ? undefined : awaited[errorClass]) ?? marketing[errorClass];
}

/** Wait before the next attempt, in milliseconds: grows fourfold from a base by kind, capped at an hour, spread over ±20 % by the step's own key. */
export function backoffMs(kind: MessageKind, failures: number, key: string): number {
  const base = kind === 'auth' ? 2_000 : 30_000;
  const grown = Math.min(base * 4 ** Math.min(failures - 1, 8), 60 * 60_000);
  return Math.round(grown * (0.8 + 0.4 * spread(`${key}#${failures}`)));
}

/** A number in [0, 1) that depends on nothing but the text: jitter that can be replayed. FNV-1a. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash / 2 ** 32;
}
