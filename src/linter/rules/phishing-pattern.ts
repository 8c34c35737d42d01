import { quick } from '../../text/index.ts';
import { languagesOf, topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule, type RuleSettings, type Subject } from '../rule.ts';
import { clausesOf } from '../world/clauses.ts';
import { occurs } from '../world/offers.ts';

export const phishingPattern: Rule<'asks'> = defineRule({
  id: 'phishing-pattern',
  description: { en: 'Nobody is asked for card data, PINs or passwords', ru: 'Никого не просят прислать данные карты, ПИН или пароль' },
  messages: {
    asks: {
      en: 'The message asks for "{term}". No honest sender does; lead people to their account in the app instead.',
      ru: 'Сообщение просит «{term}». Честный отправитель так не делает; направьте человека в личный кабинет.',
    },
  },
  sampleDefaults: { country: 'US', kind: 'transactional', sender: '62555' },
  examples: {
    correct: [
      { text: 'Elm Bank will never ask for your PIN or password.' },
      { text: 'Never share your card number with anyone. Elm Bank' },
      { text: 'Your code is 4471. Do not share it.', kind: 'auth' },
      { text: 'Enter PIN 4471 at locker 12 to collect your parcel' },
      { text: 'Your password was changed. Not you? Call 800 555 0143' },
      { text: 'Geben Sie Ihre PIN niemals weiter', country: 'DE' },
      { text: 'Ne communiquez jamais votre mot de passe', country: 'FR' },
      { text: 'No compartas tu contraseña con nadie', country: 'ES' },
      { text: 'Kart şifrenizi kimseyle paylaşmayın', country: 'TR' },
      { text: 'अपना पिन किसी के साथ साझा न करें', country: 'IN' },
      { text: 'Никому не сообщайте пин-код', country: 'KZ' },
    ],
    incorrect: [
      { text: 'Your account is locked. Reply with your card number and CVV to unlock', message: 'asks' },
      { text: 'Elm Bank: confirm your password at elm-secure.example', message: 'asks' },
      { text: 'Parcel held. Enter your card details at post.example to release it', message: 'asks' },
      { text: 'Bestätigen Sie Ihr Passwort unter bank.example', country: 'DE', message: 'asks' },
      { text: 'Envoyez-nous le numéro de votre carte bancaire', country: 'FR', message: 'asks' },
      { text: 'Envía tu PIN para desbloquear la cuenta', country: 'ES', message: 'asks' },
      { text: 'Rispondi con il numero della tua carta', country: 'IT', message: 'asks' },
      { text: 'Confirme sua senha respondendo a este SMS', country: 'BR', message: 'asks' },
      { text: 'Kart şifrenizi bize gönderin', country: 'TR', message: 'asks' },
      { text: 'Podaj numer karty i PIN', country: 'PL', message: 'asks' },
      { text: 'अपना एटीएम पिन भेजें', country: 'IN', message: 'asks' },
      { text: '카드 비밀번호를 회신해 주세요', country: 'KR', message: 'asks' },
      { text: 'Карта пин-кодын жіберіңіз', country: 'KZ', message: 'asks' },
      { text: 'Karta raqami va parolni yuboring', country: 'UZ', message: 'asks' },
      { text: 'يرجى إرسال رقم بطاقتك لتحديث الحساب', country: 'AE', message: 'asks' },
    ],
  },
  check(subject, settings, { report }) {
    const found = asked(subject, settings);
    if (found !== undefined)
      report({ message: 'asks', range: subject.original(found[0], found[1]), data: { term: subject.folded.slice(found[0], found[1]) } });
  },
});

/** How far the request and the secret may stand from each other within a sentence. */
const REACH = 70;
const forwardsCode = quick(
  /(?<!\p{L})(?:reply with|send(?: us| me)?|forward|share|tell us|text us|give us|read us)(?! (?:button|link))[^.!?\n]{0,40}?(?:otp|(?:verification|security|login|access|sms|6[- ]digit|confirmation) code|code (?:we|you) (?:just )?(?:sent|received|got))/u,
);
const given = /^["')]?(?:\s?(?:is|code|no\.?|=|:|-))?\s?["']?(?:\d|\*|x{2,})/u;

function asked(subject: Subject, settings: RuleSettings): readonly [number, number] | undefined {
  const languages = languagesOf(settings);
  const [secret, ask, never] = [topics.pattern('secret', languages), topics.pattern('ask', languages), topics.pattern('never', languages)];
  if (secret === undefined || ask === undefined) return undefined;
  if (!/otp|code/u.test(subject.folded) && !(occurs(ask, subject.folded) && occurs(secret, subject.folded))) return undefined;
  for (const [start, end] of clausesOf(subject.folded)) {
    const clause = subject.folded.slice(start, end);
    if (occurs(never, clause)) continue;
    const code = forwardsCode.exec(clause);
    if (code !== null) return [start + code.index, start + code.index + code[0].length];
    const requests = ask[Symbol.matchAll](clause);
    if (requests.length === 0) continue;
    for (const match of secret[Symbol.matchAll](clause)) {
      const until = match.index + match[0].length;
      if (given.test(clause.slice(until, until + 12))) continue;
      const wanted = requests.some((request) => {
        const requestEnd = request.index + request[0].length;
        if (request.index >= match.index && request.index < until) return false;
        return request.index < match.index
          ? match.index - requestEnd <= REACH
          : verbLast.test(clause.slice(match.index)) && request.index - until <= REACH;
      });
      if (wanted) return [start + match.index, start + until];
    }
  }
  return undefined;
}

/** Languages that put the verb last are told by their letters; in others a request stands before what it asks for. */
const verbLast = quick(
  /[\p{Script=Devanagari}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}\p{Script=Cyrillic}]|gönder|girin|paylaş|yazın|iletin|doğrula|onayla|dogrula|guncelle|gonder|paylas|yazin|yuboring|kiriting|tasdiqlang|ayting|bhej|bata(?:o|en|ein|iye|yen)|dal(?:o|en|ein|iye)|daalo|share kar|update kar|verify kar|eingeben|senden|bestätigen|schicken|best[aä]tigt/u,
);
