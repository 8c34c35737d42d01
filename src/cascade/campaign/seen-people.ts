import type { SubjectRef } from '../../consent/record/record.ts';

/** Bits of the filter: 16 MB. Of a million different people about one in ten million is taken for another, of ten million about one in a thousand. */
const BITS = 2 ** 27;
const PROBES = 5;

/** Says whether a person was there before, in memory that does not grow. Seldom takes a new person for a known one, never the other way round. */
export function seenPeople(): (subject: SubjectRef) => boolean {
  const words = new Uint32Array(BITS / 32);
  return (subject) => {
    const first = hash(subject, 0x811c9dc5);
    const second = hash(subject, 0x01000193) | 1;
    let seen = true;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = ((first + Math.imul(probe, second)) >>> 0) % BITS;
      const mask = 1 << (bit & 31);
      if ((words[bit >>> 5]! & mask) === 0) seen = false;
      words[bit >>> 5]! |= mask;
    }
    return seen;
  };
}

/** FNV-1a with a last stir, from a seed. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
