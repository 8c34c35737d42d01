export { canonicalJson, canonicalString, type JsonValue } from './canonical-json.ts';
export { type ChainCheck, type ChainFault, type ChainLink, createChainCheck, verifyChain } from './chain.ts';
export { emptyRoot, entryHash, nodeHash, sha256Hex } from './hash.ts';
export { type ConsistencyClaim, type InclusionClaim, verifyConsistency, verifyInclusion } from './merkle-proof.ts';
export { createMerkleTree, type MerkleTree } from './merkle-tree.ts';
export { type RandomBytes, systemRandom } from './random.ts';
export { isSubjectRef, type SubjectRef, subjectRef } from './subject-ref.ts';
