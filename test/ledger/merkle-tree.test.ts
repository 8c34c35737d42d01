import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMerkleTree, type MerkleTree, verifyConsistency, verifyInclusion } from '../../src/ledger/index.ts';

const sha = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (entry: Uint8Array): Buffer => sha(Buffer.of(0), entry);

/** The definition of RFC 9162, section 2.1.1, word for word: the oracle. */
function definition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.of(1), definition(leaves.slice(0, split)), definition(leaves.slice(split)));
}

const leaves = Array.from({ length: 70 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));
function treeOf(count: number): MerkleTree {
  const tree = createMerkleTree();
  for (const leaf of leaves.slice(0, count)) tree.append(leaf);
  return tree;
}
const flipped = (bytes: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
};

describe('createMerkleTree', () => {
  // Published test entries and roots of the Certificate Transparency reference implementations.
  const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  it('gives the published roots', () => {
    const tree = createMerkleTree();
    for (const [i, entry] of entries.entries()) {
      tree.append(leafHash(Buffer.from(entry, 'hex')));
      expect(Buffer.from(tree.root()).toString('hex')).toBe(roots[i]);
    }
  });

  it('gives the root of every earlier size', () => {
    const tree = treeOf(70);
    for (let size = 0; size <= 70; size += 1) expect(Buffer.from(tree.root(size))).toEqual(definition(leaves.slice(0, size)));
  });

  it('proves every leaf in every size, and nothing else', () => {
    const tree = treeOf(40);
    for (let size = 1; size <= 40; size += 1) {
      const root = tree.root(size);
      for (let index = 0; index < size; index += 1) {
        const claim = { index, size, leaf: leaves[index]!, root, proof: tree.inclusionProof(index, size) };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: leaves[(index + 1) % 70]! })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, leaves[0]!] })).toBe(false);
        if (size > 1) expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(false);
        if (size > 1) expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }
    }
  });

  it('proves every size a prefix of every later one, and notices every other root', () => {
    const tree = treeOf(40);
    const other = createMerkleTree();
    for (const leaf of leaves.slice(30)) other.append(leaf);
    for (let newSize = 0; newSize <= 40; newSize += 1) {
      for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
        const claim = { oldSize, newSize, oldRoot: tree.root(oldSize), newRoot: tree.root(newSize), proof: tree.consistencyProof(oldSize, newSize) };
        expect(verifyConsistency(claim)).toBe(true);
        if (oldSize > 0) expect(verifyConsistency({ ...claim, oldRoot: other.root(oldSize) })).toBe(false);
        if (oldSize > 0) expect(verifyConsistency({ ...claim, newRoot: other.root(newSize) })).toBe(false);
        if (claim.proof.length > 0) expect(verifyConsistency({ ...claim, proof: claim.proof.slice(0, -1) })).toBe(false);
      }
    }
  });

  it('notices every flipped bit of a proof', () => {
    const tree = treeOf(13);
    const claim = { index: 6, size: 13, leaf: leaves[6]!, root: tree.root(), proof: tree.inclusionProof(6) };
    for (const [at, node] of claim.proof.entries()) {
      for (let bit = 0; bit < 256; bit += 1) expect(verifyInclusion({ ...claim, proof: claim.proof.with(at, flipped(node, bit)) })).toBe(false);
    }
  });

  it.each([
    ['a leaf of the wrong length', (tree: MerkleTree) => tree.append(Buffer.alloc(31))],
    ['a leaf past the end', (tree: MerkleTree) => tree.leaf(5)],
    ['a size past the end', (tree: MerkleTree) => tree.root(6)],
    ['a proof for a leaf outside the size', (tree: MerkleTree) => tree.inclusionProof(3, 3)],
    ['a proof from a later size', (tree: MerkleTree) => tree.consistencyProof(5, 4)],
  ])('refuses %s', (_what, act) => expect(() => act(treeOf(5))).toThrow(RangeError));
});
