import type { Subject } from '../rule.ts';
import { legalEntity, linksOf } from './ru-terms.ts';

const named = /["«„“][^"»”“\n]{2,40}["»”“]/u;
const house: RegExp =
  /(?<!\p{L})(?:[Мм]агазин\p{L}*|[Сс]алон\p{L}*|[Кк]линик\p{L}+|[Кк]афе|[Рр]есторан\p{L}*|[Бб]ар(?:е|а)?|[Бб]анк\p{L}*|[Сс]еть|[Сс]ети|[Сс]туди\p{L}+|[Кк]луб\p{L}*|[Аа]птек\p{L}+|[Кк]офейн\p{L}+|[Пп]екарн\p{L}+|[Пп]иццери\p{L}+|[Шш]кол\p{L}+|[Цц]ентр\p{L}*|[Аа]втосалон\p{L}*|[Аа]втосервис\p{L}*|[Сс]томатологи\p{L}+|[Кк]омпани\p{L}+|[Фф]ирм\p{L}+|[Мм]астерск\p{L}+|[Аа]телье|[Бб]ренд\p{L}*|[Кк]инотеатр\p{L}*|[Тт]еатр\p{L}*|[Оо]тел\p{L}+|[Хх]имчистк\p{L}+|[Бб]утик\p{L}*|[Бб]арбершоп\p{L}*|[Вв]етклиник\p{L}*|[Тт]акси|[Сс]лужб\p{L}+|[Уу]к|[Тт]сж|[Тт]ц|[Тт]рц|[Фф]итнес\p{L}*|[Тт]урагентств\p{L}*|[Мм]аркет\p{L}*|[Сс]упермаркет\p{L}*) +(?:№ ?\d+|\p{Lu}[\p{L}\d-]+|\p{Ll}+ \p{Lu}[\p{L}\d-]+)/u;
/** `Колос: …`, `Пекарня Колос. …`: the name stands first. */
const opening = /^[^\p{L}\p{N}]{0,3}(?:\p{Lu}[\p{L}\d&.'-]*)(?: (?:и |& )?["«]?[\p{Lu}\d][\p{L}\d&'-]*["»]?){0,3} ?[:—–|]/u;
const greeting =
  /^[^\p{L}\p{N}]{0,3}(?:внимание|акция|скидк\p{L}+|новинк\p{L}+|важно|срочно|код|распродажа|только|супер|ура|привет|напоминаем|информация|sale|напоминание|успей|успейте|адрес|сегодня|завтра|подарок|розыгрыш|сообщение|здравствуйте|добрый|спасибо|ваш|уважаем\p{L}+|хит|меню|пароль|заказ|поздравляем|бонус|черная|чёрная)(?!\p{L})/iu;
const signature = /(?<!\p{L})(?:ваш[аеи]?|с уважением,?|команда|это|вас приветствует|от|пишет|приглашает|приветствует) +["«]?\p{Lu}[\p{L}\d-]{2,}/u;
const trailing = /[.!?] *(?!\p{L}+(?:те|тесь|ем|им|ём|ей|ас)(?!\p{L}))\p{Lu}[\p{L}-]{2,}(?: \p{Lu}[\p{L}-]+)?\.? *$/u;

/** True when the text itself tells who writes: a legal entity, a name in quotes, a house with its name, a site, an opening or a signature. */
export function namesItself(subject: Subject): boolean {
  const { text, folded, facts } = subject;
  if (legalEntity.test(folded) || named.test(text) || house.test(text) || linksOf(folded).length > 0) return true;
  const brands = [facts.advertiser?.name, ...(facts.brandWords ?? [])].filter((name): name is string => name !== undefined && name !== '');
  if (brands.some((name) => folded.includes(name.toLowerCase()))) return true;
  if (opening.test(text) && !greeting.test(text)) return true;
  return signature.test(text.slice(1)) || trailing.test(text);
}
