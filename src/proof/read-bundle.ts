import type { ProofBundle } from './bundle.ts';

type Shape = 'text' | 'text-or-null' | readonly [Members] | { readonly orNull: Members } | readonly ['text'];
interface Members {
  readonly [name: string]: Shape;
}

const BUNDLE: Members = {
  format: 'text',
  publicKey: 'text',
  subject: 'text',
  records: [{ body: 'text', proof: 'text' }],
  notices: [{ hash: 'text', version: 'text', language: 'text', text: 'text' }],
  dataKey: 'text-or-null',
  later: { orNull: { checkpoint: 'text', consistency: ['text'] } },
};

/** Reads a decoded bundle; `null` unless it has exactly the members of the format. A member too many is refused: nothing would check it. */
export function readBundle(value: unknown): ProofBundle | null {
  if (!hasMembers(value, BUNDLE)) return null;
  const bundle = value as ProofBundle;
  return bundle.format === 'licet-proof-bundle/1' ? bundle : null;
}

function hasMembers(value: unknown, members: Members): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.keys(members);
  if (Object.keys(value).length !== names.length) return false;
  return names.every((name) => Object.hasOwn(value, name) && fits((value as Record<string, unknown>)[name], members[name]!));
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'text') return typeof value === 'string';
  if (shape === 'text-or-null') return value === null || typeof value === 'string';
  if ('orNull' in shape) return value === null || hasMembers(value, shape.orNull);
  const [item] = shape;
  return Array.isArray(value) && value.every((one) => (item === 'text' ? typeof one === 'string' : hasMembers(one, item)));
}
