import { quick } from '../../text/index.ts';
import type { Subject } from '../rule.ts';
import { linksOf } from './ru-terms.ts';

/** Words of a Russian opt-out line. `Отказ от кофеина` and `стоп-цена` are none. */
const optOutWord = quick(
  /(?<!\p{L})(?:отпис\p{L}{1,30}|(?:рассылк|смс|sms|реклам|сообщени|уведомлени|новост|акци)\p{L}{0,3}(?: больше)? не (?:нужн|интерес|актуальн|хотите|жела)\p{L}{0,6}|не (?:нужн|интересн|хоти|жела|актуальн)\p{L}{0,4} (?:больше |получать |наш\p{L}{0,3} |эт\p{L}{1,2} )?(?:рассылк|смс|sms|реклам|сообщени|уведомлени|новост|акци)\p{L}{0,4}|не(?:интересно|актуально)(?!\p{L})|не интересно(?!\p{L})|(?:убер|удал|исключ|вычеркн|сним)\p{L}{1,6} (?:вас |себя |меня |номер |свой номер |ваш номер )?(?:из|с) (?:рассыл|баз|спис|реклам)\p{L}{0,5}|(?:стоп|хватит|нет)[- ](?:рассылк|реклам|смс|sms)\p{L}{0,3}|без (?:рассыл|реклам|смс)\p{L}{0,4}(?=:| -| \p{L}{2,12}\.\p{L})|отказ(?:аться|ывайтесь|ал\p{L}{1,30})?(?=[ :-]{1,40}(?:от )?(?:смс|sms|рассыл|сообщен|реклам|подписк|получен|уведомлен|информирован|отправ|стоп|stop|на |по |тел|8|\+7|https?|[a-z0-9-]{1,40}\.)|[:]|$)|стоп(?![-\p{L}])|stop(?![-\p{L}])|не получать|не хотите (?:больше )?(?:получать|видеть)|(?:откл|отп)\.?(?= ?[:—–-] ?(?:[a-z0-9-]{1,40}\.|стоп|stop|\d))|прекратить (?:получать|рассыл)\p{L}{0,30}|отмен\p{L}{0,30} (?:подписк|рассылк|смс|sms)\p{L}{0,30}|отмена[: ]{1,40}(?:стоп|stop|смс|sms|\d{3,5})|отключ\p{L}{1,30} (?:рассылк|рекламн|смс|sms|уведомлен|сообщен|акци|реклам)\p{L}{0,30}|настро\p{L}{1,30} (?:рассылк|уведомлен|подписк|сообщен)\p{L}{0,30}|управл\p{L}{1,30} (?:рассылк|подписк|уведомлен)\p{L}{0,30}|(?:рассылк|смс|sms|уведомлен|сообщен|подписк|реклам)\p{L}{0,30} (?:можно |легко |всегда можно )?(?:отключ|отмен|прекрат|остан|выключ|отказ)\p{L}{0,30}|(?:выйти|удалиться|исключить (?:себя|номер)|убрать номер) из\p{L}{0,30}|откажитесь от (?:рассыл|смс|sms|сообщ|реклам|уведом)\p{L}{0,30}|unsubscribe|otpis\p{L}{0,30}|otkaz|больше не (?:присылать|писать|получать)|не (?:писать|пишите|слать|шлите|присылать|присылайте|беспокоить|беспокойте)(?=(?: \p{L}{1,30}){0,2} ?(?:[:-]|на \d|по ссылке))|выключить (?:рассылк|уведомлен|сообщен)\p{L}{0,30}|удалить (?:номер|меня|из))/gu,
);
const destination = quick(
  /(?:на|по|:|-|т\.|тел\.?|номер\p{L}{0,30}|звон\p{L}{1,30})\s{0,4}(?:номер\p{L}{0,30}\s{0,4})?(?:тел\p{L}{0,30}\.?\s{0,4})?(?:\+7|[78])?[ (-]{0,2}\d[\d() -]{2,42}|(?<!\d)8-?800|(?:лк|личн\p{L}{1,30} кабинет\p{L}{0,30}|кабинет\p{L}{0,30}|приложени\p{L}{1,30}|настройк\p{L}{1,30}|профил\p{L}{1,30}|на сайте|по ссылке|чат-?бот\p{L}{0,30}|горяч\p{L}{1,30} лини\p{L}{1,30}|у администратор\p{L}{0,30}|на кассе|в (?:салон|магазин|офис|клуб|клиник)\p{L}{0,30}|по телефону)(?!\p{L})/u,
);
const answer = quick(
  /(?<!\p{L})(?:ответ\p{L}{0,30}|отвеч\p{L}{0,30}|отправ\p{L}{0,30}|напиш\p{L}{0,30}|пришл\p{L}{0,30}|наж\p{L}{0,30}|набер\p{L}{0,30}|ответным)(?!\p{L})/u,
);
const button = quick(
  /^(?:\/?stop|стоп|\/?отпис\p{L}{0,30}.{0,80}|.{0,80}отпис\p{L}{1,30}.{0,80}|.{0,80}отказ.{0,80}|.{0,80}не получать.{0,80}|.{0,80}(?:настро|управлен)\p{L}{0,30} (?:рассыл|подпис|уведом).{0,80}|.{0,80}отключить.{0,80}|.{0,80}не (?:присыла|писать|пиши|беспоко|слать|шли|звон|тревож|нужн|надо|хочу).{0,80}|.{0,80}больше не .{0,80}|хватит.{0,80}|.{0,80}unsubscribe.{0,80})$/u,
);

/** True when a person can find in the message how to refuse, and the way works on its channel. */
export function offersRussianOptOut(subject: Subject): boolean {
  const { folded } = subject;
  if (folded.includes('/') && /(?:^|\s|["(])\/(?:stop|стоп|unsubscribe|off|отписаться|отписка)(?![\p{L}\d])/u.test(folded)) return true;
  if (subject.buttons.some(({ text }) => button.test(text.trim().toLowerCase()))) return true;
  const replies = subject.input.channel !== 'sms' || /^\+?\d[\d -]{2,42}$/u.test(subject.sender.trim());
  let found: ReturnType<typeof linksOf> | undefined;
  const links = (): ReturnType<typeof linksOf> => (found ??= linksOf(folded));
  for (const match of folded.matchAll(optOutWord)) {
    const from = Math.max(0, match.index - 70);
    const to = match.index + match[0].length + 70;
    const around = folded.slice(from, to);
    const after = folded.slice(match.index, to);
    if (destination.test(after) || links().some(({ index }) => index >= match.index && index < to)) return true;
    if (/^(?:стоп|stop)/u.test(match[0])) {
      const before = folded.slice(from, match.index).replace(/^.{0,80}[.!?] (?=\S)/su, '');
      if (replies && (answer.test(around) || /отпис|отказ|рассыл/u.test(around) || /["=:]\s{0,4}$/u.test(before))) return true;
      if (destination.test(before.slice(-40)) && answer.test(before)) return true;
    } else if (replies) return true;
    else if (
      links().some(
        ({ index, text }) =>
          index >= from &&
          index + text.length + 45 >= match.index &&
          index < match.index &&
          /^[^.!?\n]{0,80}$/u.test(folded.slice(index + text.length, match.index)),
      )
    )
      return true;
  }
  return false;
}
