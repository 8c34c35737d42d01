import { quick } from '../text/index.ts';
import { adText, claimsOf } from './claims.ts';
import { literalsOf } from './lexicon/literals.ts';
import { debtRelief } from './lexicon/ru-bankruptcy.ts';
import { bankWord, creditCue, instalment, notCredit } from './lexicon/ru-credit.ts';
import type { Hit, Subject } from './rule.ts';

/** What the word finder looks for on behalf of the rules about credit. */
export const creditTriggers: readonly string[] = [
  ...literalsOf(creditCue.source),
  ...literalsOf(instalment.source),
  'мкк',
  'мфк',
  'мфо',
  'одобрен',
  'одобрим',
];

/** Who lends: debts are dissolved by others. */
const lenderWord: RegExp = quick(
  /(?<!\p{L})(?:пао|мкк|мфк|мфо|кпк|рефинанс\p{L}{0,8}|одобр\p{L}{1,5}|выда(?:дим|ем)|ставк\p{L}{1,2}|пск|под \d)(?!\p{L})/u,
);

/** What microfinance offers with a sum or a rate is a loan, named or not. */
const lendersOffer: RegExp = quick(
  /(?<!\p{L})(?:мкк|мфк|мфо)(?!\p{L})[^\n]{0,80}?(?:\d[\d ]{0,8} ?(?:руб\p{L}{0,3}|р(?!\p{L})|₽|тыс)|\d ?% в день)/gu,
);

/** The first offer of a consumer loan inside advertising. */
export function creditOffer(subject: Subject): Hit | undefined {
  const text = adText(subject);
  if (text === '' || (debtRelief.test(text) && !lenderWord.test(text))) return undefined;
  for (const { hit, before, after } of claimsOf(subject, creditCue)) {
    const around = before.slice(-30) + hit.text + after.slice(0, 20);
    if (notCredit.test(around) || /ограничения на получение $/u.test(before)) continue;
    if (/^(?:лимит|деньги на любые)/u.test(hit.text) && !/кредит|карт|банк|займ/u.test(text)) continue;
    if (
      /^(?:до (?:аванса|получки|пенсии)|не хватает|одолжи|(?:быстр|срочн)\p{L}{1,3} деньги)/u.test(hit.text) &&
      !/займ|заем|деньг|налич|одолж|в долг|мкк|мфк|мфо|кредит/u.test(text)
    )
      continue;
    if (/^лимит|^одобрил|^льготн|^грейс/u.test(hit.text) && !/кредит|карт|банк|займ|мкк|мфк/u.test(text)) continue;
    if (/^(?:деньги|налич|нал |кэш)/u.test(hit.text) && /обмен|usdt|крипт|битк|валют|скупк|выкуп|ломбард/u.test(text)) continue;
    if (
      /^деньги/u.test(hit.text) &&
      /^деньги (?:на карту|сразу|наличными)/u.test(hit.text) &&
      /скупк|выкуп|сдай|продай|вернем|работ|ваканс|кешбэк/u.test(text)
    )
      continue;
    if (
      /^(?:кредит|ипотек)/u.test(hit.text) &&
      /(?:консультац|помощь|юрист|брокер|расчет|вебинар|лекци|семинар|курс\p{L}{0,30}|книг\p{L}{0,30}|готов\p{L}{1,30} под|подходит под|можно в|принимаем) (?:\p{L}{1,30} )?(?:по |о |про |с )?$/u.test(
        before,
      ) &&
      !/\d ?%|руб|₽/u.test(around)
    )
      continue;
    if (/^до зарплаты/u.test(hit.text) && !/займ|заем|деньг|налич|одолж|руб|₽|тыс|дадим|выда|выруч|мкк|мфк|мфо/u.test(`${around} ${text}`)) continue;
    return hit;
  }
  const lent = subject.kind === 'marketing' ? subject.find(lendersOffer) : undefined;
  if (lent !== undefined) return lent;
  const again = subject.kind === 'marketing' ? undefined : approvedAgain(subject);
  if (again !== undefined) return again;
  const part = instalment.exec(text);
  if (part === null || !bankWord.test(text) || /без (?:участия )?банк/u.test(text)) return undefined;
  return subject.find(instalment);
}

/** `Кредит закрыт. Вам уже одобрен новый`: the offer's noun stands in the report before it. */
function approvedAgain(subject: Subject): Hit | undefined {
  const hit = subject.findAdvertised(
    /(?<!\p{L})(?:пред)?одобрен\p{L}{0,2}(?: \p{L}{1,12}){0,1} (?:нов(?:ый|ая|ое)|еще один|следующий|повторный|больш(?:ий|ая))/gu,
  );
  return hit !== undefined && /(?<!\p{L})(?:кредит|займ|заем|ссуд|ипотек)/u.test(subject.folded.slice(0, hit.index)) ? hit : undefined;
}
