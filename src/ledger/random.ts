import { randomBytes } from 'node:crypto';

/** Gives that many unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array;

const POOL_BYTES = 16_384;
let pool = Buffer.alloc(0);
let used = 0;

/** Bytes from the operating system, fetched in blocks: a salt per record must not cost a system call. */
export const systemRandom: RandomBytes = (length) => {
  if (used + length > pool.length) {
    pool = randomBytes(Math.max(POOL_BYTES, length));
    used = 0;
  }
  const bytes = Uint8Array.prototype.slice.call(pool, used, used + length);
  pool.fill(0, used, used + length);
  used += length;
  return bytes;
};
