import { emptyRoot, nodeHash } from './hash.ts';

const HASH_BYTES = 32;

/** A growing RFC 9162 Merkle tree over leaf hashes. Keeps about 64 bytes a leaf; each leaf costs two hashes when added. */
export interface MerkleTree {
  readonly size: number;
  /** Adds a leaf hash (32 bytes). */
  append(leaf: Uint8Array): void;
  leaf(index: number): Uint8Array;
  /** The root over the first `size` leaves, all of them when absent. @throws {RangeError} */
  root(size?: number): Uint8Array;
  /** Sibling hashes from leaf to root, in the tree of the first `size` leaves. @throws {RangeError} */
  inclusionProof(index: number, size?: number): readonly Uint8Array[];
  /** Proof that the tree of `newSize` leaves begins with the tree of `oldSize` leaves. @throws {RangeError} */
  consistencyProof(oldSize: number, newSize?: number): readonly Uint8Array[];
}

/** An empty tree. */
export function createMerkleTree(): MerkleTree {
  const leaves = createLevel();
  const levels: Level[] = [leaves];
  const { count } = leaves;

  /** Hash of the leaves [start, end); `start` is a multiple of the largest power of two below the span, as the recursion of the RFC keeps it. */
  const rangeHash = (start: number, end: number): Uint8Array => {
    const span = end - start;
    const level = Math.log2(span);
    if (Number.isInteger(level)) return levels[level]!.at(start / span);
    const middle = start + splitOf(span);
    return nodeHash(rangeHash(start, middle), rangeHash(middle, end));
  };

  return {
    get size() {
      return count();
    },
    append(leaf) {
      if (leaf.length !== HASH_BYTES) throw new RangeError('A leaf hash has 32 bytes.');
      let node = leaf;
      for (let level = 0; ; level += 1) {
        const nodes = levels[level] ?? createLevel();
        levels[level] = nodes;
        nodes.push(node);
        const last = nodes.count() - 1;
        if (last % 2 === 0) return;
        node = nodeHash(nodes.at(last - 1), nodes.at(last));
      }
    },
    leaf(index) {
      requireRange(index, 0, count() - 1);
      return leaves.at(index);
    },
    root(size = count()) {
      requireRange(size, 0, count());
      return size === 0 ? emptyRoot : rangeHash(0, size);
    },
    inclusionProof(index, size = count()) {
      requireRange(size, 0, count());
      requireRange(index, 0, size - 1);
      const proof: Uint8Array[] = [];
      for (let start = 0, end = size; end - start > 1; ) {
        const middle = start + splitOf(end - start);
        if (index < middle) {
          proof.push(rangeHash(middle, end));
          end = middle;
        } else {
          proof.push(rangeHash(start, middle));
          start = middle;
        }
      }
      return proof.reverse();
    },
    consistencyProof(oldSize, newSize = count()) {
      requireRange(newSize, 0, count());
      requireRange(oldSize, 0, newSize);
      if (oldSize === 0 || oldSize === newSize) return [];
      const proof: Uint8Array[] = [];
      let start = 0;
      let end = newSize;
      while (end !== oldSize) {
        const middle = start + splitOf(end - start);
        if (oldSize <= middle) {
          proof.push(rangeHash(middle, end));
          end = middle;
        } else {
          proof.push(rangeHash(start, middle));
          start = middle;
        }
      }
      if (start > 0) proof.push(rangeHash(start, end));
      return proof.reverse();
    },
  };
}

interface Level {
  count(): number;
  push(node: Uint8Array): void;
  at(index: number): Uint8Array;
}

function createLevel(): Level {
  let bytes = Buffer.alloc(HASH_BYTES * 16);
  let count = 0;
  return {
    count: () => count,
    push(node) {
      if ((count + 1) * HASH_BYTES > bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
      bytes.set(node, count * HASH_BYTES);
      count += 1;
    },
    at: (index) => Uint8Array.prototype.slice.call(bytes, index * HASH_BYTES, (index + 1) * HASH_BYTES),
  };
}

/** The largest power of two smaller than a span of at least two. */
function splitOf(span: number): number {
  return 2 ** Math.floor(Math.log2(span - 1));
}

function requireRange(value: number, from: number, to: number): void {
  if (!Number.isInteger(value) || value < from || value > to) throw new RangeError('The tree has no such leaf or size.');
}
