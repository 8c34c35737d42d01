import type { ReplyLexicon } from '../lexicon.ts';
import { list } from './expand.ts';

/** Ukrainian, Belarusian, Polish, Czech, Slovak. */
export const slavic: readonly ReplyLexicon[] = [
  {
    lang: 'uk',
    optOut: list(
      'стоп|відписатися|відписатись|відпишіть|відпишіть мене|відписка|не пишіть|не надсилайте|видаліть|видаліть номер|припиніть|не треба|не турбуйте|досить спаму|відмовляюся',
    ),
    ambiguous: list('ні|скасувати|досить|скасуйте'),
    filler: list('будь|ласка|дякую|прошу|мене|вже|всі|смс|розсилку|розсилка|більше'),
    optIn: list('старт|підписатися|підпишіть|підпишіть мене|поновити'),
    yes: list('так|згоден|згодна|підтверджую|добре'),
    help: list('допомога|довідка|інфо|хто це|хто ви'),
    stopVerbs: list('припин*|видал*|прибер*|викресл*|виключ*|відпиш*|відписа*|зупин*|відклич*|відмовля*'),
    mailing: list('розсил*|смс*|повідомлен*|реклам*|спам*|номер*|баз*|списк*|список|писати|надсилати|слати|згод*|телефон*'),
    requests: list(
      'не пиш*|не надсил*|не шл*|не турбу*|припиніть|видаліть мене|видаліть мій|приберіть мене|відпишіть|хочу відписатися|не хочу отримувати|не хочу ваш*|більше не треба|більше не хочу|не цікав*|відкликаю згоду|досить слати|досить писати|набридли|викресліть',
    ),
    denial: list('помилилися номером|не той номер|це не його номер|це не її номер|не мій номер|помер|померла'),
    complaint: list(
      'скарг*|скаржит*|поскаржуся|позов|до суду|адвокат*|шахра*|звідки у вас|не давав згоди|не давала згоди|не підписував*|порушен*|незаконн*|поліці*|без згоди|обман',
    ),
    hostile: list('спам'),
    optInPhrases: list('підпишіть мене|хочу отримувати|хочу підписатися|поверніть розсилку|відписався випадково|відписалася випадково'),
    helpPhrases: list('як відписатися|як відмовитися|як відключити|підкажіть|хто ви|хто це|що за магазин|не відкривається|скільки коштує смс'),
    innocent: list(
      'скасуйте замовлення|скасувати замовлення|скасувати запис|скасувати бронювання|не надсилайте кур*|видаліть із замовлення|відмова в|відмова від замовлення|не відписуйте|скарг немає|потрапило в спам|чи вистачить',
    ),
  },
  {
    lang: 'be',
    optOut: list('стоп|адпісацца|адпішыце|адпішыце мяне|не пішыце|не дасылайце|спыніце|выдаліце нумар'),
    ambiguous: list('не|хопіць'),
    optIn: list('старт|падпісацца'),
    yes: list('так|згодны|згодна'),
    help: list('дапамога|хто гэта'),
    stopVerbs: list('спын*|выдал*|адпіш*|прыбяр*'),
    mailing: list('рассыл*|паведамлен*|рэклам*|нумар*|спам*|смс*'),
    requests: list('не пішыце|не дасылайце|больш не трэба|не хачу атрымліваць|адпішыце'),
    complaint: list('скарга|скардз*|адкуль у вас|не даваў згоды|не давала згоды'),
    hostile: list('спам'),
  },
  {
    lang: 'pl',
    optOut: list(
      'stop|wypisz|wypisz mnie|wypiszcie mnie|rezygnuję|wypisuję się|rezygnacja|proszę wypisać|koniec smsów|nie piszcie|proszę przestać|usuń|usuńcie mnie|usuńcie mój numer|usunąć',
    ),
    ambiguous: list('nie|koniec|anuluj|dość|nie dziękuję'),
    filler: list('proszę|dziękuję|dzięki|już|mnie|się|natychmiast|wszystko|smsy'),
    optIn: list('start|zapisz|zapisz mnie|subskrybuj'),
    yes: list('tak|zgadzam się|potwierdzam|zgoda'),
    help: list('pomoc|info|kto to|kim jesteście'),
    stopVerbs: list('wypis*|usun*|usuń*|przesta*|zaprzesta*|skończcie|wykreśl*|skreśl*|cofam|wycofuję|wyrejestruj*|rezygnuj*'),
    mailing: list(
      'sms*|wiadomości*|wiadomosc*|reklam*|spam*|numer*|list*|baz*|newsletter*|zgod*|powiadomie*|wysyłać|wysyłania|pisać|ofert*|marketing*',
    ),
    requests: list(
      'nie wysyłaj*|nie piszcie|nie pisz do|nie chcę _ smsów|nie chcę _ wiadomości|nie chcę _ reklam|nie chcę otrzymywać|nie życzę sobie|nie jestem zainteresowan*|proszę o usunięcie|proszę mnie wypisać|przestańcie|usuńcie mnie|usuńcie mój|chcę się wypisać|cofam zgodę|wycofuję zgodę|dajcie mi spokój|mam dość|dajcie spokój|proszę nie',
    ),
    denial: list('pomyłka|zły numer|to nie mój numer|nie ten numer|to nie jest numer|nie żyje|zmarł*|nie znam'),
    complaint: list(
      'skarg*|zgłoszę|zgłaszam|uodo|uokik|uke|prawnik*|adwokat*|do sądu|pozew|oszust*|oszukali|skąd macie|nie wyrażałe*|nie wyrażała*|nie zgadzałem|nie zapisywał*|nielegaln*|bezprawn*|policj*',
    ),
    hostile: list('rodo|spam'),
    optInPhrases: list(
      'zapiszcie mnie|chcę otrzymywać|chcę dostawać|proszę mnie zapisać|chcę się zapisać|wypisałem się przez pomyłkę|znowu otrzymywać',
    ),
    helpPhrases: list(
      'jak się wypisać|jak zrezygnować|jak wyłączyć|jak mogę się wypisać|kto to|kim jesteście|jaka firma|link nie|ile kosztuje|gdzie znajdę',
    ),
    innocent: list(
      'anuluj zamówienie|anulować zamówienie|odwołać wizytę|odwołuję wizytę|usuń z zamówienia|usuńcie z zamówienia|koniec miesiąca|do końca|nie przestawajcie|skarg brak|nie wysyłajcie kuriera|przystanek|trafiło do spamu',
    ),
  },
  {
    lang: 'cs',
    optOut: list(
      'stop|odhlásit|odhlásit se|odhlaste mě|zrušit odběr|zrušte odběr|odhlašuji se|zrušit newsletter|nepište|neposílejte|vymažte|vymažte mě|prestaňte|odhláste ma|nepíšte|neposielajte|zrušiť odber|odhlásiť',
    ),
    ambiguous: list('ne|konec|nie|koniec|zrušit|dost'),
    filler: list('prosím|děkuji|díky|už|mě|ďakujem|hned'),
    optIn: list('start|přihlásit|přihlaste mě|prihlásiť'),
    yes: list('ano|áno|souhlasím|súhlasím|potvrzuji'),
    help: list('pomoc|info|kdo jste|kto ste|nápověda'),
    stopVerbs: list('přesta*|presta*|odhla*|odhlá*|vyma*|zruš*|odstra*|vyřad*|vyrad*|smaž*|odvolávám|ukonč*'),
    mailing: list(
      'sms*|zpráv*|správ*|reklam*|spam*|čísl*|seznam*|zoznam*|databáz*|odběr*|odber*|newsletter*|souhlas*|súhlas*|posílat|posielať|psát|písať|nabíd*',
    ),
    requests: list(
      'neposílejte|neposielajte|nepište mi|nechci _ zprávy|nechci dostávat|nechci už|nechcem dostávať|nechcem už|nemám zájem|nemám záujem|přestaňte|prestaňte|chci se odhlásit|chcem sa odhlásiť|odvolávám souhlas|odvolávam súhlas|dejte mi pokoj|nezajímá mě|smažte mé',
    ),
    denial: list('špatné číslo|zlé číslo|nesprávné číslo|to není moje číslo|omyl|zemřel*|zomrel*'),
    complaint: list(
      'stížnost*|sťažnos*|stěžovat|nahlásím|nahlásim|úřad|právník*|advokát*|žalob*|podvod*|odkud máte|odkiaľ máte|nedal* _ souhlas|nedal* _ súhlas|nelegální|protizákonn*',
    ),
    hostile: list('spam'),
    optInPhrases: list('přihlaste mě|chci dostávat|chcem dostávať|znovu přihlásit'),
    helpPhrases: list('jak se odhlásit|jak zrušit|ako sa odhlásiť|kdo jste|kto ste|odkaz nefunguje'),
    innocent: list('zrušit objednávku|zrušte objednávku|zrušiť objednávku|zrušit rezervaci|konec měsíce|nepřestávejte|zastávk*'),
  },
];
