import { quick } from '../../text/index.ts';
import { isSharedShortener } from '../lexicon/shorteners.ts';
import { matchesOf } from '../matches.ts';
import { defineRule, type Rule } from '../rule.ts';
import { addressesIn, dialled, hostOf, mailAddress } from '../world/addresses.ts';

const postal = quick(
  /\d{1,5}[a-z]? (?:\p{L}[\p{L}'.-]*,? ){1,4}(?:st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|lane|ln|way|hwy|highway|court|ct|place|pl|pde|parade|terrace|tce|crescent|cres|square|sq|quay|esplanade)(?!\p{L})|\d{1,5},? (?:rue|av|avenue|boul|boulevard|ch|chemin|place|rte|route) |(?:p\.? ?o\.? ?box|c\.? ?p\.?|casier postal|gpo box|locked bag) ?\d+|(?<!\p{L})[abceghj-nprstvxy]\d[abceghj-nprstv-z] ?\d[abceghj-nprstv-z]\d(?![\p{L}\d])/u,
);

export const missingSenderContact: Rule<'missing' | 'incomplete'> = defineRule({
  id: 'missing-sender-contact',
  description: { en: 'Advertising carries the contact details the law asks for', ru: 'В рекламе есть контакты, которых требует закон' },
  messages: {
    missing: {
      en: 'The message has no contact of the sender. Add a link to a page with the details, a phone or a mail address.',
      ru: 'В сообщении нет контактов отправителя. Добавьте ссылку на страницу с реквизитами, телефон или почту.',
    },
    incomplete: {
      en: 'A mailing address is asked for besides this contact. Add it, or a link to a page that has both.',
      ru: 'Кроме этого контакта нужен почтовый адрес. Добавьте его или ссылку на страницу, где есть оба.',
    },
  },
  sampleDefaults: { country: 'CA', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'Maple Shoes: 20% off boots. mapleshoes.example Reply STOP to opt out' },
      { text: 'Maple Shoes, 12 King St W, Toronto, 416 555 0143: 20% off boots. Reply STOP' },
      { text: 'Bottes Érable : -20 %. bottes.example/contact Rép. ARRET' },
      { text: 'Kettle Co: 20% off teapots. Call 03 5550 1430. Opt out: STOP', country: 'AU' },
      { text: 'Kettle Co: 20% off teapots. hello@kettle.example. Opt out: STOP', country: 'AU' },
    ],
    incorrect: [
      { text: 'Maple Shoes: 20% off boots. Reply STOP to opt out', message: 'missing' },
      { text: 'Bottes Érable : -20 % sur tout. Répondez ARRET', message: 'missing' },
      { text: 'Maple Shoes: 20% off boots, call 416 555 0143. Reply STOP to opt out', message: 'incomplete' },
      { text: 'Kettle Co: 20% off teapots. Text STOP to 62555', country: 'AU', message: 'missing' },
    ],
  },
  check(subject, settings, { report }) {
    const { folded } = subject;
    const links = addressesIn(folded).filter((match) => !folded.slice(Math.max(0, match.index - 1), match.index).includes('@'));
    if (links.some((match) => !isSharedShortener(hostOf(match[0]))) || subject.buttons.some((button) => button.url !== undefined)) return;
    if (links.length > 0) return;
    const reach = mailOrPhone(folded, subject.sender);
    const needsPostal = (settings.needs ?? (subject.input.country === 'CA' ? 'postal' : 'any')) === 'postal';
    const address = postal.test(folded);
    if (needsPostal ? address && reach : address || reach) return;
    report({ message: reach && needsPostal ? 'incomplete' : 'missing', range: null });
  },
});

/** Numbers of five digits and more that can be called; the number that only takes STOP is no contact. */
function mailOrPhone(folded: string, sender: string): boolean {
  mailAddress.lastIndex = 0;
  if (mailAddress.test(folded)) return true;
  return matchesOf(folded, dialled).some((match) => {
    const digits = match[0].replace(/\D/gu, '');
    const onlyStops = /(?:stop|arret|arrêt|opt ?out|unsub\p{L}*|unsubscribe)[^.!?]{0,16}$/u.test(folded.slice(0, match.index));
    return digits.length >= 6 && !onlyStops && digits !== sender.replace(/\D/gu, '');
  });
}
