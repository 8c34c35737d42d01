import type { MessageKind } from '../../law/vocabulary.ts';
import { genericWorldNames } from '../lexicon/generic-names.ts';
import { nameWords } from '../lexicon/sender-names.ts';
import type { RuleSettings } from '../rule.ts';

/** What is wrong with a sender name by the format of a country. */
export type SenderFault = 'characters' | 'tooLong' | 'tooShort' | 'numeric' | 'marker' | 'header' | 'first';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const count = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);

const dltHeader = /^(?:[A-Z]{2}-)?(?:[A-Z]{6}|\d{6})(?:-[PSTG])?$/iu;
const internationalHeader = /^5\d{4,5}$/u;

/** Longest number the standard can carry. */
const MAX_DIGITS = 15;

const compiled = new Map<string, RegExp>();

/** A text of nothing but characters of the class. */
function classPattern(body: string): RegExp {
  let pattern = compiled.get(body);
  if (pattern === undefined) {
    pattern = new RegExp(`^[${body}]+$`, 'u');
    compiled.set(body, pattern);
  }
  return pattern;
}

/** Compares a sender name with the settings of a pack's entry. */
export function senderFault(sender: string, kind: MessageKind, settings: RuleSettings): SenderFault | undefined {
  if (settings.header === 'dlt') return dltHeader.test(sender) || internationalHeader.test(sender) ? undefined : 'header';
  if (/^[+\d][\d ()-]*$/u.test(sender)) {
    if (settings.numericRefused === true) return 'numeric';
    return sender.replace(/\D/gu, '').length > MAX_DIGITS ? 'tooLong' : undefined;
  }
  const prefix = text(settings.marketingPrefix);
  const suffix = text(settings.marketingSuffix);
  if (kind === 'marketing' && ((prefix !== undefined && !sender.startsWith(prefix)) || (suffix !== undefined && !sender.endsWith(suffix))))
    return 'marker';
  const allowed = text(settings.allowed) ?? 'A-Za-z\\d .\\-_&+';
  if (!classPattern(allowed).test(sender) || !/\p{L}/u.test(sender)) return 'characters';
  const first = text(settings.first);
  if (first !== undefined && !classPattern(first).test(sender[0] ?? '')) return 'first';
  if (sender.length > count(settings.maxLength, 11)) return 'tooLong';
  return sender.length < count(settings.minLength, 1) ? 'tooShort' : undefined;
}

/** The name without the mark that tells promotion in the Gulf and in Jordan, or a DLT header without its route. */
export function bareName(sender: string): string {
  return sender
    .replace(/^(?:AD-|adv[- ]?)/u, '')
    .replace(/-AD$/u, '')
    .replace(/^[A-Z]{2}-(?=[A-Z\d]{6})/u, '')
    .replace(/-[PSTG]$/u, '');
}

/** True for a number, a common word or a DLT header of digits: such a sender shows nobody. */
export function showsNobody(sender: string): boolean {
  const name = bareName(sender);
  if (/^[+\d#*][\d ()-]*$/u.test(name)) return true;
  const words = nameWords(name).filter((word) => !/^\d+$/u.test(word));
  return words.length > 0 && words.every((word) => genericWorldNames.has(word));
}
