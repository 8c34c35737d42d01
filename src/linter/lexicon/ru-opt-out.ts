import type { Subject } from '../rule.ts';
import { linksOf } from './ru-terms.ts';

/** Words of a Russian opt-out line. `Отказ от кофеина` and `стоп-цена` are none. */
const optOutWord =
  /(?<!\p{L})(?:отпис\p{L}+|отказ(?:аться|ывайтесь|ал\p{L}+)?(?=[ :-]+(?:от )?(?:смс|sms|рассыл|сообщен|реклам|подписк|получен|уведомлен|информирован|отправ|стоп|stop|на |по |тел|8|\+7|https?|[a-z0-9-]+\.)|[:]|$)|стоп(?![-\p{L}])|stop(?![-\p{L}])|не получать|не хотите (?:больше )?(?:получать|видеть)|прекратить (?:получать|рассыл)\p{L}*|отмен\p{L}* (?:подписк|рассылк|смс|sms)\p{L}*|отмена[: ]+(?:стоп|stop|смс|sms|\d{3,5})|отключ\p{L}+ (?:рассылк|рекламн|смс|sms|уведомлен|сообщен|акци|реклам)\p{L}*|настро\p{L}+ (?:рассылк|уведомлен|подписк|сообщен)\p{L}*|управл\p{L}+ (?:рассылк|подписк|уведомлен)\p{L}*|unsubscribe|otpis\p{L}*|otkaz|больше не (?:присылать|писать|получать)|выключить (?:рассылк|уведомлен|сообщен)\p{L}*|удалить (?:номер|меня|из))/gu;
const destination =
  /(?:на|по|:|-|т\.|тел\.?|номер\p{L}*|звон\p{L}+)\s*(?:номер\p{L}*\s*)?(?:тел\p{L}*\.?\s*)?(?:\+7|[78])?[ (-]{0,2}\d[\d() -]{2,}|8-?800|(?:лк|личн\p{L}+ кабинет\p{L}*|кабинет\p{L}*|приложени\p{L}+|настройк\p{L}+|профил\p{L}+|на сайте|по ссылке|чат-?бот\p{L}*|горяч\p{L}+ лини\p{L}+|у администратор\p{L}*|на кассе|в (?:салон|магазин|офис|клуб|клиник)\p{L}*|по телефону)(?!\p{L})/u;
const answer = /(?<!\p{L})(?:ответ\p{L}*|отвеч\p{L}*|отправ\p{L}*|напиш\p{L}*|пришл\p{L}*|наж\p{L}*|набер\p{L}*|ответным)(?!\p{L})/u;
const button =
  /^(?:\/?stop|стоп|\/?отпис\p{L}*.*|.*отпис\p{L}+.*|.*отказ.*|.*не получать.*|.*(?:настро|управлен)\p{L}* (?:рассыл|подпис|уведом).*|.*отключить.*|.*не присыла.*|.*больше не .*|хватит.*|.*unsubscribe.*)$/u;

/** True when a person can find in the message how to refuse, and the way works on its channel. */
export function offersRussianOptOut(subject: Subject): boolean {
  const { folded } = subject;
  if (/(?:^|\s|["(])\/(?:stop|стоп|unsubscribe|off|отписаться|отписка)(?![\p{L}\d])/u.test(folded)) return true;
  if (subject.buttons.some(({ text }) => button.test(text.trim().toLowerCase()))) return true;
  const replies = subject.input.channel !== 'sms' || /^\+?\d[\d -]{2,}$/u.test(subject.sender.trim());
  const links = linksOf(folded);
  for (const match of folded.matchAll(optOutWord)) {
    const from = Math.max(0, match.index - 70);
    const to = match.index + match[0].length + 70;
    const around = folded.slice(from, to);
    const after = folded.slice(match.index, to);
    if (destination.test(after) || links.some(({ index }) => index >= match.index && index < to)) return true;
    if (/^(?:стоп|stop)/u.test(match[0])) {
      const before = folded.slice(from, match.index).replace(/^.*[.!?] (?=\S)/su, '');
      if (replies && (answer.test(around) || /отпис|отказ|рассыл/u.test(around) || /["=:]\s*$/u.test(before))) return true;
      if (destination.test(before.slice(-40)) && answer.test(before)) return true;
    } else if (replies) return true;
    else if (
      links.some(
        ({ index, text }) =>
          index >= from &&
          index + text.length + 45 >= match.index &&
          index < match.index &&
          /^[^.!?\n]*$/u.test(folded.slice(index + text.length, match.index)),
      )
    )
      return true;
  }
  return false;
}
