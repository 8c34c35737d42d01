import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on nothing but its parts: the same parts give the same draw in every run and process. */
export type Draw = (...parts: readonly string[]) => number;

/** Draws under one seed. */
export function drawsOf(seed: string): Draw {
  return (...parts) => {
    const digest = createHash('sha256')
      .update(JSON.stringify([seed, ...parts]))
      .digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}

/** Hex text of `length` digits that depends on nothing but its parts: for ids of messages. */
export function hexOf(length: number, ...parts: readonly string[]): string {
  let text = '';
  for (let block = 0; text.length < length; block += 1) {
    text += createHash('sha256')
      .update(JSON.stringify([block, ...parts]))
      .digest('hex');
  }
  return text.slice(0, length);
}
