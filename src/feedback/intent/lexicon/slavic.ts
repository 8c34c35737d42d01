import type { ReplyLexicon } from '../lexicon.ts';
import { list, phrases } from './expand.ts';

/** Ukrainian, Belarusian, Polish, Czech, Slovak. */
export const slavic: readonly ReplyLexicon[] = [
  {
    lang: 'uk',
    optOut: list(
      'vidpyshit mene|vidpyshit|vidpysatysia|стоп|відписатися|відписатись|відпишіть|відпишіть мене|відписка|не пишіть|не надсилайте|видаліть|видаліть номер|припиніть|не треба|не турбуйте|досить спаму|відмовляюся',
    ),
    ambiguous: list('ні|скасувати|досить|скасуйте'),
    filler: list('будь|ласка|дякую|прошу|мене|вже|всі|смс|розсилку|розсилка|більше'),
    optIn: list('старт|підписатися|підпишіть|підпишіть мене|поновити'),
    yes: list('так|згоден|згодна|підтверджую|добре'),
    help: list('допомога|довідка|інфо|хто це|хто ви'),
    stopVerbs: list('припин*|видал*|прибер*|викресл*|виключ*|відпиш*|відписа*|зупин*|відклич*|відмовля*'),
    mailing: list('розсил*|смс*|повідомлен*|реклам*|спам*|номер*|баз*|списк*|список|писати|надсилати|слати|згод*|телефон*'),
    requests: phrases(
      'vidpyshit* {mene,nas}|ne {pyshit,nadsylaite,nadsylajte,shlit} {meni,bilshe}|не надсил*|не турбу*|припиніть|видаліть мене|видаліть мій|приберіть мене|відпишіть|хочу відписатися|не хочу отримувати|не хочу ваш*|більше не треба|більше не хочу|не цікав*|відкликаю згоду|досить слати|досить писати|набридли|викресліть|приберіть {мій,мене,номер}|{приберіть,видаліть,викресліть,вилучіть,зніміть,виключіть} {мене,мій,наш,номер,з}|{прошу,просимо} {не,видалити,прибрати,виключити,припинити}|{задовбали,набрид*,дістали,замучили,заколебали}|{відчепіться,відстаньте,відваліть}|не {потрібна,потрібні,треба} {ваша,ваші,мені,реклам*,розсил*}|{відкликаю,анулюю} _ згод*|не {цікав*,бажаю,хочу _ отримувати}|мені це не {треба,потрібно,цікаво}|відпишіть',
    ),
    denial: phrases(
      'помилилися номером|не той номер|це не його номер|це не її номер|не мій номер|помер|померла|{це,теперь} {не мій,інший} номер|{ви помилились,ви помилилися,помилились номером,помилка номером,не туди}|{я не} {він,вона}|номер {вже не,тепер мій}|тут {немає такого,не живе,такої немає}',
    ),
    complaint: phrases(
      'скарг*|скаржит*|поскаржуся|позов|до суду|адвокат*|шахра*|звідки у вас|не давав згоди|не давала згоди|не підписував*|порушен*|незаконн*|поліці*|без згоди|обман|{звідки,де,як} _ {у вас,ви взяли,взяли,дістали} _ {номер,телефон}|кіберполіці*|держпродспожив*|прокуратур*|не підписув*|не реєструва*|{без моєї,без} згоди|{подам,звернуся} _ {до суду,в суд,до поліції}|хто {дав,продав} вам',
    ),
    hostile: phrases('спам|шахра*|обман*|задовбали вже|скільки можна|скільки разів|розвод*|брехн*'),
    optInPhrases: phrases('підпишіть мене|хочу отримувати|хочу підписатися|поверніть розсилку|відписався випадково|відписалася випадково'),
    helpPhrases: phrases(
      '{який,яка,яке} {магазин,компанія,фірма}|хто {пише,відправник}|як відписатися|як відмовитися|як відключити|підкажіть|хто ви|хто це|що за магазин|не відкривається|скільки коштує смс',
    ),
    innocent: phrases(
      'скасуйте замовлення|скасувати замовлення|скасувати запис|скасувати бронювання|не надсилайте кур*|видаліть із замовлення|відмова в|відмова від замовлення|не відписуйте|скарг немає|потрапило в спам|чи вистачить|{скасуйте,скасувати,перенести} _ {замовлення,запис,доставку,бронювання,візит}|зупинк*|не {можу,забудьте,припиняйте,відписуйте}|{скарг,претензій} {немає,нема}|чи вистачить|вистачить',
    ),
    objects: list(
      "курʼєр*|кур'єр*|майстр*|замовлен*|доставк*|посилк*|товар*|запис*|бронюван*|візит*|чек|рахун*|пакет*|двер*|домофон*|розмір*|колір*|квит*",
    ),
    not: list('не|ні|досить|припиніть|перестаньте|годі|хватить|нащо|нічого'),
    contact: list(
      'пишіть|пиши|писати|надсила{йте,й,ти}|шліть|слати|відправля{йте,й,ти}|присила{йте,й,ти}|дзвоніть|дзвонити|турбу{йте,й,вати}|спам{те,ити}|набрида{йте,ти}|кидайте|кидати|телефонуйте|телефонувати|направляйте|надішліть',
    ),
    how: phrases(
      'як {мені,можна,це,від,тут,вас,відписатися,відписатись,відмовитися,відмовитись,відключити,прибрати,видалити,припинити,скасувати,зупинити}|{чи можна,чи можу} _ {відписатися,відмовитися,відключити}|куди {писати,надіслати,відправити}|де відписатися|що {написати,зробити,надіслати}|якщо я',
    ),
    keep: list('можна|залиште|залишіть|тільки|лише|крім|потрібні|пишіть|нехай|хай'),
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
    requests: phrases('не пішыце|не дасылайце|больш не трэба|не хачу атрымліваць|адпішыце'),
    complaint: phrases('скарга|скардз*|адкуль у вас|не даваў згоды|не давала згоды'),
    hostile: phrases('спам'),
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
    stopVerbs: list(
      'zrezygn*|wyłącz*|zatrzym*|anulow*|odwoł*|wypis*|wypis*|usun*|usuń*|przesta*|zaprzesta*|skończcie|wykreśl*|skreśl*|cofam|wycofuję|wyrejestruj*|rezygnuj*',
    ),
    mailing: list(
      'sms*|wiadomości*|wiadomosc*|reklam*|spam*|numer*|list*|baz*|newsletter*|zgod*|powiadomie*|wysyłać|wysyłania|pisać|ofert*|marketing*',
    ),
    requests: phrases(
      'nie wysyłaj*|nie piszcie|nie pisz do|nie chcę _ smsów|nie chcę _ wiadomości|nie chcę _ reklam|nie chcę otrzymywać|nie życzę sobie|nie jestem zainteresowan*|proszę o usunięcie|proszę mnie wypisać|przestańcie|usuńcie mnie|usuńcie mój|chcę się wypisać|cofam zgodę|wycofuję zgodę|dajcie mi spokój|mam dość|dajcie spokój|{wypisz,wypiszcie,wypisać,usuń,usuńcie,usunąć,skreślcie,wykreślcie,wykreśl} {mnie,mój,moje,nas,nasz,ten,numer,się}|{prosze,proszę} {o,mnie} {usunięcie,wykreślenie,wypisanie,skreślenie,zaprzestanie,wykreślić,wypisać,usunąć,niewysyłanie}|nie życzę sobie|{chcę,chciałbym,chciałabym} {zrezygnować,się wypisać}|{odczepcie,odwalcie,spadajcie,odpieprzcie} {się,}|{skończcie,przestańcie} {z,już,wysyłać,pisać,spamować,mnie}|{żadnych,zero} {smsów,reklam,wiadomości,ofert}|nie {chcę,potrzebuję} {tego,waszych,już,więcej,reklam,tych,żadnych}|rezygnuję z|sprzeciw*',
    ),
    denial: phrases(
      'pomyłka|zły numer|to nie mój numer|nie ten numer|to nie jest numer|nie żyje|zmarł*|nie znam|{to,pomylili} {pomyłka,numer}|pomyliliście|{nie jestem} {nim,nią,tą osobą}|{numer,telefon} {już nie,nie należy,należy do}|{nie mieszka} tu|{zmarł,zmarła,nie żyje}',
    ),
    complaint: phrases(
      'skarg*|zgłoszę|zgłaszam|uodo|uokik|uke|prawnik*|adwokat*|do sądu|pozew|oszust*|oszukali|skąd macie|nie wyrażałe*|nie wyrażała*|nie zgadzałem|nie zapisywał*|nielegaln*|bezprawn*|policj*|{skąd,gdzie,jak} {pan,państwo,wy,macie,mają,wzięliście,zdobyliście,masz} _ {mój,numer}|skąd {mój,ten} numer|kto {dał,podał,sprzedał} _ {mój,numer}|zawiadom*|prokuratur*|nie {wyrażałem,wyrażałam,dawałem,dawałam,zgadzałam,zapisywałem,zapisywałam}|bez {mojej,} zgody|urząd ochrony',
    ),
    hostile: phrases('rodo|spam|oszust*|naciągacz*|ile razy {mam,jeszcze,można}|złodziej*|żenada|bezczeln*'),
    optInPhrases: phrases(
      'zapiszcie mnie|chcę otrzymywać|chcę dostawać|proszę mnie zapisać|chcę się zapisać|wypisałem się przez pomyłkę|znowu otrzymywać',
    ),
    helpPhrases: phrases(
      '{jaki,który} sklep|jaka firma|kto {pisze,wysyła}|jak się wypisać|jak zrezygnować|jak wyłączyć|jak mogę się wypisać|kto to|kim jesteście|jaka firma|link nie|ile kosztuje {sms,ten sms,wiadomość,odpowiedź}|gdzie znajdę',
    ),
    innocent: phrases(
      'anuluj zamówienie|anulować zamówienie|odwołać wizytę|odwołuję wizytę|usuń z zamówienia|usuńcie z zamówienia|koniec miesiąca|do końca|nie przestawajcie|skarg brak|nie wysyłajcie kuriera|przystanek|trafiło do spamu|{nie mogę,nie zapomnijcie,nie przestawajcie}|{brak,bez} skarg|{odwołać,odwołuję,anulować,anuluję,przełożyć} _ {wizytę,zamówienie,rezerwację,termin}|przystan*|koniec {języka,miesiąca,tygodnia,roku,dnia,promocji}|do końca',
    ),
    objects: list(
      'kurier*|paczk*|zamówie*|zamowie*|wizyt*|rezerwac*|dostaw*|przesył*|przesyl*|produkt*|faktur*|rozmiar*|kolor*|domofon*|drzwi|stolik*|zajęci*',
    ),
    not: list('nie|proszę nie|przestańcie|przestań|dość|koniec'),
    contact: list(
      'piszcie|pisz|pisać|wysyłaj*|wysyłać|wysylaj*|dzwońcie|dzwoń|dzwonić|przysyłaj*|przysyłać|przysylaj*|spamuj*|nękaj*|kontaktuj*|kontaktować|niepokój*|zawracaj*|smsuj*|męcz*',
    ),
    how: phrases(
      'jak {się,mogę,mam,można,zrezygnować,wypisać,wyłączyć,usunąć,zatrzymać,anulować}|{czy mogę,czy można,czy da się} _ {wypisać,zrezygnować,wyłączyć,usunąć}|gdzie {mogę,wysłać}|co {wysłać,napisać,zrobić}|{jeśli,jeżeli} _ wypiszę',
    ),
    keep: list('można|tylko|proszę zostawić|zostawcie|mogą|może|ok|oprócz'),
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
    requests: phrases(
      'neposílejte|neposielajte|nepište mi|nechci _ zprávy|nechci dostávat|nechci už|nechcem dostávať|nechcem už|nemám zájem|nemám záujem|přestaňte|prestaňte|chci se odhlásit|chcem sa odhlásiť|odvolávám souhlas|odvolávam súhlas|dejte mi pokoj|nezajímá mě|smažte mé|neposílejte|neposielajte|{nepište,neposílej,nevolejte,neotravujte,neobtěžujte,nekontaktujte,nepíšte,nevolajte,nekontaktujte}|{odhlaste,odhlašte,vymažte,vyřaďte,odstraňte,smažte,vyškrtněte,odhláste,vyraďte} {mě,mne,mi,moje,mé,mé číslo,ma}|{nechci,nechceme,nepřeji si,nepřejeme si,nestojím o,nechcem,neželám si} {_ zprávy,dostávat,už,vaše,žádné,reklam*,nabídky,odebírat,_ sms}|{prosím o,žádám o} {odhlášení,vymazání,smazání,vyřazení,ukončení}|{chci,chtěl bych,chtěla bych} {se odhlásit,zrušit odběr}|nemám {zájem,záujem}|{odvolávám,odvolávam} _ {souhlas,súhlas}|{dejte,dajte} mi {pokoj,svatý}|už mi nic|otravuj*|{přestaňte,prestaňte} {mi,s,posílat,psát,otravovat,mě}',
    ),
    denial: phrases(
      'špatné číslo|zlé číslo|nesprávné číslo|to není moje číslo|omyl|zemřel*|zomrel*|{máte,to je} {špatné,jiné,cizí} číslo|{spletli,zmýlili} jste se|{nejsem} {on,ona,ten,ta}|{toto,tohle,už} {číslo nepatří,není číslo,není moje}|zemřel*',
    ),
    complaint: phrases(
      'stížnost*|sťažnos*|stěžovat|nahlásím|nahlásim|úřad|právník*|advokát*|žalob*|podvod*|odkud máte|odkiaľ máte|nedal* _ souhlas|nedal* _ súhlas|nelegální|protizákonn*|{odkud,kde,jak} {máte,jste,ste} _ {číslo,vzali,získali}|{nikdy,jsem} _ nedal* _ souhlas|bez {mého,} souhlasu|{stěžovat,stížnost,udání,úoou,čtú,policie,policii,soud,žaloba}|{nahlásím,oznámím,žaluji,zažaluji}|nepřihlás*|neregistroval*',
    ),
    hostile: phrases('spam|podvod*|drz*|kolikrát|spam*'),
    optInPhrases: phrases('přihlaste mě|chci dostávat|chcem dostávať|znovu přihlásit'),
    helpPhrases: phrases('jak se odhlásit|jak zrušit|ako sa odhlásiť|kdo jste|kto ste|odkaz nefunguje'),
    innocent: phrases(
      'zrušit objednávku|zrušte objednávku|zrušiť objednávku|zrušit rezervaci|konec měsíce|nepřestávejte|zastávk*|nepřestávejte|{zrušit,zrušte,přesunout,zruším} _ {objednávku,rezervaci,schůzku,termín}|zastávk*|konec {týdne,měsíce,roku}|neposílejte {kurýra,balík,to}|{žádná,bez} {stížnost,stížností}',
    ),
    objects: list('kurýr*|balík*|objednáv*|zásilk*|rezervac*|schůzk*|termín*|dodáv*|velikost*|účtenk*|dveř*'),
    not: list('ne|už ne|žádné|prestaňte|přestaňte'),
    contact: list('posílat|psát|volat|kontaktovat|obtěžovat|písať|posielať|volať'),
    how: phrases(
      'jak {se,to,můžu,mohu,mám,odhlásit,zrušit,zastavit,vypnout}|ako {sa,môžem,to,zrušiť,odhlásiť}|{můžu se,mohu se,lze se} odhlásit|kam {napsat,poslat}|co {mám,napsat,poslat}',
    ),
    keep: list('jen|jenom|pouze|nechte|ok|můžete|kromě|len|iba'),
  },
];
