import { createMerkleTree, entryHash, verifyConsistency, verifyInclusion } from '../../src/ledger/index.ts';
import {
  continueBundle,
  formatTlogProof,
  openNote,
  type ProofBundle,
  parseTlogProof,
  parseVerifierKey,
  signCheckpoint,
  verifyBundle,
} from '../../src/proof/index.ts';
import { dice, fictionPhone, type Outcome, type ProveOptions } from './claim.ts';
import { buildLedger, publicKey, signer } from './ledgers.ts';
import { bothRoots, climb, leafOf, readKey, readNote, rootOf, soundBundle, writeNote } from './second-verifier.ts';

/** Go, golang.org/x/mod/sumdb/note: the key and note that the C2SP format's implementations all test with. */
const goNote = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
/** Certificate Transparency: the eight entries of the reference tests, the root over the first n, and published proofs. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
  Buffer.from(hex, 'hex'),
);
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
const publishedConsistency = [
  [2, 5, ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
] as const;
const RFC_8032_TEST_1 = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';

/**
 * What licet proves, a second verifier on another library (@noble) finds proven, and what it refuses is refused: same verdict on every bundle, sound
 * or changed. Both hold the published vectors. Naive: a verifier that looks at places but not at signatures.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const vectors = await vectorsThatFail();
  const ledger = await buildLedger(full ? 10_000 : 600, 3, seed);
  const roll = dice(seed);
  const bundles: ProofBundle[] = [];
  for (let number = 0; number < (full ? 1_000 : 100); number += 1) {
    const bundle = await ledger.bundle(fictionPhone(number));
    if (bundle.records.length > 0) bundles.push(bundle);
  }
  await ledger.book.withdraw({ address: fictionPhone(1), evidence: { method: 'reply', grade: 'A' } });
  const continued = await Promise.all(bundles.slice(0, 20).map((bundle) => continueBundle(bundle, sizeOf(bundle), ledger.log)));
  const judge = broken ? unsigned : (bundle: ProofBundle) => verifyBundle(bundle, { publicKey }).ok;
  let differ = 0;
  let refused = 0;
  const sound = [...bundles, ...continued];
  for (const bundle of sound) if (!judge(bundle) || !soundBundle(bundle, publicKey)) differ += 1;
  for (const bundle of sound)
    for (let change = 0; change < 10; change += 1) {
      const changed = withBitChanged(bundle, roll);
      const verdict = judge(changed);
      if (verdict !== second(changed)) differ += 1;
      if (!verdict) refused += 1;
    }
  return {
    ok: vectors.failed.length === 0 && differ === 0,
    figures: { vectors: vectors.held, vectorsFailed: vectors.failed, bundles: sound.length, changed: sound.length * 10, refused, differ },
  };
}

function sizeOf(bundle: ProofBundle): number {
  return Number(parseTlogProof(bundle.records[0]!.proof)!.checkpoint.split('\n')[1]);
}

/** One bit of one record, proof or continuation changed. */
function withBitChanged(bundle: ProofBundle, roll: () => number): ProofBundle {
  const flip = (text: string): string => {
    const bytes = Buffer.from(text);
    bytes[Math.floor(roll() * bytes.length)]! ^= 1 << Math.floor(roll() * 8);
    return bytes.toString();
  };
  if (bundle.later !== null && roll() < 0.5) return { ...bundle, later: { ...bundle.later, checkpoint: flip(bundle.later.checkpoint) } };
  const at = Math.floor(roll() * bundle.records.length);
  const record = bundle.records[at]!;
  const changed = roll() < 0.5 ? { ...record, body: flip(record.body) } : { ...record, proof: flip(record.proof) };
  return { ...bundle, records: bundle.records.with(at, changed) };
}

function second(bundle: ProofBundle): boolean {
  try {
    return soundBundle(bundle, publicKey);
  } catch {
    return false;
  }
}

/** Places only: whoever writes a checkpoint of their own is believed. */
function unsigned(bundle: ProofBundle): boolean {
  return bundle.records.every(({ body, proof: text }) => {
    const proof = parseTlogProof(text);
    const [, size, root = ''] = proof?.checkpoint.split('\n') ?? [];
    const claim = { index: proof?.index ?? -1, size: Number(size), root: Buffer.from(root, 'base64'), path: proof?.path ?? [] };
    return verifyInclusion({ ...claim, leaf: Buffer.from(entryHash(body), 'hex'), proof: claim.path });
  });
}

/** Every vector against both verifiers. */
async function vectorsThatFail(): Promise<{ readonly held: number; readonly failed: readonly string[] }> {
  const failed: string[] = [];
  let held = 0;
  const hold = (name: string, condition: boolean): void => {
    if (condition) held += 1;
    else failed.push(name);
  };
  const note = `${goNote.text}\n${goNote.signature}`;
  hold('Go note, licet', openNote(note, [parseVerifierKey(goNote.key)])?.text === goNote.text);
  hold('Go note, second', readNote(note, readKey(goNote.key)) === goNote.text);
  const tree = createMerkleTree();
  const leaves = entries.map(leafOf);
  for (const leaf of leaves) tree.append(leaf);
  for (let size = 1; size <= entries.length; size += 1) {
    const root = Buffer.from(roots[size - 1]!, 'hex');
    hold(`root of ${size}, licet`, root.equals(tree.root(size)));
    hold(`root of ${size}, second`, root.equals(rootOf(leaves.slice(0, size))));
    for (let index = 0; index < size; index += 1) {
      const proof = tree.inclusionProof(index, size);
      hold(`path of ${index} in ${size}, licet`, verifyInclusion({ index, size, leaf: leaves[index]!, root, proof }));
      hold(`path of ${index} in ${size}, second`, root.equals(climb(leaves[index]!, index, size, proof) ?? Buffer.alloc(0)));
    }
  }
  for (const [oldSize, newSize, hashes] of publishedConsistency) {
    const proof = hashes.map((hex) => Buffer.from(hex, 'hex'));
    const [oldRoot, newRoot] = [Buffer.from(roots[oldSize - 1]!, 'hex'), Buffer.from(roots[newSize - 1]!, 'hex')];
    const name = `from ${oldSize} to ${newSize}`;
    hold(`${name}, made by licet`, Buffer.concat(proof).equals(Buffer.concat(tree.consistencyProof(oldSize, newSize))));
    hold(`${name}, licet`, verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof }));
    hold(`${name}, second`, newRoot.equals(bothRoots(oldSize, newSize, oldRoot, proof)?.[1] ?? Buffer.alloc(0)));
  }
  // A whole tlog-proof written by hand over the published tree: Ed25519 is deterministic, so both must write the same bytes.
  const text = `${signer.name}\n8\n${Buffer.from(roots[7]!, 'hex').toString('base64')}\n`;
  const checkpoint = writeNote(text, signer.name, RFC_8032_TEST_1);
  hold('checkpoint, byte for byte', checkpoint === (await signCheckpoint(8, tree.root(), signer)));
  const path = tree.inclusionProof(5);
  const byHand = `c2sp.org/tlog-proof@v1\nindex 5\n${path.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')}\n${checkpoint}`;
  hold('tlog-proof, byte for byte', byHand === formatTlogProof({ index: 5, path, checkpoint }));
  return { held, failed };
}
