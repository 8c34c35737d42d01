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

const invisible = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/gu;
const pictures = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u20e3]/gu;
const stopSigns = /[\u{1f6d1}\u26d4\u{1f6ab}\u{1f515}\u270b]/u;
const apostrophes = /['\u2018\u2019\u02bb\u02bc\u02bf`\u00b4]/gu;
/** French and Italian elision: "m'envoyer" is two words. */
const elision = /(?<!\p{L})([cdjlmnst]|qu)['\u2018\u2019](?=\p{L})/gu;
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
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ёїй]/gu, (letter) => (letter === 'й' ? '\u0001' : letter === 'ї' ? 'и' : 'е'))
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]/gu, '')
    .normalize('NFC')
    .replaceAll('\u0001', 'й');
  let folded = '';
  for (const letter of bare) folded += single[letter] ?? letter;
  return folded;
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
function oneScript(word: string): string {
  const cyrillic = /\p{Script=Cyrillic}/u.test(word);
  const latin = /[a-z]/u.test(word);
  const odd = /[0-9$\p{Script=Greek}]/u.test(word);
  // Cyrillic letters that only look Latin betray a disguised Latin word
  if (cyrillic && /[ѕјԁԛԝ]/u.test(word)) return mapped(word, toLatin, /[a-z]/u) ?? word;
  if (!(cyrillic && (latin || odd)) && !(latin && odd)) return word;
  if (/^\d+$/u.test(word)) return word;
  if (cyrillic) return mapped(word, toCyrillic, /\p{Script=Cyrillic}/u) ?? mapped(word, toLatin, /[a-z]/u) ?? word;
  return mapped(word, toLatin, /[a-z]/u) ?? word;
}

/** Prepares a reply for matching. Linear in its length; at most the first 1,000 characters count. */
export function normaliseReply(text: string): NormalisedReply {
  const raw = text.slice(0, 1_000);
  const plain = foldLetters(raw.replace(signature, ' '))
    .replace(invisible, '')
    .replace(/[՛-՝]/gu, '')
    .replace(/՞(\p{L}*)/gu, '$1?')
    .replace(elision, '$1 ')
    .replace(apostrophes, '')
    .replace(/#(?![\p{L}\p{N}])/gu, ' number ')
    .replace(pictures, ' ');
  const spelled = plain.replace(/(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*,]{1,2}\p{L}(?![\p{L}\p{N}])){2,}/gu, (letters) =>
    letters.replace(/[^\p{L}]/gu, ''),
  );
  const words: string[] = [];
  const clauses: number[] = [];
  const asking = new Set<number>();
  let clause = 0;
  for (const match of spelled.matchAll(/[\p{L}\p{M}\p{N}$+]+|[.,;:!?()\n…。、！？؟،؛।]+|\s[-–—]\s/gu)) {
    const token = match[0];
    if (!/[\p{L}\p{N}$+]/u.test(token)) {
      if (/[?？؟]/u.test(token)) asking.add(clause);
      clause++;
      continue;
    }
    words.push(oneScript(token.replace(/(\p{L})\1{2,}/gu, '$1')));
    clauses.push(clause);
  }
  return { words, clauses, compact: words.join(''), question: /[?？؟]/u.test(plain), asking, stopSign: stopSigns.test(raw) };
}
