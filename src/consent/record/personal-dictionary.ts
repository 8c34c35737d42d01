/**
 * Words that evidence of consent is full of, the commonest last: what is near costs fewer bits. Personal fields are packed over them before they
 * are encrypted, so this text belongs to the format and never changes; the stand-alone verifier carries the same.
 */
export const PERSONAL_DICTIONARY: string = [
  'Получено согласие на обработку персональных данных и на получение рекламы, рекламных и информационных сообщений по SMS, в мессенджере, ',
  'по телефону, по электронной почте. Согласен получать рекламную рассылку об акциях, скидках и специальных предложениях. ',
  'Согласие дано на сайте, в магазине, на кассе, через форму, по звонку оператору; анкета, договор № от года, подпись клиента. ',
  'Могу отозвать его в любой момент. Отказаться: ответьте СТОП. ',
  'By ticking this box, I agree to receive recurring automated marketing text messages, news and special offers from the company ',
  'at the phone number provided, by SMS, WhatsApp or email. Consent is not a condition of purchase. Message and data rates may apply. ',
  'Reply STOP to unsubscribe, HELP for help. You can withdraw consent at any time. Privacy policy, terms and conditions. ',
  'customer signed up in store, on paper, by phone call with the agent, at checkout; recording, contract, order, invoice, loyalty card ',
  'newsletter subscribe subscription signup register registration account profile settings checkout landing campaign preference ',
  'Version/ Mobile/15E148 Safari/604.1 Edg/ YaBrowser/ OPR/ SamsungBrowser/ ',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ',
  'Mozilla/5.0 (Linux; Android 10; K) Mobile Safari/537.36 Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ',
  'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 ',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 ',
  '.com/ .ru/ .org/ .html?utm_source=&utm_medium=&utm_campaign=&id= ',
  'false true null 2026-01-T00:00:00.000Z https://www. ',
  '\\",\\"userAgent\\":\\" \\",\\"ip\\":\\"192.168. \\",\\"url\\":\\"https:// \\":true,\\" {\\" \\"} ',
  '"},"note":"","sourceUrl":"https:// {"address":"+7 ","details":{"ip":"192.168.","userAgent":"Mozilla/5.0 ',
  '"},"note":"{\\"","sourceUrl":"https://www.{"address":"+447","note":"',
].join('');
