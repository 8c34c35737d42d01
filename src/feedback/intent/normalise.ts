/** A reply prepared for matching: lower-case, one alphabet per word, no ornaments. For matching only, never for display. */
export interface NormalisedReply {
  /** Words in order. */
  readonly words: readonly string[];
  /** Clause number of each word: a comma, full stop or line break starts a new one. */
  readonly clauses: readonly number[];
  /** All words without spaces, for scripts that write none. */
  readonly compact: string;
  readonly question: boolean;
  /** Clauses that end in a question mark. */
  readonly asking: ReadonlySet<number>;
  /** A stop sign or a crossed-out bell was among the pictures. */
  readonly stopSign: boolean;
}

const invisible = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/u;
const stopSigns = /[\u{1f6d1}\u26d4\u{1f6ab}\u{1f515}\u270b\u{1f645}]/u;
const apostrophes = /['\u2018\u2019\u02bb\u02bc\u02bf`\u00b4]/u;
/** Words that French and Italian join by an apostrophe: "m'envoyer" is two words. */
const elided: ReadonlySet<string> = new Set(['c', 'd', 'j', 'l', 'm', 'n', 's', 't', 'qu']);
const signature =
  /(?:^|[\s\n])(?:--+\s*\n[\s\S]*|(?:sent (?:from|via) (?:my )?\p{L}+|get outlook for|отправлено (?:с|из) |надіслано з |envoyé de mon|von meinem .{0,20} gesendet|gesendet von|enviado (?:desde|do) m|inviato da|wysłane z|verzonden vanaf|iphone.?umdan gönderildi)[^\n]{0,60})$/iu;

const single: Readonly<Record<string, string>> = {
  ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe', ё: 'е',
  // Kazakh, Kyrgyz, Tajik, Ukrainian and Belarusian letters as people type them on a Russian keyboard
  қ: 'к', ғ: 'г', ү: 'у', ұ: 'у', ө: 'о', ә: 'а', і: 'и', ң: 'н', һ: 'х', ї: 'и', є: 'е', ґ: 'г', ў: 'у', ҳ: 'х', ҷ: 'ч', ӣ: 'и', ӯ: 'у', ъ: 'ъ',
  // Arabic and Persian forms of one letter
  أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ۀ: 'ه', ـ: '',
  ς: 'σ',
}; // biome-ignore format: a table

/** Accents off, letters that differ only by keyboard made one. `й` keeps its breve. */
export function foldLetters(text: string): string {
  let folded = '';
  for (const char of text.normalize('NFKC')) folded += charOf(char).folded;
  return folded;
}

type CharKind = 'letter' | 'digit' | 'mark' | 'skip' | 'apostrophe' | 'break' | 'asking' | 'dash' | 'number-sign' | 'space';

interface Char {
  readonly kind: CharKind;
  readonly folded: string;
  readonly script: 'latin' | 'cyrillic' | 'greek' | 'digit' | 'other';
}

/** What is known of the characters met so far; a character has one answer for ever. */
const known = new Map<string, Char>();
/** Distinct characters remembered at most. */
const REMEMBERED = 8_000;

function charOf(char: string): Char {
  const held = known.get(char);
  if (held !== undefined) return held;
  const folded = foldChar(char);
  const made: Char = { kind: kindOf(char), folded, script: scriptOf(folded) };
  if (known.size < REMEMBERED) known.set(char, made);
  return made;
}

/** Traditional characters beside their simplified ones: lists and replies are read in one script. */
const simplified: ReadonlyMap<string, string> = new Map(
  '發发 訂订 閱阅 號号 碼码 刪删 請请 別别 訊讯 簡简 傳传 煩烦 擾扰 騷骚 給给 廣广 聯联 絡络 這这 個个 嗎吗 還还 來来 為为 誰谁 們们 電电 話话 購购 單单 約约 訴诉 檢检 舉举 報报 隱隐 資资 實实 麼么 說说 對对 錢钱 關关 開开 時时 間间 過过 會会 點点 無无 騙骗 詐诈 釋释 銷销 權权 據据 認认 識识 錯错 換换 後后 幫帮 產产 優优 費费 質质 運运 應应 該该 從从 讓让 謝谢'
    .split(' ')
    .map(([from, to]) => [from!, to!]),
);

function foldChar(char: string): string {
  const lower = char.toLowerCase();
  if (lower === 'й') return lower;
  const plain = simplified.get(lower);
  if (plain !== undefined) return plain;
  const bare = lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]/gu, '')
    .normalize('NFC');
  const whole = single[lower] ?? bare;
  let folded = '';
  for (const letter of whole) folded += single[letter] ?? letter;
  return folded;
}

function kindOf(char: string): CharKind {
  if (invisible.test(char) || /[՛-՝]/u.test(char)) return 'skip';
  if (apostrophes.test(char)) return 'apostrophe';
  if (/\p{N}|[$+]/u.test(char)) return 'digit';
  if (/\p{L}/u.test(char)) return 'letter';
  if (/\p{M}/u.test(char) && char !== '\u20e3') return 'mark';
  if (/[?？؟՞]/u.test(char)) return 'asking';
  if (/[.,;:!()\n…。、！،؛।]/u.test(char)) return 'break';
  if (/[-–—]/u.test(char)) return 'dash';
  return char === '#' ? 'number-sign' : 'space';
}

function scriptOf(folded: string): Char['script'] {
  if (/^[a-z]/u.test(folded)) return 'latin';
  if (/^\p{Script=Cyrillic}/u.test(folded)) return 'cyrillic';
  if (/^\p{Script=Greek}/u.test(folded)) return 'greek';
  return /^[0-9$]/u.test(folded) ? 'digit' : 'other';
}

const toCyrillic: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'и',
  k: 'к',
  m: 'м',
  n: 'п',
  o: 'о',
  p: 'р',
  t: 'т',
  u: 'и',
  x: 'х',
  y: 'у',
  r: 'г',
  '0': 'о',
  '3': 'з',
  '4': 'ч',
  '6': 'б',
  ο: 'о',
  τ: 'т',
  π: 'п',
  ρ: 'р',
};
const toLatin: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  и: 'u',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  т: 't',
  у: 'y',
  х: 'x',
  ѕ: 's',
  ј: 'j',
  п: 'n',
  ο: 'o',
  τ: 't',
  ρ: 'p',
  ε: 'e',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
  $: 's',
};

const mapped = (word: string, table: Readonly<Record<string, string>>, keep: RegExp): string | undefined => {
  let out = '';
  for (const letter of word) {
    const other = keep.test(letter) ? letter : table[letter];
    if (other === undefined) return undefined;
    out += other;
  }
  return out;
};

/** One alphabet per word: digits and look-alikes inside a word become letters of the alphabet that fits. */
function oneScript(word: string, scripts: number): string {
  const cyrillic = (scripts & 2) !== 0;
  const latin = (scripts & 1) !== 0;
  const odd = (scripts & 12) !== 0;
  // Cyrillic letters that only look Latin betray a disguised Latin word
  if (cyrillic && /[ѕјԁԛԝ]/u.test(word)) return mapped(word, toLatin, /[a-z]/u) ?? word;
  if (!(cyrillic && (latin || odd)) && !(latin && odd)) return word;
  if (/^\d+$/u.test(word)) return word;
  if (cyrillic) return mapped(word, toCyrillic, /\p{Script=Cyrillic}/u) ?? mapped(word, toLatin, /[a-z]/u) ?? word;
  return mapped(word, toLatin, /[a-z]/u) ?? word;
}

/** Longest part of a reply that counts, in UTF-16 units. */
const READ_LENGTH = 1_000;

/** Fewest single letters that make a word spelled out. */
const SPELLED = 3;

/** Longest tail in which a telephone's signature is looked for, in UTF-16 units. */
const SIGNATURE_REACH = 110;

function withoutSignature(text: string): string {
  if (/(?<!-)--+\s*\n/u.test(text)) return text.replace(signature, ' ');
  const from = Math.max(0, text.length - SIGNATURE_REACH);
  return text.slice(0, from) + text.slice(from).replace(signature, ' ');
}

/** Prepares a reply for matching in one pass. Linear in its length; at most the first 1,000 characters count. */
export function normaliseReply(text: string): NormalisedReply {
  const raw = withoutSignature(text.slice(0, READ_LENGTH));
  const typed: string[] = [];
  const alphabets: number[] = [];
  const clauses: number[] = [];
  const asking = new Set<number>();
  let clause = 0;
  let question = false;
  let word = '';
  let scripts = 0;
  let repeated = false;
  let last = '';
  let spelled = 0;
  let gap = '';
  const close = () => {
    if (word === '') return;
    // "S T O P": single letters with next to nothing between them are one word
    const letter = word.length === 1 && scripts !== scriptBit.digit;
    spelled = !letter ? 0 : spelled > 0 && gap.length <= 2 && !/[^ .\-_*,]/u.test(gap) ? spelled + 1 : 1;
    typed.push(repeated ? word.replace(/(\p{L})\1{2,}/gu, '$1') : word);
    alphabets.push(scripts);
    clauses.push(clause);
    if (spelled >= SPELLED) {
      const taken = spelled === SPELLED ? SPELLED : 2;
      const at = typed.length - taken;
      typed.splice(at, taken, typed.slice(at).join(''));
      alphabets.splice(
        at,
        taken,
        alphabets.slice(at).reduce((all, one) => all | one),
      );
      clauses.splice(at + 1, taken - 1);
    }
    word = '';
    scripts = 0;
    repeated = false;
    last = '';
    gap = '';
  };
  const normal = raw.normalize('NFKC');
  let at = 0;
  for (const char of normal) {
    at += char.length;
    const { kind, folded, script } = charOf(char);
    if (kind === 'letter' || kind === 'digit' || kind === 'mark') {
      if (folded === last && word.endsWith(folded + folded)) repeated = true;
      last = folded;
      word += folded;
      scripts |= scriptBit[script];
      continue;
    }
    if (kind === 'skip') continue;
    if (kind === 'apostrophe') {
      if (elided.has(word) && charOf(normal.charAt(at)).kind === 'letter') close();
      continue;
    }
    if (char === '՞') {
      // the Armenian question mark stands inside its word
      question = true;
      asking.add(clause);
      continue;
    }
    close();
    gap += char;
    if (kind === 'asking' || kind === 'break') {
      if (kind === 'asking') {
        question = true;
        asking.add(clause);
      }
      const next = normal.charAt(at);
      const more = next !== '' && (charOf(next).kind === 'break' || charOf(next).kind === 'asking');
      if (!more) clause++;
    } else if (kind === 'dash' && /\s/u.test(normal.charAt(at)) && /\s/u.test(normal.charAt(at - 2))) clause++;
    else if (kind === 'number-sign' && !/[\p{L}\p{N}]/u.test(normal.charAt(at))) {
      word = 'number';
      scripts = 1;
      close();
    }
  }
  close();
  const words = typed.map((one, index) => oneScript(one, alphabets[index]!));
  return { words, clauses, compact: words.join(''), question, asking, stopSign: stopSigns.test(raw) };
}

const scriptBit: Readonly<Record<Char['script'], number>> = { latin: 1, cyrillic: 2, greek: 4, digit: 8, other: 16 };
