import { quick } from '../../text/index.ts';
import type { Subject } from '../rule.ts';
import { contentLinks, legalEntity } from './ru-terms.ts';

const quoted = /["«„“]([^"»”“\n]{2,40})["»”“]/gu;
const word = quick(/^(?:стоп|stop|отпис\p{L}{0,30}|отказ|да|нет|хочу|подарок|бонус|скидка|старт|плюс)$/iu);

/** A name in quotes that is not a word to send back. */
function hasQuotedName(text: string): boolean {
  return [...text.matchAll(quoted)].some((match) => !word.test(match[1]!.trim()));
}

const house: RegExp = quick(
  /(?<!\p{L})(?:[Мм]агазин\p{L}{0,30}|[Сс]алон\p{L}{0,30}|[Кк]линик\p{L}{1,30}|[Кк]афе|[Рр]есторан\p{L}{0,30}|[Бб]ар(?:е|а)?|[Бб]анк\p{L}{0,30}|[Сс]еть|[Сс]ети|[Сс]туди\p{L}{1,30}|[Кк]луб\p{L}{0,30}|[Аа]птек\p{L}{1,30}|[Кк]офейн\p{L}{1,30}|[Пп]екарн\p{L}{1,30}|[Пп]иццери\p{L}{1,30}|[Шш]кол\p{L}{1,30}|[Цц]ентр\p{L}{0,30}|[Аа]втосалон\p{L}{0,30}|[Аа]втосервис\p{L}{0,30}|[Сс]томатологи\p{L}{1,30}|[Кк]омпани\p{L}{1,30}|[Фф]ирм\p{L}{1,30}|[Мм]астерск\p{L}{1,30}|[Аа]телье|[Бб]ренд\p{L}{0,30}|[Кк]инотеатр\p{L}{0,30}|[Тт]еатр\p{L}{0,30}|[Оо]тел\p{L}{1,30}|[Хх]имчистк\p{L}{1,30}|[Бб]утик\p{L}{0,30}|[Бб]арбершоп\p{L}{0,30}|[Вв]етклиник\p{L}{0,30}|[Тт]акси|[Сс]лужб\p{L}{1,30}|[Уу]к|[Тт]сж|[Тт]ц|[Тт]рц|[Фф]итнес\p{L}{0,30}|[Тт]урагентств\p{L}{0,30}|[Мм]аркет\p{L}{0,30}|[Сс]упермаркет\p{L}{0,30}) {1,4}(?:№ ?\d{1,12}|\p{Lu}[\p{L}\d-]{1,40}|\p{Ll}{1,30} \p{Lu}[\p{L}\d-]{1,40})/u,
);
/** `Колос: …`, `Пекарня Колос. …`: the name stands first. */
const opening = quick(/^[^\p{L}\p{N}]{0,3}(?:\p{Lu}[\p{L}\d&.'-]{0,40})(?: (?:и |& )?["«]?[\p{Lu}\d][\p{L}\d&'-]{0,40}["»]?){0,3} ?[:—–|]/u);
const greeting = quick(
  /^[^\p{L}\p{N}]{0,3}(?:внимание|акция|скидк\p{L}{1,30}|новинк\p{L}{1,30}|важно|срочно|код|распродажа|только|супер|ура|привет|напоминаем|информация|sale|напоминание|успей|успейте|адрес|сегодня|завтра|подарок|розыгрыш|сообщение|здравствуйте|добрый|спасибо|ваш|уважаем\p{L}{1,30}|хит|меню|пароль|заказ|поздравляем|бонус|черная|чёрная)(?!\p{L})/iu,
);
const signature = quick(
  /(?<!\p{L})(?:ваш[аеи]?|с уважением,?|команда|это|вас приветствует|от|пишет|приглашает|приветствует) {1,4}["«]?\p{Lu}[\p{L}\d-]{2,42}/u,
);
const trailing = quick(/[.!?] {0,4}(?!\p{L}{1,30}(?:те|тесь|ем|им|ём|ей|ас)(?!\p{L}))\p{Lu}[\p{L}-]{2,42}(?: \p{Lu}[\p{L}-]{1,40})?\.? {0,4}$/u);

/** True when the text itself tells who writes: a legal entity, a name in quotes, a house with its name, a site, an opening or a signature. */
export function namesItself(subject: Subject): boolean {
  const { text, folded, facts } = subject;
  if (legalEntity.test(folded) || hasQuotedName(text) || house.test(text) || contentLinks(folded).length > 0) return true;
  const brands = [facts.advertiser?.name, ...(facts.brandWords ?? [])].filter((name): name is string => name !== undefined && name !== '');
  if (brands.some((name) => folded.includes(name.toLowerCase()))) return true;
  if (opening.test(text) && !greeting.test(text)) return true;
  return signature.test(text.slice(1)) || trailing.test(text);
}
