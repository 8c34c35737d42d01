import { entryHash } from './hash.ts';

/** What a chain check reads of a record. */
export interface ChainLink {
  readonly subject: string;
  readonly sequence: number;
  readonly hash: string;
  readonly body: string;
}

/** What is wrong with a link, and where: its index in the list that was checked. */
export interface ChainFault {
  readonly index: number;
  readonly fault: 'text-changed' | 'text-unreadable' | 'wrong-place' | 'gap' | 'chain-broken';
}

/** Remembers the end of every chain it has seen, so that a ledger can be checked page by page in the order it was recorded. */
export interface ChainCheck {
  /** Checks the next link; `null` when it is sound. */
  check(link: ChainLink, index: number): ChainFault | null;
}

/** A check that has seen nothing yet. About 150 bytes of memory a person. */
export function createChainCheck(): ChainCheck {
  const ends = new Map<string, { readonly sequence: number; readonly hash: string }>();
  return {
    check(link, index) {
      // Read once: a store may make the text when it is asked for.
      const { body } = link;
      if (entryHash(body) !== link.hash) return { index, fault: 'text-changed' };
      const said = readPlace(body);
      if (said === null) return { index, fault: 'text-unreadable' };
      if (said.subject !== link.subject || said.sequence !== link.sequence) return { index, fault: 'wrong-place' };
      const end = ends.get(link.subject);
      if (link.sequence !== (end?.sequence ?? 0) + 1) return { index, fault: 'gap' };
      if (said.previousHash !== (end?.hash ?? null)) return { index, fault: 'chain-broken' };
      ends.set(link.subject, { sequence: link.sequence, hash: link.hash });
      return null;
    },
  };
}

/** Checks the links of one or many chains, in the order given. The first fault, or `null`. */
export function verifyChain(links: readonly ChainLink[]): ChainFault | null {
  const chain = createChainCheck();
  for (const [index, link] of links.entries()) {
    const fault = chain.check(link, index);
    if (fault !== null) return fault;
  }
  return null;
}

/**
 * Reads place and predecessor out of a sealed text. Its members are sorted and its strings JSON, so that `"subject":` behind the last
 * `"sequence":` can only be the member: reading them so is ten times faster than parsing the whole. The hash was checked before.
 */
function readPlace(body: string): { readonly subject: string; readonly sequence: number; readonly previousHash: string | null } | null {
  const at = body.lastIndexOf(',"sequence":');
  const place = /^,"sequence":(\d+),"subject":"([A-Za-z0-9_-]+)"/.exec(at < 0 ? '' : body.slice(at, at + 80));
  if (place === null) return null;
  const previous = /,"previousHash":"([0-9a-f]{64})","purposes":/.exec(body);
  return { sequence: Number(place[1]), subject: place[2]!, previousHash: previous?.[1] ?? null };
}
