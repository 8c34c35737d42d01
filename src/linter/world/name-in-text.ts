import { quick } from '../../text/index.ts';
import { english } from '../lexicon/en-world.ts';
import { isSharedShortener } from '../lexicon/shorteners.ts';
import { languagesOf, worldLexicons } from '../lexicon/world-lexicons.ts';
import { matchesOf } from '../matches.ts';
import type { RuleSettings, Subject } from '../rule.ts';
import { addressesIn, hostOf } from './addresses.ts';

/** Says whether a text names the one who writes. Lenient where a language's capitals or script do not show names. */
export function namesWriter(subject: Subject, settings: RuleSettings): boolean {
  const { text, facts } = subject;
  const known = [...(facts.brandWords ?? []), facts.advertiser?.name ?? ''].filter((name) => name !== '');
  if (known.some((name) => text.toLowerCase().includes(name.toLowerCase()))) return true;
  if (addressesIn(subject.folded).some((match) => !isSharedShortener(hostOf(match[0])))) return true;
  if (/@\p{L}[\p{L}\p{N}_.]{2,}/u.test(text)) return true;
  if (/\p{Script=Hangul}/u.test(text)) return namesInKorean(text);
  if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text.replace(/https?:\S+|STOP|SMS/gu, ''))) return true;
  const languages = languagesOf(settings);
  return namedWords(text, commonWords(languages), isGerman(text, languages));
}

const commonBy = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Words of these languages and of English that are no names. */
function commonWords(languages: readonly string[]): ReadonlySet<string> {
  let common = commonBy.get(languages);
  if (common === undefined) {
    common = new Set([...(english.noName ?? []), ...languages.flatMap((language) => worldLexicons[language]?.noName ?? [])]);
    commonBy.set(languages, common);
  }
  return common;
}

/** German writes all nouns with capitals. */
function isGerman(text: string, languages: readonly string[]): boolean {
  return languages.includes('de') && /(?<!\p{L})(?:und|der|die|das|nicht|sie|ihr|mit|auf|ein|eine|jetzt|nur)(?!\p{L})/iu.test(text);
}

const startsSentence = quick(/(?:^|[.!?\n:;)\]*•»"“-]|[\p{Extended_Pictographic}\u{fe0f}])\s*$/u);
const afterName = quick(
  /^(?:'s|’s)?(?:\s+\d{1,4})?\s*(?::|is|has|are|was|will|wants|invites?|misses|here|turns|brings|launches|opens|presents|team|shop|store|salon|gym|cafe|café|pizza|bakery|bank|offers?|gives|helps|settles|cuts|makes|delivers|sells|serves|ships|keeps|knows|loves|needs|celebrates|welcomes|announces|says|thanks|sends|clinic|fitness|market|kitchen|books?|shoes|studio|spa|motors|club)(?!\p{L})/iu,
);

const greeted = quick(
  /(?:^|[^\p{L}])(?:hi|hey|hello|dear|hallo|liebe[r]?|bonjour|ch[eè]re?|salut|hola|estimad[oa]|ciao|gentile|ol[aá]|oi|prezad[oa]|merhaba|say[ıi]n|witaj|cze[sś][cć]|mr\.?|mrs\.?|ms\.?)(?: \p{Lu}\p{L}+)? $/iu,
);

/** What stands further from a word does not tell whether it is a name. */
const AROUND = 120;

function namedWords(text: string, common: ReadonlySet<string>, german: boolean): boolean {
  if (
    /["“«„][\p{Lu}\d][^"”»“]{1,40}["”»“]/u.test(
      text.replace(/(?:reply|text|send|antwort\p{L}{0,30}|r[ée]pond\p{L}{0,30}|code|kod\p{L}{0,30})[^"“]{0,12}["“][^"”]{0,80}["”]/giu, ''),
    )
  )
    return true;
  if (!german && opensByName(text, common)) return true;
  const shout = isShouting(text);
  for (const match of matchesOf(text, /(?<![\p{L}\p{N}@#/.])\p{Lu}[\p{L}&'’]*(?:[.-]\p{L}+)*/gu)) {
    const word = match[0].replace(/['’]s$/u, '');
    const plain = word.toLowerCase();
    if (word.length < 2 || common.has(plain) || /^\p{Lu}+\d/u.test(text.slice(match.index, match.index + 24)) || isCode(text, match.index)) continue;
    const allCaps = word.length > 1 && word === word.toUpperCase();
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - AROUND), match.index);
    const after = text.slice(end, end + AROUND);
    if (greeted.test(before)) continue;
    if (german && /^(?:\s+\d{1,4})?\s*:/u.test(after) && !opensWithName(before)) continue;
    if (/\p{Ll}\p{Lu}/u.test(match[0]) || /['’]s$/u.test(match[0]) || afterName.test(after) || /^(?:\s+\d{1,4})?\s*:/u.test(after)) return true;
    if (allCaps && shout) continue;
    if (german) {
      if (/(?:^|\s)(?:von|bei|team|ihr|dein|euer|im|salon|praxis|firma)\s+$/iu.test(before)) return true;
      continue;
    }
    if (!startsSentence.test(before)) return true;
    const next = /^\s+(\p{Lu}[\p{L}&'’]+)/u.exec(after)?.[1];
    if (next !== undefined && !common.has(next.toLowerCase())) return true;
  }
  return false;
}

/** `Fern Tap: ...`: two to four capitalised words and a colon begin the text, one of them no common word. */
function opensByName(text: string, common: ReadonlySet<string>): boolean {
  const opening = /^[^\p{L}\p{N}]{0,3}(\p{Lu}[\p{L}&'’.-]{1,20}(?: (?:& |and |of )?\p{Lu}[\p{L}&'’.-]{1,20}){1,3}) ?[:|]/u.exec(text);
  return opening !== null && opening[1]!.split(' ').some((word) => word !== word.toUpperCase() && !common.has(word.toLowerCase()));
}

/** German nouns have capitals too: before a colon a name opens a sentence, alone or after another capitalised word. */
function opensWithName(before: string): boolean {
  return startsSentence.test(before) || /(?<!\p{L})\p{Lu}[\p{L}&'’.-]{0,40}\s{1,4}$/u.test(before.slice(-40));
}

/** A promo code after a word that introduces one. */
function isCode(text: string, at: number): boolean {
  return /(?:code|cod[ei]|c[oó]digo|kod\p{L}{0,30}|coupon|cupom|cup[oó]n|voucher|use|usa|text|reply|send|avec|with)\s*:?\s*["“]?$/iu.test(
    text.slice(Math.max(0, at - 16), at),
  );
}

function isShouting(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > small;
}

const koreanCommon =
  /^(?:할인|특가|세일|봄|여름|가을|겨울|오늘|이번|주말|신상|신제품|최대|전\s?품목|고객|지금|단\s|단,|회원|이벤트|쿠폰|무료|특별|연말|연초|추석|설|새해|블랙|깜짝|한정|마감|시즌|전\s?상품|선착순|혜택|인기|반값|\d|★|♥|♡|■|▶|축하|안녕|감사|최저가|놓치|당첨|수익|대박|긴급|즉시|당일|저금리|카지노|베팅)/u;

/** Korean puts the name right after the label, in brackets or before the first space. */
function namesInKorean(text: string): boolean {
  const body = text.replace(/^\s*(?:\[(?:Web|국제)발신\]\s*)?/u, '').replace(/^[([（［<]?\s*광\s*[^고]{0,2}고\s*[)\]）］>]?\s*/u, '');
  const bracketed = /^\[([^\]]{1,20})\]|^<([^>]{1,20})>|^【([^】]{1,20})】/u.exec(body);
  const lead = bracketed?.[1] ?? bracketed?.[2] ?? bracketed?.[3];
  if (lead !== undefined && !koreanCommon.test(lead.trim())) return true;
  const rest = bracketed === null ? body : body.slice(bracketed[0].length);
  return !koreanCommon.test(rest.trim());
}
