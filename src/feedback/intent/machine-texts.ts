/** Reaction texts that phones send for a tap on a message. */
const reaction =
  /^\s*(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|removed an? [\p{L} ]{3,20} from|reacted .{1,8} to|понравилось|не понравилось|нравится|поставил[аи]? .{1,20} на|выделено|gefällt(?: mir)?|markiert|a aimé|a adoré|le gust[óo]|le encant[óo]|gostou de|amou|ha messo .{1,12} a|beğendi)\s*:?\s*[«"“”„'‘’]/iu;

/** Replies of machines: absence, driving, a queue, a bot. */
const automatic =
  /^\s*(?:(?:hi|hello|hey|здравствуйте|добрый день|bonjour|hallo|hola)[!,. ]+)?(?:(?:i'?m|i am) (?:driving|currently (?:out|away|unavailable|driving)|out of (?:the )?office|away from|on (?:annual )?leave|on vacation|on holiday)|out of (?:the )?office|automatic reply|auto[- ]?(?:reply|response|matic message)|auto-?responder|this is an automat|your message (?:has been|was) received|(?:thank you|thanks) for (?:contacting|your (?:message|email|enquiry|inquiry)|reaching out|getting in touch)|автоответ|автоматический ответ|это автоматическ|(?:я )?за рул[её]м|(?:я )?(?:нахожусь )?в отпуске (?:до|по|с) |спасибо за (?:ваше )?(?:обращение|сообщение)[,!.] |ваше (?:сообщение|обращение) (?:получено|принято)|автовідповід|abwesenheits|automatische (?:antwort|nachricht)|ich bin (?:derzeit|zurzeit|aktuell|momentan|bis) [^.]{0,40}(?:nicht|abwesend|urlaub)|réponse automatique|message automatique|je suis (?:absent|en congé|actuellement absent)|respuesta automática|mensaje automático|estoy (?:conduciendo|fuera de la oficina)|resposta automática|mensagem automática|estou dirigindo|risposta automatica|automatyczna odpowiedź|otomatik (?:yanıt|cevap)|automatická odpověď|automatisch antwoord|răspuns automat|自动回复|自動回覆|自動返信|자동 ?(?:응답|회신))/iu;

/** One-time codes passed on by mistake. */
const oneTimeCode =
  /(?:\b\d{4,8}\b.{0,40}(?:is your|verification code|one[- ]time|security code|never share|(?:do not|don'?t) share|ваш код|код подтверждения|никому не)|(?:your .{0,30}code|verification code|код(?: подтверждения| для входа)?|никому не (?:сообщайте|говорите)).{0,40}\b\d{4,8}\b)/iu;

/** Our own footer quoted back: what it says is ours, not theirs. */
const ourFooter =
  /(?:(?:(?:to|чтобы|для)\s+(?:unsubscribe|opt[ -]?out|stop|отписаться|отписки|отказа)[^.!?\n]{0,12}?[,: ]\s*)?(?:reply|respond|text|send|txt|ответьте|отправьте|пришлите|наберите)\s+(?:with\s+)?["“«']?(?:stop|стоп|unsubscribe|stop ?all)["”»']?(?:\s+(?:to\s+(?:\d{3,6}\s+to\s+)?(?:unsubscribe|opt[ -]?out|end|cancel|stop|quit)|to\s+\d{3,6}|на\s+(?:номер\s+)?\d{3,6}|для отписки|чтобы отписаться))|to\s+(?:unsubscribe|opt[ -]?out)[,: ]\s*(?:reply|text|send)\s+["“«']?stop["”»']?|stop\s+to\s+(?:end|opt[ -]?out|unsubscribe|cancel|stop)|stop\s*=\s*(?:end|unsub\p{L}*|opt[ -]?out)|(?:отписка|отписаться|отказ|отказаться|откл\.?)\s*[:=-]\s*["«]?(?:стоп|stop)["»]?(?:\s+на\s+\d{3,6})?|стоп\s+на\s+\d{3,6}|stop\s+au\s+\d{5}|baja\s+al\s+\d{3,6}|(?:responda|responde|envíe|envie|antworten sie(?: mit)?|répondez|rispondi|odpisz|yanıtla)\s+["“«']?(?:stop|stopp|baja|sair)["”»']?\s+(?:para|zum|pour|per|aby)\s+\p{L}+|回复?\s*(?:td|t|退订)\s*退订|退订请?回复?\s*(?:td|t))/giu;

/** The line from which on a reply quotes what it answers. */
const originalBelow =
  /^[ \t]*(?:[-_=]{3,}[ \t]*(?:original message|forwarded message|исходное сообщение|пересылаемое сообщение|исходный текст|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale)|(?:on|le|am|el|em|il) [^\n]{4,60}(?:wrote|a écrit|schrieb|escribió|escreveu|ha scritto)\s*:|[^\n]{0,60}(?:пишет|написал[аи]?)\s*:[ \t]*$)[\s\S]*/imu;

/** A notice of a parcel or an order, passed on. */
const notice =
  /^\s*(?:ваш[аеи]?\s+(?:посылка|заказ|отправление|бронь|запись)\s+(?:№?\s*[\p{L}\d-]+\s+)?(?:прибыл|доставлен|готов|передан|отправлен|подтвержд|оформлен)|your (?:parcel|package|order|delivery|appointment)\s+(?:\S+\s+)?(?:has|is|was|will))/iu;

/** A machine wrote the reply, or a tap did. */
export function isMachineText(text: string): boolean {
  return reaction.test(text) || automatic.test(text) || notice.test(text) || oneTimeCode.test(text);
}

/** What the person wrote themselves: without quoted lines and without our footer, unless nothing else is left. */
export function ownWords(text: string): string {
  const own = text
    .replace(originalBelow, ' ')
    .replace(/^[ \t]*>.*$/gmu, ' ')
    .replace(ourFooter, ' . ');
  return /[\p{L}\p{N}\p{Extended_Pictographic}+?]/u.test(own) ? own : text;
}
