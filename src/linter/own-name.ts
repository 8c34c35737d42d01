import { quick } from '../text/index.ts';
import type { Subject } from './rule.ts';

/** True when a lower-case name is the sender's, told by its first letters in Latin, or one the host gave as its own. */
export function isOwnName(name: string, { sender, facts }: Subject): boolean {
  const bare = latin(name);
  if (bare.length < 3) return false;
  return [sender, facts.advertiser?.name ?? '', ...(facts.brandWords ?? [])].some((one) => {
    const other = latin(one.toLowerCase());
    return other.length >= 3 && (other.startsWith(bare.slice(0, 5)) || bare.startsWith(other.slice(0, 5)));
  });
}

const opening = quick(/^[^\p{L}\p{N}]{0,3}([^:.!?\n]{2,30}):/u);

/** Where the writer's own name ends that opens a folded text (`TokenMir: ...`); 0 when none does. */
export function ownNameEnd(subject: Subject): number {
  const match = opening.exec(subject.folded);
  return match !== null && isOwnName(match[1]!, subject) ? match[0].length : 0;
}

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ч=ch ш=sh щ=sh ъ= ы=y ь= э=e ю=yu я=ya'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

/** Latin letters and digits of a lower-case name. */
export function latin(name: string): string {
  return name.replace(/\p{L}/gu, (letter) => letters[letter] ?? letter).replace(/[^a-z0-9]/gu, '');
}
