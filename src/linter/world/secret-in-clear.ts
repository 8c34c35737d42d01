import { quick } from '../../text/index.ts';
import type { Range } from '../diagnostic.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import type { RuleSettings, Subject } from '../rule.ts';
import { clausesOf } from './clauses.ts';
import { holdsDigits } from './holds-digits.ts';
import { occurs } from './offers.ts';

/** A secret or a private fact written out in a message. */
export interface SecretInClear {
  readonly message: 'card' | 'password' | 'health';
  readonly range: Range;
}

const digits = /(?<![\d.,*xX])[2-6]\d{3}(?:([ -]?)\d{4}\1\d{4}\1\d{1,7}|[ -]\d{6}[ -]\d{5})(?!\d)/gu;
const cardWords = /card|visa|mastercard|amex|maestro|karte|carte|tarjeta|cart[aã]o|carta|kart|karty|карт|بطاق|कार्ड|카드|カード|卡/u;
const otherNumbers =
  /order|tracking|parcel|shipment|ref|awb|imei|iban|policy|invoice|bestell|sendung|commande|colis|pedido|env[ií]o|rastreio|ordine|spedizione|zam[oó]wieni|przesy|sipari|kargo|заказ|отправлен|трек|주문|운송|注文/u;
const securityCode = quick(/(?<!\p{L})(?:cvv|cvc)2?(?: (?:code|is))?[ :=-]{0,3}\d{3}(?!\d)/gu);
const cardPin = quick(
  /(?<!\p{L})(?:card|atm|debit|bank|account|upi|karten|kart|karta) ?-?pin(?: ?code)?(?: (?:is|ist|es|est))?[ :=-]{0,3}\d{4,6}(?!\d)/gu,
);
const value = quick(/^["']?(?: (?:is|ist|lautet|est|es|è|e|é|to|jest|for [\p{L} ]{2,20} is)| ?[:=-]| :| is:)\s*["']?(\S{4,40})/u);
const health = quick(
  /(?<!\p{L})(?:hiv|hepatitis \p{L}|syphilis|chlamydia|gonorrh\p{L}+|herpes|cancer|tumou?r|pregnancy|covid|std|sti|biopsy|diabetes)[^.!?\n]{0,30}(?:positive|detected|confirmed|malignant)|diagnos(?:ed with|is:|is is) \p{L}{4,}|(?:positive|tested positive) for (?:hiv|hepatitis|syphilis|chlamydia|covid|gonorrh\p{L}+)/gu,
);

/** Of a card number. */
const FEWEST_DIGITS = 13;

/** Finds a card number, a security code, a card PIN, a standing password or a health finding. */
export function secretInClear(subject: Subject, settings: RuleSettings): SecretInClear | undefined {
  for (const hit of holdsDigits(subject.folded, FEWEST_DIGITS) ? subject.findAll(digits) : []) {
    const around = subject.folded.slice(Math.max(0, hit.index - 60), hit.index + hit.text.length + 30);
    const grouped = /[ -]/u.test(hit.text);
    const spoken = cardWords.test(around);
    const fits = luhn(hit.text) ? spoken || grouped || !otherNumbers.test(around) : spoken && grouped;
    const length = hit.text.replace(/\D/gu, '').length;
    if (fits && length >= 15 && length <= 19) return { message: 'card', range: hit.range };
  }
  const code = subject.findAll(securityCode)[0] ?? subject.findAll(cardPin)[0];
  if (code !== undefined) return { message: 'card', range: code.range };
  const finding = subject.findAll(health)[0];
  if (finding !== undefined) return { message: 'health', range: finding.range };
  return password(subject, settings);
}

function password(subject: Subject, settings: RuleSettings): SecretInClear | undefined {
  const languages = languagesOf(settings);
  const [named, oneTime] = [topics.pattern('password', languages), topics.pattern('oneTime', languages)];
  if (named === undefined) return undefined;
  for (const hit of subject.findAll(named)) {
    const after = hit.index + hit.text.length;
    const clause = clausesOf(subject.folded).find(([start, end]) => hit.index >= start && hit.index < end) ?? [0, subject.folded.length];
    if (occurs(oneTime, subject.folded.slice(clause[0], clause[1]))) continue;
    const stated = /(?: is|:)$/u.test(hit.text) ? `:${subject.folded.slice(after, after + 48)}` : subject.folded.slice(after, after + 48);
    const match = value.exec(stated) ?? bare.exec(stated);
    const word = match?.[1]?.replace(/["'.,;!?)]{1,40}$/u, '') ?? '';
    if (word.length < 4 || /^[*x•]+$/u.test(word) || !looksSecret(word) || (subject.kind === 'auth' && /^\d+$/u.test(word))) continue;
    return { message: 'password', range: subject.original(hit.index, hit.index + hit.text.length) };
  }
  return undefined;
}

const bare = /^\s+["']?(\S{4,40})/u;

/** Passwords mix letters with digits or signs; words, numbers of minutes and addresses do not count. */
function looksSecret(word: string): boolean {
  if (/^(?:https?:|www\.)|\.\p{L}{2,}\//u.test(word) || /^\p{L}+$/u.test(word)) return false;
  return /\d/u.test(word) || /[!@#$%^&*_]/u.test(word);
}

function luhn(text: string): boolean {
  const plain = text.replace(/\D/gu, '');
  let sum = 0;
  for (let i = 0; i < plain.length; i++) {
    const digit = Number(plain[plain.length - 1 - i]);
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
