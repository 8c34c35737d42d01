import type { ReplyLexicon } from '../lexicon.ts';
import { list, phrases } from './expand.ts';

const none = { optOut: [], optIn: [], yes: [], help: [] };

/** What people do with words in the languages after Russian and English: classes and phrases that join their plain lists. */
export const worldActs: readonly ReplyLexicon[] = [
  {
    ...none,
    lang: 'uk',
    optOut: list(
      'відпишіться|відписуйте|годі|годі вже|не шліть|не слати|не дзвоніть|відчепіться|відстаньте|заберіть мене|видаліть мене|приберіть мене|вимкніть|вимкніть розсилку|припиніть розсилку|не цікаво|нецікаво|мені це не треба|більше не треба|стоп смс|стоп реклама|відключіть|відключити|задовбали|набридли|зупиніться|зупиніть',
    ),
    classes: {
      self: list('мене|нас'),
      ad: list('розсил*|реклам*|смс*|повідомлен*|акці*|знижк*|пропозиц*|спам*|новин*|оголошен*|промо*|сповіщен*|лист*'),
      send: list(
        'писати|пишіть|пиши|пишете|слати|шліть|шлете|надсилати|надсилайте|надсилаєте|присилати|присилайте|відправляти|відправляйте|дзвонити|дзвоніть|турбувати|турбуйте|спамити|набридати|докучати|закидати|кидати',
      ),
      end: list('припин*|перестан*|досить|годі|хватить|хватит|зупин*|кінчайте|зав язуйте|завязуйте|облиште'),
      out: list('видал*|прибер*|викресл*|виключ*|зніміть|зняти|відпиш*|відписати|вилуч*|відключ*|вимкн*|зітріть|забудьте|заберіть'),
      mine: list('номер*|телефон*|контакт*|дан*'),
      base: list('бази|базі|базу|списк*|список|розсил*|переліку|реєстр*'),
      need: list('треба|потрібн*|цікав*|хочу|бажаю|хочеться'),
      annoyed: list('набрид*|дістал*|задовба*|задрал*|замучи*|заколеба*|остогид*|дратує*|обридл*'),
    },
    requests: phrases(
      '{решту,решта,інше} _ {не треба,ні,вимкніть}|більше _ _ не {пишемо,шлемо,надсилаємо,турбуємо}|без цих {повідомлень,смс,розсилок}|@end _ _ @send|@end _ _ @ad|не @send _ {мені,нам,сюди,більше,на цей}|@ad _ _ не @need|не @need _ _ @ad|@out @self|@out _ @mine|@out _ _ з _ @base|@self _ {з,із,зі} _ @base|@out _ @ad|{хочу,прошу,хотів,хотіла,бажаю,можна} _ @out|@annoyed|{залиште,лишіть,дайте} _ {спокої,спокій}|{ідіть,йдіть,ідіть собі} _ {лісом,геть,нафіг,до біса,к чорту}|{відкликаю,скасовую,анулюю} _ згод*|мені _ не {треба,потрібно,цікаво}|мені {це,воно} не|{не маю,немає} {інтересу,потреби,бажання}|більше не {клієнт*,треба,хочу,пишіть,надсилайте,шліть}',
    ),
    denial: phrases(
      '{ви,ти} _ помили*|{помилка,помилились,помилилися} _ номер*|{це,номер} _ {не мій,не його,не її,чужий,вже не,тепер мій,інш*}|не {той,та} {номер,людина}|{тут,такого,такої,таких} _ {немає,нема,не живе,не знаю}|не {знаю,знаємо} {такого,такої,таку,хто це}|{помер,померла,загинув,загинула}|{новий,інший} власник|номер {змінився,змінила,продали}',
    ),
    complaint: phrases(
      '{звідки,де,хто} _ _ {взяли,дав,продав,злив,знаєте,дістали,у вас} _ {номер*,телефон*,дан*,контакт*}|{звідки,хто} _ {мій,мого} {номер,телефон}|не {давав,давала,надавав,надавала,підписув*,реєстр*,погодж*} _ {згод*,номер*,дозвол*,на,ніде,нічого}|{без,немає} _ {згоди,дозволу}|{поскарж*,скарж*,скарг*}|{звернусь,звернуся,подам,пишу,напишу,йду,піду,заявл*} _ {суд*,поліці*,прокуратур*,адвокат*,юрист*,кіберполіц*,держпрод*,нкек,антимонопол*,амку,скарг*,заяв*}|{порушу*,порушен*} _ {закон*,прав*}|{закон*,штраф*} _ {про рекламу,вам,порушу*}|{вже,знову,втретє,вдруге} _ {відписув*,просив,просила,писав стоп,писала стоп}',
    ),
    hostile: phrases(
      '{шахраї,шахрай,брехуни,брехня,покидьки,виродки,ідіоти,дурні,негідники,козли,падлюки,сволота,злодії,лохотрон,розводняк}|{ганьба,сором} _ {вам,який}|{скільки} {можна,разів}|обман|{нахаби,знахабніли}',
    ),
    optInPhrases: phrases(
      '{хочу,бажаю,можна} _ {отримувати,підписатися,підписатись}|{підпишіть,запишіть,додайте} _ {мене,нас}|{надсилайте,присилайте,шліть} _ {мені,ще,далі,знижки,акції}|{згоден,згодна} {на,отримувати}',
    ),
    optInAgain: phrases(
      '{поверніть,відновіть,увімкніть,підпишіть} _ {розсил*,знову,мене,назад,підписк*}|{випадково,помилково} _ {відпис*,натис*,відправ*}|{відпис*,натис*} _ {випадково,помилково}',
    ),
    helpPhrases: phrases(
      'відповідь _ _ _ {платна,безкоштовна,платно}|{хто,що,від кого,чий} {ви,це,це за,пише,номер}|{який,яка,яке} {це,ваш} _ {магазин,компанія,телефон,номер,сайт}|{як,де} _ {з вами,вам} _ {зв язатися,звязатися,подзвонити}|{де,які} _ {умови,правила}|{посилання,сайт} не {працює,відкриває*}|як часто',
    ),
    innocent: phrases(
      'мій {відгук,коментар}|{рожевий,чорний,білий,червоний} не цікавить|більше не {шиєте,продаєте,робите,випускаєте}|{брат,сестра,чоловік,дружина,син,дочка,тато,мама,батько,друг} _ {адвокат,юрист,суддя,прокурор,поліцейськ*}|знижк* для {юрист*,адвокат*,поліц*}|{скаржуся,скаржиться,скарги} на {коліно,спину,зуб*,вухо,живіт,голову,горло,біль,серце}|списку на {екскурс*,сніданок,обід,басейн,поїздк*,пятницю}|{досить,достатньо} _ {показати,сказати,предявити,назвати}|{не} {відписуйте,видаляйте,вимикайте,припиняйте,зупиняйтесь,зупиняйтеся}|стоп {а,кран,лист}|{видаліть,приберіть} _ {із замовлення,з замовлення,з кошика}|{відпишусь,відпишуся} {пізніше,завтра,ввечері,потім}|не {сьогодні,зараз}',
    ),
  },
  {
    ...none,
    lang: 'kk',
    optOut: list(
      'жазбаңыз|жазбаңыздар|жазба|жазбай қойыңыз|жібермеңіз|жібермеңіздер|жіберме|хабарлама жібермеңіз|керек емес|маған керек емес|керегі жоқ|қажет емес|қызықтырмайды|қызық емес|мазаламаңыз|мазаламаңыздар|мазамды алмаңыз|өшіріңіз|өшіріңіздер|мені өшіріңіз|нөмірімді өшіріңіз|тоқтатыңыз|тоқтатыңыздар|тоқтатыңдар|доғарыңыз|доғарыңыздар|қойыңыздар|қойыңыз|жетер|жетті|шығарыңыз|тізімнен шығарыңыз|жарнама жібермеңіз|смс жібермеңіз|қоңырау шалмаңыз|стоп жарнама',
    ),
    filler: list('өтінемін|өтінем|рахмет|енді|маған|мені|бізге|қайта|ешқашан|тағы|пожалуйста|осы|сәлеметсіз бе|сәлем'),
    classes: {
      ad: list('хабарлам*|смс*|жарнам*|хат|хаттар*|акци*|жеңілдік*|рассылк*|спам*|ұсыныс*|хабар*'),
      nosend: list('жазба*|жіберме*|жолдама*|салма*|шалма*|мазалама*|алаңдатпа*|хабарласпа*|таратпа*|түсірме*'),
      end: list('тоқтат*|доғар*|қойыңыз*|қойыңдар*|қой|жетер|жетеді|болды'),
      out: list('өшір*|шығар*|алып таста*|алып тастаңыз*|жой*|сыз*|тазала*'),
      mine: list('нөмір*|номер*|телефон*|дерек*|мәлімет*|аты*'),
      base: list('тізім*|база*|рассылка*'),
    },
    requests: phrases(
      '@nosend|@ad _ @nosend|@ad _ {керек емес,керегі жоқ,қажет емес,алғым келмейді,қаламаймын,тоқтат*,доғар*,керек жоқ}|{керек,қажет} емес {маған,бізге,ештеңе}|{маған,бізге,енді} _ {керек емес,керегі жоқ,қажет емес,жазба*,жіберме*}|@mine _ @out|@mine _ {тізімнен,базадан} _ @out|{мені,бізді} _ {тізімнен,базадан,рассылкадан} _ {@out,алып}|{тізімнен,базадан,тізіміңізден,базаңыздан} _ @out|@ad _ @end|{алғым,көргім,оқығым} келмейді|{алудан,жарнамадан,жазылымнан,рассылкадан} бас тарт*|бас тартамын|{мазамды,басымды} _ {алма*,ауыртпа*}|{шаршадым,жалықтым,мезі} {болдым,қылдыңыз*,еттіңіз*,хабарлам*}|{келісімімді,рұқсатымды} _ {қайтар*,кері,жоя*,алып}|қызықтырмайды|{тыныш} қалдыр*|{жарнамасыз,хабарламасыз}',
    ),
    denial: phrases(
      '{қате,бөтен,басқа} {нөмір*,номер*,адам*}|{бұл} _ {емес} нөмір*|{бұл} _ нөмір* _ {емес,ауыс*,басқа}|{қателес*,жаңылыс*} |{қайтыс болды,қайтыс болған,дүниеден өтті,өмірден өтті}|{мен} _ емеспін|{ондай} {адам,кісі} {жоқ}|{танымаймын,білмеймін ондай}|нөмір* {иесі ауыс*,ауысты}',
    ),
    complaint: phrases(
      '{нөмірімді,номерімді,телефонымды,деректерімді} _ {қайдан,кім}|{қайдан,кімнен} _ {алдыңыз*,таптыңыз*,білдіңіз*}|{шағым*,арыз*} |{сотқа,полицияға,прокуратураға,адвокат*,заңгер*} |{келісім,рұқсат} {берген жоқпын,берме*,берген емеспін}|{келісімсіз,рұқсатсыз}|{заңсыз,заң бұзу*,заңды бұз*}|{жазылған,тіркелген} {жоқпын,емеспін}|айыппұл*',
    ),
    hostile: phrases('{алаяқ*,өтірік*,ұят*,спам,арсыз*,алдау*,сайқал*,масқара}|{қанша} {рет,айтамын}'),
    optInPhrases: phrases(
      '{жазылғым,алғым} келеді|{жазыңыз,қосыңыз,тіркеңіз} мені|{мені} _ {қосыңыз*,жазыңыз*,тіркеңіз*}|{жіберіп,жібере} {тұрыңыз*,беріңіз*}|{келісемін,келісем,келісімімді беремін}',
    ),
    optInAgain: phrases('{қайта,қайтадан} _ {қос*,жаз*,жібер*,алғым,тіркел*}|{қателесіп,байқаусызда,кездейсоқ} _ {бас тарт*,стоп,өшір*,жібер*}'),
    helpPhrases: phrases(
      '{бұл} {кім,қай,не,қандай} |{сіз,сіздер} кімсіз*|{қай,қандай} {дүкен,компания,фирма}|{қалай} _ {бас тарт*,өшір*,тоқтат*,хабарлас*,байланыс*}|{кім} жазып|көмек {керек,беріңіз*}|{сілтеме,сайт} {ашылма*,істеме*}',
    ),
    innocent: phrases(
      '{ағам,әкем,апам,күйеуім,әйелім,досым} {заңгер,адвокат,прокурор,судья}|экскурсия тізімінен|{тоқтатпа*,өшірме*,қоспа*,шығарма*}|аялдама*|{тапсырыс*,жазылу*,жеткізу*,брон*} _ {бас тарт*,тоқтат*,жой*,өшір*}|{бүгін,ертең,қазір} _ емес|курьер* _ жіберме*|шағым* жоқ',
    ),
    how: phrases('қалай'),
  },
  {
    ...none,
    lang: 'de',
    optOut: list(
      'raus|ich will raus|nein danke keine werbung|kein bedarf|keine lust|bitte stoppen|stoppen|sofort stoppen|abo beenden|abo kündigen|bitte löschen sie mich|keine infos mehr|keine angebote mehr|nicht interessiert|lass mich in ruhe|lassen sie mich in ruhe|unterlassen|bitte unterlassen|nicht mehr senden|nicht mehr schicken|keine weiteren sms|keine weiteren nachrichten|ich melde mich ab|melde mich ab|meldet mich ab|bitte abbestellen|abgemeldet|sms stop|werbung stop|werbestopp|ende der nachrichten',
    ),
    classes: {
      ad: list(
        'sms|nachricht*|werbung|werbe*|newsletter|angebote|infos|mails|spam|texte|zeug|kram|mist|müll|quatsch|reklame|benachrichtigung*|mitteilung*|promo*|rundsms|simserei',
      ),
      send: list(
        'schreib*|schick*|send{en,et,e}|kontaktier*|belästig*|anschreib*|zuschick*|zusend*|anruf*|simsen|zutext*|spamm*|stör*|nerv{en,t}|melden',
      ),
      end: list('stopp*|aufhör*|beend*|einstell*|unterlass*|unterlasst|hört|hören|schluss|genug'),
      mine: list('nummer|handynummer|telefonnummer|daten|kontakt|handy|rufnummer|mobilnummer'),
      base: list('liste|verteiler|datenbank|kartei|system|newsletter|datei|listen'),
    },
    requests: phrases(
      '{alles andere,den rest,der rest} _ {nicht,abschalten,aus,nein,weg}|spart euch _ {sms,nachrichten}|{gilt,betrachten,betrachtet} _ _ widerrufen|{lassen,beenden} wir das mit _ {nachrichten,sms,werbung}|keine {sms,nachrichten,werbung} mehr|{keine,null,kein,nie wieder,ohne} _ @ad _ {mehr,bitte,erwünscht,gewünscht,schicken,senden,erhalten,an diese}|keine @ad|{nicht,nie,niemals} _ _ @send|{nichts} mehr _ {@send,von euch,von ihnen,hören}|@ad _ {nicht erwünscht,unerwünscht,einstellen,stoppen,abbestellen,abstellen,beenden,nicht mehr,kündigen,nervt,nerven,brauche ich nicht,will ich nicht}|{brauche,will,möchte,wünsche,mag} _ {euren,eure,ihre,diese,den,die,das} _ {@ad,nicht,nicht mehr}|@mine _ {löschen,streichen,entfernen,rausnehmen,vergessen,austragen}|{aus,von} _ _ @base _ {löschen,streichen,entfernen,nehmen,rausnehmen,raus,austragen,abmelden}|{löscht,löschen,streicht,streichen,vergesst,vergessen,entfernt,entfernen,nehmt,nehmen,lösch,streich,nimm,entferne,vergiss} _ {mich,meine,diese,uns,meinen,die} _ {raus,@mine,von,aus,bitte,endlich}|{lasst,lass,lassen} _ {mich,uns} _ ruhe|{hab,habe,haben} _ {die nase voll,genug,die schnauze voll,satt,kein interesse,keine lust,keinen bedarf}|{bin,war} {raus,nicht interessiert,nicht mehr kunde,kein kunde}|{bin,wir sind} _ nicht _ interessiert|{interessiert,interessieren} {mich,uns} nicht|{es,das,mir,jetzt} {reicht,langt,nervt}|{hört,hör,hören} _ _ auf|{geht,ihr geht,das geht} mir auf|{widerrufe,widerspreche,ziehe} _ _ {einwilligung,zustimmung,werbung,nutzung,zurück}|{einwilligung,zustimmung} _ {zurück,widerrufen,widerrufe}|von der liste|{kann ich,können sie,könnt ihr,bitte} _ {mich,meine nummer} _ {abmelden,löschen,streichen,austragen,entfernen,rausnehmen}',
    ),
    denial: phrases(
      '{falsche,verkehrte,falscher} _ {nummer,person,empfänger,adresse,kontakt}|{das,dies,hier} ist {nicht,kein} _ {nummer,handy,telefon,die nummer,anschluss}|{nummer} _ {gehört,gehörte,hat jetzt,ist jetzt,neu vergeben,gewechselt}|{neue,andere} nummer {seit,von}|{ich bin,bin} nicht {der,die,herr,frau}|{kenne,kennen} _ {keinen,keine,niemanden,nicht}|{gibt es,wohnt,arbeitet} {hier} {nicht,keine,keinen,niemand*}|{wohnt,arbeitet} {nicht mehr,hier nicht,hier nicht mehr}|{verstorben,gestorben,verschieden,tot} |{verwählt,vertan,verwechselt,irrtum}',
    ),
    complaint: phrases(
      '{lasse,lass} {euch,sie} _ _ _ sperren|{woher,wo,wer,wie} _ _ {nummer,daten,kontakt} _ |{woher,von wem} _ {haben,habt,kennen,kennt} _|{nie,niemals,nicht,keine,kein,ohne} _ _ {zugestimmt,eingewilligt,angemeldet,einwilligung,zustimmung,erlaubnis,registriert,erlaubt,bestellt,genehmigt}|{verstoß,verstößt,verstoßen} _ {gegen,dsgvo,uwg}|{uwg,dsgvo} _ {verstoß,beschwerde,anfrage,auskunft}|{melde,zeige,verklage,schalte,gehe,wende,leite,beschwere} _ _ {anwalt,polizei,behörde,bundesnetzagentur,verbraucherzentrale,datenschutz*,gericht,anzeige,weiter,mich}|{anwalt,polizei,gericht,anzeige,rechtsweg,klage,abmahnung} |{bereits,schon} _ {mehrmals,mehrfach,abgemeldet,widersprochen,widerrufen,gekündigt}|{zum,das} _ {dritten,zweiten,letzten,xten,hundertsten,vierten} mal|{trotz} {abmeldung,widerspruch,kündigung,widerruf}',
    ),
    hostile: phrases(
      '{betrug,betrüger,abzocker,abzocke,idioten,arschlöcher,deppen,lügner,gauner,verbrecher,halsabschneider,spammer,penner,wichser,vollidioten,schwachköpfe}|{frechheit,unverschämtheit,sauerei,schweinerei,zumutung,belästigung,dreistigkeit,unseriös*}|{schämt,schämen} {euch,sie}|{fake,betrugs,abzock} {nachricht*,sms,masche}',
    ),
    optInPhrases: phrases(
      '{möchte,will,würde} _ {gerne,gern,wieder,auch} _ {sms,nachrichten,angebote,infos,newsletter,erhalten,bekommen,angemeldet,dabei}|{nehmt,nehmen,tragt,tragen,setzt,meldet,melden} _ {mich,uns} _ {auf,ein,an,in} _ {liste,verteiler,newsletter}|{schickt,schicken,sendet} {mir,uns} {gerne,gern,bitte} _ {angebote,infos,sms,mehr,weiter}',
    ),
    optInAgain: phrases(
      '{versehentlich,aus versehen,irrtümlich,ausversehen} _ {abgemeldet,gestoppt,stop,stopp,gelöscht,abbestellt}|{wieder,erneut,nochmal} _ {anmelden,angemeldet,aufnehmen,eintragen,empfangen,erhalten,bekommen}',
    ),
    helpPhrases: phrases(
      'wer {schreibt,sendet,schickt,sind,seid,bist,ist,spricht} _|{von,welcher,welche,welches} {wem,firma,laden,geschäft,unternehmen,absender} _|{wie,wo} {erreiche,kontaktiere,finde,kann} {ich,man} _ {sie,euch,jemanden,die bedingungen,agb,den kundenservice,kundendienst}|{telefonnummer,kundenservice,kundendienst,hotline,ansprechpartner,mitarbeiter} {von,bitte}|wie oft {kommen,kommt,schickt,schicken,schreibt,schreiben,erhalte,bekomme}|{link,seite} _ {nicht,defekt,kaputt}|{kostet} _ {sms,antwort,nachricht}|{teilnahmebedingungen,agb}',
    ),
    innocent: phrases(
      '{meine,unsere} {bewertung,rezension,kommentar,foto}|{rosa,rot,schwarz,blau,grun,weiss,online,leder} interessiert _ nicht|{macht,habt,fuhrt,verkauft} ihr _ _ _ nicht mehr|nicht mehr notig|schluss mit {grubeln,warten,denken}|{bruder,schwester,mann,frau,sohn,tochter,vater,mutter,freund,freundin} _ {ist,arbeitet} _ {anwalt,anwaltin,richter,richterin,polizist,jurist}|{rabatt,ermassigung} _ _ {anwalte,polizisten,kanzleien,juristen,polizei}|{montag,dienstag,mittwoch,donnerstag,freitag,morgen,heute} vor gericht|beschwerden {im,am,in,mit} {knie,rucken,ohr,hals,bein,schulter,magen,der,dem}|liste {fur,furs} {den,das,die} {ausflug,schulausflug,fruhstuck,mittagessen,abendessen,schwimmen,klassenfahrt}|reicht _ _ {nachricht,sms,mitteilung}|{hört,höre,hören} _ {nie,nicht,niemals} auf|{nicht,nie} {abmelden,stoppen,aufhören,löschen}|{termin,bestellung,reservierung,tisch,lieferung,kurs,auftrag} _ _ {absagen,stornieren,kündigen,löschen,verschieben,abbestellen,stoppen}|{storniere*,absage*,lösche*} _ {bestellung,termin,reservierung,artikel,lieferung}|{heute,jetzt,gerade,morgen} {nicht,leider nicht}|haltestelle*|stoppschild|{am,bis,zum,gegen} ende|ende {der,des,märz,april,mai,juni}',
    ),
  },
  {
    ...none,
    lang: 'fr',
    optOut: list(
      'je me désabonne|je me désinscris|je me retire|désabonne moi|désinscris moi|stop aux sms|stop à tout|stop à la pub|arrêtez tout|arrêtez ça|arrêtez svp|arrêtez de m écrire|foutez moi la paix|laissez moi tranquille|ça suffit|sa suffit|ras le bol|pas intéressé|pas intéressée|plus de messages|plus de message|plus de pubs|pas de pub|pas de sms|pas de publicité|aucune pub|enlevez moi|effacez moi|oubliez moi|lâchez moi|fichez moi la paix|ne plus recevoir|ne m écrivez plus|ne me contactez plus',
    ),
    classes: {
      ad: list(
        'sms|message*|texto*|pub|pubs|publicité*|offre*|promo*|newsletter*|spam*|notification*|mail*|sollicitation*|démarchage|infos|courrier*',
      ),
      send: list('envoy*|écri*|contact*|sollicit*|dérang*|appel*|harcel*|embêt*|spam*|message*|relanc*|texte*|import*|harcèl*'),
      end: list('arrêt*|cess*|stop|stopp*|finiss*|suspend*|interromp*'),
      out: list('retir*|enlev*|supprim*|effac*|désabonn*|désinscri*|radi*|ray*|oubli*|sort*|vir*'),
      mine: list('numéro*|téléphone|portable|coordonnées|données|nom|contact|mobile'),
      base: list('liste*|base|fichier*|envoi*|système|diffusion|newsletter|abonnement'),
    },
    requests: phrases(
      'le reste non|ne {gaspillez,perdez} pas _ {sms,messages,temps}|{accord,consentement} comme {retire,annule,revoque}|@end _ _ @send|@end _ _ _ @ad|{ne,n} _ _ @send {plus,pas,jamais}|{me,m,nous} _ @send plus|@send plus {rien,jamais,sur}|{plus,pas,aucun,aucune,sans} {de,d} _ @ad|{aucun,aucune,plus aucun,plus aucune} @ad|plus jamais _ {@ad,@send,ça}|{veux,souhaite,désire,voudrais,veut,aimerais} _ {plus,pas,ne plus,arrêter,être retiré*,être supprimé*,être désabonné*,me désabonner,me désinscrire,sortir,me retirer,ne plus}|@out {moi,nous,mon,mes,ce,le} _ {@mine,de,des,svp,vite,liste*}|@mine _ @out|@out _ _ @mine|@out _ _ _ @base|{pas,plus,aucunement,nullement} _ intéress*|{intéresse,intéressent} {pas,plus}|aucun intérêt|{marre,assez,ras le bol,saoul*,soul*,fatigué*,lassé*} {de,d,par,des}|j en ai {marre,assez,ras}|{foutez,fichez,laissez,foutre} {moi,nous} {la paix,tranquille*,en paix}|{je,j} _ {retire,révoque,annule,oppose} _ {consentement,accord,autorisation,à,au}|{lâchez,oubliez} {moi,nous}|{pouvez,pourriez,peux,veuillez,merci de,merci} _ _ {me retirer,m enlever,me désabonner,me désinscrire,supprimer,arrêter,cesser,ne plus,me supprimer,me radier,ne pas}|{allez,va} {voir ailleurs,au diable}|stop {aux,à,au,les,à la,la} @ad|mauvais numéro',
    ),
    denial: phrases(
      '{mauvais,faux} {numéro,destinataire}|{erreur,trompé*,trompez,trompes} _ _ {numéro,personne,destinataire}|vous {vous trompez,faites erreur,avez fait erreur}|{ce n est,c est,cest,ce nest,c n est} {pas,plus} _ {numéro,moi,bon numéro,bonne personne,téléphone}|{je ne suis,je suis,suis} pas {monsieur,madame,mme,m,la personne,celui,celle,lui,elle}|{connais,connait} {pas,personne,aucun*}|{est,il est,elle est} {décédé*,mort,morte,parti*}|{décédé*,défunt*}|{changé,change} de {numéro,propriétaire,titulaire}|{nouveau,nouvelle} {propriétaire,titulaire}|{habite,travaille} {plus,pas} {ici,là}|plus {son,mon,le bon} numéro',
    ),
    complaint: phrases(
      'operateur de _ bloquer|{d où,où,comment,qui,de qui} _ _ {numéro,coordonnées,données,mon nom}|{d où,comment} _ {tenez,avez,connaissez,sortez} _|{jamais,pas,aucun,sans} _ _ {autorisé,inscrit*,abonné*,consenti,accepté,accord,consentement,autorisation,donné mon,demandé,client*} _|{porter,dépose,déposer,vais porter} {plainte,une plainte}|{plainte,avocat*,tribunal,cnil,dgccrf,police,gendarmerie,huissier,justice,procureur,33700,bloctel,ufc,signal spam,poursuites}|{signal*,dénonc*} _ {vous,cnil,spam,police,ce,numéro}|{illégal*,interdit par,infraction*,hors la loi,contraire}|{déjà,j ai} _ {demandé,envoyé stop,répondu stop,désabonné*,désinscrit*,dit} _|{troisième,deuxième,dixième,énième,dernière,3e,2e} {fois,demande,avertissement,sommation}|{rgpd} {article,art,demande,violation}|malgré {mon,mes,ma,le}',
    ),
    hostile: phrases(
      '{arnaque*,arnaqueurs,voleurs,escrocs,menteurs,connards,salauds,enfoirés,abrutis,imbéciles,pourris,charlatans,bande de,cons,enculés,crétins}|{honte,honteux,scandale,scandaleux,inadmissible,lamentable,insupportable,pénible,relou,n importe quoi}|{allez vous,va te,allez} {faire,crever,au diable}|{faux,fausse} {gain,cadeau,promo,offre}|harcèlement',
    ),
    optInPhrases: phrases(
      '{je,j} _ {souhaite,veux,voudrais,aimerais} _ {recevoir,m inscrire,m abonner,être inscrit*} _|{inscrivez,abonnez,ajoutez,mettez} {moi,nous}|{oui} {je veux,j accepte,envoyez,inscrivez,avec plaisir,je confirme}|{envoyez} {moi,nous} _ {promos,offres,infos}',
    ),
    optInAgain: phrases(
      '{désabonn*,désinscri*,stop} _ {par erreur,sans le vouloir,accident*}|{par erreur} _ {stop,désabonn*,désinscri*}|{réinscri*,réabonn*,réactiv*,remettez} {moi,nous,mon,mes}|{à nouveau,de nouveau} _ {recevoir,inscrire,abonner,les}',
    ),
    helpPhrases: phrases(
      '{reponse,repondre} _ _ {numero,payant,payante,gratuite,gratuit}|{quel,quelle} {magasin,boutique,enseigne}|{qui,c est qui,vous,t es,de la part de} {êtes vous,êtes,est ce,qui,ça,qui est ce}|{quel,quelle} {magasin,société,entreprise,boutique,enseigne,marque,numéro}|{comment} _ {vous contacter,vous joindre,joindre,contacter,ça marche,vous appeler}|{besoin d,besoin} aide|{parler,joindre} {à,un,avec} _ {humain,conseiller*,personne,quelqu un}|{lien,site} _ {marche pas,fonctionne pas,ouvre pas,mort}|{conditions,règlement} {de,du,d}|combien de {sms,messages} par',
    ),
    innocent: phrases(
      'ne veux plus {la,le,les} {pizza,table,dessert}|{mon,notre,ma} {avis,commentaire,photo}|{rose,rouge,noir,bleu,blanc,cuir} ne _ interesse pas|vous ne {faites,vendez,fabriquez} plus|marre de {lhiver,la pluie,mon vieux,ma vieille}|{mari,femme,frere,soeur,fils,fille,pere,mere,ami} est {avocat,avocate,juge,policier}|robe* davocat|au tribunal {lundi,mardi,mercredi,jeudi,vendredi,demain}|liste {pour la,de la,du,des} {sortie,excursion,cantine,repas,voyage,piscine,petit}|plains _ {genou,dos,ventre,dent,dents}|suffit _ {montrer,presenter,dire}|arrêt* {de bus,du bus,de tram,de métro,maladie,de travail,cardiaque}|{n arrêtez,narrêtez,ne vous arrêtez,n arretez} {pas,surtout,jamais}|{annul*,supprim*,report*,décal*} _ _ {commande,rendez vous,rdv,réservation,livraison,article,panier}|{retir*,enlev*} _ _ {panier,commande,oignons}|sans {gluten,arrêt}|{pas,plus} {aujourd hui,maintenant,tout de suite,tard,là}|{pas} {de souci,de problème,de soucis}|{pas,plus} {de stock,en stock,disponible,de place}',
    ),
  },
  {
    ...none,
    lang: 'es',
    optOut: list(
      'no quiero|ya no quiero|no me interesa|no gracias ya no|dejen de molestar|dejen de escribir|no molesten|no molestar|no molesten mas|no escriban|no escribas|no me escriban|no me escribas|no manden|no manden mas|no envien|no envien mas|no mas mensajes|no mas sms|no mas spam|no mas publicidad|borrenme|bórrenme|bórrame|borrarme|eliminenme|elimíneme|eliminame|quitenme|quítenme|quítame|sáquenme|saquenme|sácame|denme de baja|deme de baja|dame de baja|dadme de baja|me doy de baja|baja ya|solicito la baja|quiero la baja|pido la baja|ya estuvo|ya basta|basta ya|paren|paren ya|parad|para ya|déjenme en paz|dejenme en paz|dejadme en paz|déjame en paz|cancelar suscripcion|cancelar suscripción|cancelen|cancelen todo|stop mensajes',
    ),
    filler: list(
      'porfa|por|favor|porfavor|xfa|pf|plis|gracias|ya|hola|buenas|tardes|días|noches|muchas|de|una|vez|hoy|mismo|señores|amigos|inmediatamente',
    ),
    classes: {
      ad: list(
        'mensaje*|sms|publicidad|anuncio*|promo*|oferta*|spam|mensajito*|texto*|notificacion*|correo*|msj*|msjs|info|información|boletin*|newsletter|propaganda|whatsapp*|wasap*',
      ),
      send: list('escrib*|envi*|envíe*|envíen|mand*|molest*|llam*|contact*|text*|jod*|fastidi*|spam*|insist*|acos*|bombarde*'),
      end: list('dej*|par{en,e,ad,ar,en de}|ces{en,e,ar}|basta|deten*|alto|termin*|suspend*'),
      out: list('borr*|elimin*|quit*|saqu*|sac{ar,adme,ame,arme}|retir*|suprim*|remuev*|dar de baja|den de baja|olvid*|desuscri*|desinscri*'),
      mine: list('número*|telefono*|teléfono*|celular|móvil|datos|contacto|nombre|cel|tel'),
      base: list('lista*|base|registro*|sistema|suscripción|fichero*|agenda|grupo'),
    },
    requests: phrases(
      'lo demas no|no gasten _ {mensajes,sms}|{quiero,quisiera} {salir,salirme} de {esto,esta,la}|@end de _ @send|@end de _ @ad|{no,ni,nunca} _ @send _ {más,mas,nunca,nada,jamás,por favor,porfa,a este,este,al,tanto*}|{no,nunca} {me,nos} _ @send|{no,ningún,ninguna,nada de,sin,cero,ni un,ni una} _ @ad|{no,ya no,nunca} _ {quiero,deseo,quisiera,necesito,solicité,pedí,autorizo,queremos,deseamos,me interesa,nos interesa,interesa,interesan} _ _ {@ad,recibir,más,mas,saber,nada,estar,sus,tus,esto,que me}|no _ {interesa,interesan,interesado,interesada}|{no estoy,no me encuentro} interesad*|@out _ {@mine,de,mis,a mí}|@out {me,mi,mis,nos,este} _|@mine _ @out|{sin,ningún} interés|{harto,harta,cansado,cansada,aburrido,aburrida,hasta} {de,la madre,el gorro,las narices,los}|{déjen,déjenme,dejen,dejenme,dejad,deja,déjame} _ {paz,tranquil*}|{revoco,retiro,cancelo,anulo} _ {consentimiento,autorización,permiso,suscripción}|{ejerz*,derecho de} _ {oposición,supresión,cancelación}|me opongo|{quiero,quisiera,deseo,necesito,pido,solicito,favor de,me gustaría} _ {darme de baja,cancelar la suscripción,cancelar mi suscripción,la baja,salir,que me borren,que me saquen,que me quiten,que me eliminen,que dejen,dejar de recibir,que paren,no recibir,desuscribirme}|{den,dame,deme,denme,dadme,darme,doy} _ {de baja,baja}|{ya,de} {no soy cliente,no soy clienta}|{salir,sáquenme,bórrenme,quítenme} de _ {lista,grupo,base}|{váyanse,vete,vayanse,idos} {a,al,de}|{stop,alto} {a,al,con,los,mensajes,publicidad}',
    ),
    denial: phrases(
      '{número,numero,persona,teléfono} {equivocado,equivocada,incorrecto,incorrecta,erróneo}|{se,te,os,están} _ {equivocan,equivocado,equivocó,equivocados,confundido,confundidos,confunden,equivocaron,equivocaste} |{no soy,yo no soy} {esa,ese,la persona,el,ella,él,la,maría,juan,quien}|{este,esto} {no es,ya no es} _ {número,teléfono,numero}|no conozco _|{falleció,murió,fallecido,fallecida,muerto,muerta}|{nuevo,nueva} {dueño,dueña,titular}|{cambió,cambio,cambiaron} de {número,dueño}|{aquí,ya} no {vive,trabaja,hay nadie,es de}|{ya no} {es su,es mi,usa,tiene} {número,este}',
    ),
    complaint: phrases(
      '{operadora,operador,compania} que {los,las,os} {bloquee,bloqueen}|{de dónde,de donde,dónde,donde,quién,quien,cómo,como} _ _ _ {número,numero,teléfono,datos,contacto,celular}|{no,nunca,jamás,sin} _ {autoricé,autorice,di,dado,firmé,acepté,suscribí,registré,inscribí,pedí,consentí,consentimiento,autorización,permiso,solicité} _|{denuncia*,denunci*,demanda*,demandar*,abogado*,policía,profeco,condusef,aepd,protección de datos,facua,ocu,indecopi,sernac,juzgado,tribunal*,fiscalía,consumidor,reportar*,reporto,reportaré,queja,reclamación,ilegal*,delito,multa*}|{voy a,los voy,los vamos,les voy} _ {denunciar,reportar,demandar,quejar*,acusar}|{ya,varias veces,mil veces} _ {pedí,dije,solicité,mandé baja,envié baja,di de baja,cancelé,escribí} _|{tercera,segunda,décima,última,enésima} {vez,advertencia,aviso}|{cuántas,cuantas} veces {tengo,debo,más,hay}|{violan,violando,violación,vulneran} _ {ley,privacidad,datos}',
    ),
    hostile: phrases(
      '{estafa*,estafadores,ladrones,rateros,mentirosos,sinvergüenzas,idiotas,imbéciles,pendejos,cabrones,gilipollas,pesados,pesadas,fraude,fraudulento*,timo,timadores,corruptos,ratas,acosadores,acoso,engaño,mentira*,abuso,abusivos}|{vergüenza,verguenza,descaro,asco} _|{váyanse,vayanse,vete,vayan,idos} _ {mierda,carajo,diablo,infierno,chingada}|{falso,falsa} {premio,oferta,sorteo}|{publicidad,oferta} engañosa',
    ),
    optInPhrases: phrases(
      '{quiero,quisiera,deseo,me gustaría,me interesa} _ {recibir,suscribirme,apuntarme,inscribirme,unirme} _|{suscríbanme,suscríbeme,apúntenme,apúntame,inscríbanme,agréguenme,añádanme,anótenme,métanme}|{mándenme,envíenme,mándame} _ {ofertas,promos,promociones,más}|{sí,si} {quiero,acepto,deseo,por favor envíen,manden,confirmo,claro}',
    ),
    optInAgain: phrases(
      '{baja,stop,cancelé,salí} _ {por error,sin querer,por accidente}|{por error,sin querer} _ {baja,stop,cancelé,salí,borré}|{volver a,de nuevo,otra vez} _ {recibir,suscrib*,alta,darme de alta,inscrib*}|{reactiv*,resuscri*}|{dar,darme,dame,denme} de alta',
    ),
    helpPhrases: phrases(
      '{cobran,cobrais,cuesta} _ {responder,contestar}|de que {tienda,empresa,comercio}|{quién,quien,quienes,quiénes} {es,eres,son,sois,habla,escribe,me escribe,manda,envía} _|{qué,que,cuál} {empresa,tienda,compañía,negocio,marca,número es} _|{cómo,como} _ {contactar,contactarlos,comunicarme,llamarlos,funciona}|{necesito} ayuda|{hablar,comunicarme} con _ {alguien,persona,asesor,humano,agente,operador}|{enlace,link,página} _ {no funciona,no abre,no sirve,roto}|{bases,términos,condiciones} {de,del,y}|{cada cuánto,cuántos mensajes}',
    ),
    innocent: phrases(
      'ya no quiero {el,la,los,las} _ _ {cancelenla,cancelenlo,quitenlo,quitenla}|{mi,nuestra} {resena,opinion,comentario,foto}|{rosa,rojo,negro,azul,blanco,cuero} no me interesa|{no,nunca} {quiten,acaben,terminen,paren} _ {promo,promocion,oferta,rebaja,rebajas}|basta de {pensar,dudar,frio,esperar}|como {los,las,les,os} contacto|{hermano,hermana,marido,mujer,hijo,hija,padre,madre,amigo,amiga,primo} es {abogado,abogada,juez,policia}|descuento _ {policias,abogados,despachos}|{jueves,lunes,martes,miercoles,viernes,manana} tengo juicio|lista {de la,del,para la,para el} {excursion,comedor,viaje,desayuno,piscina,clase}|basta {con,ensenar,mostrar,presentar,decir}|{no} _ {paren,dejen,pares,dejes,borren,cancelen,me den de baja,me borren} |parada* {de,del,más}|{cancel*,anul*,cambi*,mover} _ _ {cita,pedido,reserva*,compra,orden,vuelo,turno,consulta,clase}|{quit*,saqu*,elimin*} _ _ {del pedido,del carrito,de la orden,de mi pedido,cebolla}|para {mí,mi,mañana,el,la,los,las,llevar,dos,cuándo,cuando,que,qué,hoy,niño*,hombre*,mujer*}|{más,planta} baja|{temporada,en} baja|{hoy no,ahora no,no puedo,no hoy}|{sin} {stock,problema,gluten}',
    ),
  },
  {
    ...none,
    lang: 'pt',
    optOut: list(
      'sair da lista|quero sair|me tira|me tirem|me tira da lista|me tire|me remova|me removam|me exclua|não quero|nao quero|não quero mais|nao quero mais|não tenho interesse|nao tenho interesse|sem interesse|chega|parem|para de mandar|parem de mandar|pare de enviar|não envie|não enviem|nao mande|não mandem|nao mandem|não mandar mais|não me mande|cancelar inscrição|descadastre|descadastrar me|me descadastre|me descadastra|bloquear|não perturbe|me deixa em paz|me deixem em paz',
    ),
    filler: list('pfv|pf|por|favor|favorzinho|obrigado|obrigada|obg|vlw|já|agora|bom|dia|boa|tarde|noite|olá|oi|isso|gente|aí|logo|imediatamente'),
    classes: {
      ad: list('mensage*|mensagens|msg*|sms|propaganda*|promoç*|promo*|oferta*|publicidade|spam|anúncio*|notificaç*|texto*|torpedo*'),
      send: list('mand*|envi*|escrev*|perturb*|lig{ar,uem,ue,a}|incomod*|contat*|cham{ar,em}|encher|enche*'),
      end: list('par{e,em,a,ar}|chega|cess*|deix*|suspend*'),
      out: list('tir*|remov*|exclu*|apag*|delet*|retir*|descadastr*|cancel*|esqueç*|risc*'),
      mine: list('número|numero|telefone|celular|contato|dados|cadastro|nome|whatsapp'),
      base: list('lista*|cadastro*|base|sistema|grupo|banco'),
    },
    requests: phrases(
      'chega de {propaganda,anuncio,anuncios,mensagem,mensagens,sms,promocao,promocoes}|@end de _ @send|{não,nao,nunca,nem} _ @send _ {mais,nada,nunca,por favor,pra,para}|{não,nao} {me} _ @send|{não,nao} {quero,desejo,preciso,gostaria,autorizo,aceito} _ _ {@ad,receber,mais,nada,isso,saber,essas,esses,suas,que}|{não,nao} {tenho,temos,há} interesse|{não,nao} _ interess*|@out _ {@mine,me,da lista,do cadastro}|me _ @out|@mine _ {@out,da lista}|{sem,nada de,chega de,basta de} _ @ad|{quero,gostaria,desejo,favor,solicito,peço} _ {sair,me descadastrar,cancelar a inscrição,cancelar inscrição,ser removid*,ser excluíd*,parar de receber,não receber,deixar de receber,que parem,que me tirem}|{cansad*,saco cheio,farto,farta} de|{deix*} {me,nos} {em paz,quieto,quieta}|me {deixa,deixem,deixe} em paz|{revogo,retiro,cancelo} _ {consentimento,autorização,permissão}|{sai,saiam} {fora,daqui}|vai {catar,pastar,se}',
    ),
    denial: phrases(
      '{número,numero,pessoa,contato} {errado,errada}|{foi,é,por} engano|{não,nao} sou {eu,a,o,essa,esse,ele,ela}|{esse,este} {número,numero,celular} _ {não é,nao é,mudou,agora}|{não,nao} conheço _|{faleceu,morreu,falecid*}|{novo,nova} {dono,dona,titular}|{mudou,trocou} de {número,numero,dono}|{não,nao} {mora,trabalha} mais',
    ),
    complaint: phrases(
      '{onde,de onde,quem,como} _ _ _ {meu número,meu numero,meus dados,meu contato,meu telefone,meu celular}|{nunca,não,nao,sem} _ {autorizei,dei,assinei,cadastrei,pedi,consenti,autorização,consentimento,inscrevi,permissão} _|{processar,processo,advogado*,procon,anatel,polícia,policia,denúncia,denuncia*,denunci*,reclame aqui,reclamar no,justiça,tribunal,lgpd,anpd,ilegal*,crime,bo,delegacia,ministério público,multa}|{já,mil vezes,várias vezes} _ {pedi,falei,mandei sair,disse,solicitei,cancelei} _|{terceira,segunda,última,décima} vez|quantas vezes {tenho,preciso,vou}',
    ),
    hostile: phrases(
      '{golpe,golpistas,golpista,ladrões,bandidos,mentirosos,idiotas,safados,picaretas,vigaristas,fraude,enganação,mentira,palhaçada,vergonha,absurdo,ridículo,otários,babacas,trouxas,estelionat*,chatos,assédio}|{vão,vai,vá} _ {merda,inferno,tomar,se ferrar}|{falso,falsa} {prêmio,promoção,oferta}',
    ),
    optInPhrases: phrases(
      '{quero,gostaria,desejo,aceito} _ {receber,me inscrever,me cadastrar,participar,entrar} _|{me} {inscreva,cadastra,cadastre,adiciona,adicione,coloca,inclua} |{pode,podem} {mandar,enviar}|{manda,mande,envie} _ {promoções,ofertas,novidades}|sim {quero,aceito,pode,por favor,confirmo}',
    ),
    optInAgain: phrases(
      '{sem querer,por engano,por acidente} _ {saí,sai,cancelei,sair,descadastrei,parei}|{saí,cancelei,mandei sair,descadastrei} _ {sem querer,por engano}|{voltar a,de novo,novamente} _ {receber,cadastr*,inscrev*}|{reativ*}',
    ),
    helpPhrases: phrases(
      'responder _ _ _ {custo,paga,pago,cobrado}|{de,da} qual {loja,empresa}|{quem} {é,são,fala,está,ta,mandou} _|{que,qual} {empresa,loja,número,marca} _|{como} _ {falar com,contato,entrar em contato,funciona}|{preciso} {de ajuda,ajuda}|{falar com} _ {atendente,alguém,humano,pessoa}|{link,site} _ {não abre,não funciona,quebrado}|{regulamento,termos,regras}',
    ),
    innocent: phrases(
      'nao quero mais {a,o} {pizza,mesa,reserva,sobremesa}|minha {avaliacao,foto,resenha}|meu comentario|{rosa,vermelho,preto,azul,branco} nao me interessa|nao {fazem,vendem} mais|chega de {pensar,frio,esperar,calor,duvida}|{irmao,irma,marido,esposa,filho,filha,pai,mae,amigo,amiga} {e,eh} {advogado,advogada,juiz,policial}|{audiencia} no forum|lista {do,da} {passeio,excursao,almoco,viagem,lanche}|basta {mostrar,apresentar,dizer}|{não,nao} {parem,pare,para,me tire,cancelem,me tirem}|{sair de casa,vou sair,vai sair,a sair,ao sair,já saiu}|{cancel*,desmarc*,remarc*} _ _ {pedido,consulta,reserva,compra,horário}|{tir*,remov*} _ _ {do pedido,do carrinho,cebola}|{ponto,parada} de ônibus|para {mim,o,a,quando,amanhã,hoje,viagem,presente}|{hoje não,agora não}|chega {hoje,amanhã,quando,às,em,até}',
    ),
  },
  {
    ...none,
    lang: 'it',
    optOut: list(
      'cancellatemi|cancella il mio numero|toglietemi|toglimi|rimuovetemi|rimuovimi|eliminatemi|disiscrivetemi|disiscrivermi|disiscrizione|disdetta|smettetela|smettila|finitela|non interessa|non mi interessa|non sono interessato|non sono interessata|lasciatemi in pace|lasciami in pace|niente pubblicità|no pubblicità|niente sms|non scrivete|non scrivetemi|non mandate|non inviate|basta sms|basta messaggi|basta pubblicità|basta così|basta grazie|stop sms|stop messaggi',
    ),
    filler: list('per|favore|piacere|cortesia|grazie|mille|subito|ora|adesso|buongiorno|salve|ciao|immediatamente|gentilmente|già'),
    classes: {
      ad: list('sms|messagg*|pubblicità|pubblicita|promo*|offert*|spam|newsletter|comunicazion*|notific*|reclam*|mail|email'),
      send: list('scriv*|mand*|invi*|contatt*|disturb*|chiam*|tempest*|importun*|romp*|assill*'),
      end: list('smett*|basta|ferm*|cess*|finit*|piantat*|interromp*|stop'),
      out: list('cancell*|togli*|toglie*|rimuov*|elimin*|disiscriv*|dimentic*|levat*|escludet*|depenn*'),
      mine: list('numero|cellulare|telefono|dati|contatto|nominativo|recapito'),
      base: list('lista|elenco|database|archivio|mailing|rubrica|gruppo'),
    },
    requests: phrases(
      'tutto il resto no|non sprecate _ {sms,messaggi}|disiscriv*|con _ {messaggi,sms} la {finiamo,chiudiamo}|@end _ di _ @send|@end _ _ @ad|@end di @send|non _ @send _ {più,piu,niente,nulla,altro,mai,messagg*,sms}|non {mi,ci} _ @send|{non,niente,nessun,nessuna,senza} {più,piu,voglio,vogliamo,desidero} _ {@ad,ricevere,niente,essere,saperne,questi,altri,i vostri}|{niente,nessun*} _ @ad|non {sono,mi,ci} _ interess*|nessun interesse|@out _ {@mine,mi,dalla lista,dall elenco,dal vostro}|@out _ _ @base|{voglio,vorrei,desidero,chiedo,prego} _ {cancellarmi,disiscrivermi,essere cancellat*,essere rimoss*,essere tolt*,non ricevere,smettere di ricevere,la cancellazione,uscire,di cancellar*,di non,di rimuovere}|{stufo,stufa,stanco,stanca} {di,dei}|{lasciat*,lascia*} _ {in pace,stare}|{revoco,ritiro,annullo} _ {consenso,autorizzazione}|{mi oppongo}|{andate,vai} {a quel,al diavolo,via}|{non ne posso} più',
    ),
    denial: phrases(
      '{numero,persona} {sbagliat*,errat*}|{avete,hai,ha} sbagliato|{non sono} {io,la,il,lui,lei,questa}|{questo,questo numero} non è _|non conosco _|{è} {mort*,decedut*,deceduto,deceduta,mancato,mancata}|{nuovo,nuova} {proprietari*,intestatari*}|{cambiato} {numero,proprietario}|{non abita,non vive,non lavora} più',
    ),
    complaint: phrases(
      '{dove,chi,come} _ _ _ {mio numero,miei dati,mio contatto,numero di telefono,mio cellulare}|{mai,non,senza} _ {autorizzato,dato,iscritto,iscritta,acconsentito,consenso,autorizzazione,richiesto,firmato} _|{denuncia*,denunci*,avvocat*,garante,agcom,polizia,carabinieri,tribunale,querela*,legale,legali,segnal*,esposto,illegale,reato,multa,codacons,altroconsumo,agcm,antitrust}|{già} {chiesto,detto,scritto,cancellat*,disiscritt*} _|{terza,seconda,ultima,ennesima} volta|quante volte|violazione',
    ),
    hostile: phrases(
      '{truffa,truffatori,ladri,imbroglioni,bugiardi,idioti,stronzi,cretini,vergogna,vergognatevi,vergognoso,scandaloso,imbroglio,frode,raggiro,molestie,stalker,stalking,scocciatori,pezzenti}|{andate,vai} _ {affanculo,fanculo,inferno}|{falso,falsa} {premio,offerta}',
    ),
    optInPhrases: phrases(
      '{voglio,vorrei,desidero,mi piacerebbe} _ {ricevere,iscrivermi,abbonarmi,partecipare}|{iscrivetemi,iscrivimi,aggiungetemi,inseritemi,abbonatemi}|{mandatemi,inviatemi} _ {offerte,promo*,novità}|sì {voglio,accetto,confermo,grazie iscrivetemi}',
    ),
    optInAgain: phrases(
      '{per sbaglio,per errore} _ {cancellat*,stop,disiscritt*}|{cancellat*,disiscritt*,scritto stop} _ {per sbaglio,per errore}|{di nuovo,nuovamente,riattiv*,ripristin*} _ {ricevere,iscriv*,messaggi,sms}|riattiv*',
    ),
    helpPhrases: phrases(
      'come {vi,posso} {contatto,contattarvi}|che parola _ {mandare,inviare,scrivere}|{rispondere,risposta} _ _ _ {paga,costa,pagamento,gratis}|che {negozio,azienda,ditta} {siete,e}|{chi} {è,siete,sei,parla,scrive,mi scrive} _|{quale,che} {negozio,azienda,ditta,numero,marca,società} _|{come} _ {contattarvi,contattare,chiamarvi,funziona}|{ho bisogno di,serve} aiuto|{parlare con} _ {operatore,qualcuno,persona,umano}|{link,sito} _ {non funziona,non si apre}|{regolamento,condizioni,termini}',
    ),
    innocent: phrases(
      'non voglio piu {la,il,lo,i,le} _ {annullatela,annullatelo}|{mia,nostra} {recensione,foto}|mio commento|{rosa,rosso,nero,blu,bianco} non mi interessa|non {fate,vendete} piu|{fratello,sorella,marito,moglie,figlio,figlia,padre,madre,amico} {e,fa} _ {avvocato,avvocata,giudice,poliziotto,lavvocato}|{lunedi,martedi,mercoledi,giovedi,venerdi,domani} _ in tribunale|lista {della,del,per la,per il} {gita,pranzo,mensa,viaggio,colazione}|basta {mostrare,presentare,esibire,far,dire,portare,inquadrare,la,il,un,una}|non {smettete,fermatevi,cancellatemi,toglietemi}|fermata*|{annull*,disdi*,cancell*,spost*} _ _ {ordine,appuntamento,prenotazione,consegna,visita}|{togli*,toglie*,rimuov*} _ _ {dall ordine,dal carrello,cipoll*}|basta {una,un,per,due,che,poco,solo}|{fine} {settimana,mese}|{va,tutto} bene|{oggi no,non oggi,non ora}',
    ),
  },
  {
    ...none,
    lang: 'pl',
    optOut: list(
      'wypisać|wypiszcie|wypiszcie mnie|proszę wypisać|proszę mnie wypisać|usuń|usuńcie|usuńcie mnie|proszę usunąć|usuńcie mój numer|nie pisać|nie piszcie|nie wysyłać|nie wysyłajcie|nie dzwonić|nie chcę|już nie chcę|nie interesuje mnie|nie interesuje|nie jestem zainteresowany|nie jestem zainteresowana|dość|dosyć|starczy|wystarczy|przestańcie|przestańcie pisać|odczepcie się|dajcie spokój|dajcie mi spokój|koniec z tym|stop sms|stop reklamom|bez reklam|żadnych reklam|zrezygnować|rezygnacja|rezygnujemy|anulować subskrypcję|skasujcie mnie',
    ),
    filler: list(
      'proszę|prosze|dziękuję|dzięki|dziekuje|dzień|dobry|już|natychmiast|teraz|bardzo|mnie|mi|państwa|witam|hej|cześć|z góry|pozdrawiam|wszystko',
    ),
    classes: {
      ad: list('sms*|wiadomości|wiadomosci|wiadomość|reklam*|ofert*|promocj*|spam*|newsletter*|powiadomie*|smsy|esemes*|marketing*|informacj*|mail*'),
      send: list('pisa*|pisz*|wysyła*|wysyla*|przysyła*|przysyla*|dzwoni*|dzwoń*|kontakt*|nęka*|zawraca*|spamowa*|śla*|męcz*|niepokoi*|nagab*'),
      end: list('przesta*|dość|dosyć|dosc|koniec|skończ*|zaprzesta*|wstrzyma*|stop'),
      out: list('usu*|skreśl*|wypis*|wykreśl*|skasu*|wyrzu*|zapomni*|wymaz*|wypisz*|wycofa*'),
      mine: list('numer*|telefon*|dane|danych|kontakt'),
      base: list('listy|bazy|bazie|newslettera|systemu|rejestru|subskrypcji|grupy'),
    },
    requests: phrases(
      '{cala,reszte,pozostale} _ {wylaczyc,nie,prosze wylaczyc}|{konczymy,koncz*} _ _ {smsami,smsow,wiadomosci*,reklamami}|@end _ _ @send|@end _ _ @ad|nie @send _ {mi,do mnie,więcej,już,na ten,nic,tu}|{nie,więcej nie,już nie,proszę nie} @send|{nie chcę,nie życzę,nie potrzebuję,nie zgadzam,nie wyrażam,nie zamierzam} _ _ {@ad,otrzymywać,dostawać,sobie,więcej,zgody,waszych,takich,już,od was,słyszeć}|{żadnych,bez,zero,nigdy więcej} _ @ad|{nie jestem,nie jesteśmy} _ zainteresowan*|nie interesu*|brak zainteresowania|@out _ {mnie,nas,mój,moje,@mine}|@out _ _ @base|{proszę,chcę,chciałbym,chciałabym,pragnę,życzę} _ {o usunięcie,o wypisanie,o wykreślenie,usunąć,wypisać,wykreślić,zrezygnować,się wypisać,o zaprzestanie,o rezygnację,zaprzestać,skreślić}|{wycofuję,cofam,odwołuję} _ {zgodę,zgody}|{mam} {dość,dosyć}|{dajcie,daj} _ {spokój}|{rezygnuję,wypisuję} _|{wnoszę,składam} sprzeciw|sprzeciw wobec|{odwalcie,odczepcie,spadajcie,odpieprzcie,spieprzajcie} ',
    ),
    denial: phrases(
      '{zły,nie ten,błędny,pomyl*} {numer,adresat}|{pomyłka,pomyliliście,pomylili}|to nie {mój,jej,jego,ten,ja} _|{nie jestem} {pan*,tą,tym,ta}|nie znam _|{nie żyje,zmarł,zmarła,zmarli}|{nowy} właściciel|{zmienił*} {numer,właściciel*}|{nie mieszka,nie pracuje} {tu,tutaj,już}|numer {należy,już nie}',
    ),
    complaint: phrases(
      '{skąd,kto,gdzie,jak} _ _ {numer,telefon,dane,kontakt} _|skąd {macie,mają,masz,pan,pani} _|{nigdy,nie,bez} _ {wyraziłem,wyraziłam,wyrażałem,wyrażałam,zgody,podawałem,podawałam,zapisywałem,zapisywałam,dawałem,dawałam,zgadzałem,zgadzałam,rejestrowałem,rejestrowałam,prosiłem,prosiłam} _|{skarg*,zgłosz*,zgłasz*,pozew,pozw*,adwokat*,prawnik*,policj*,uodo,uokik,uke,prokuratur*,sąd,sądu,sądzie,rzecznik*,nielegaln*,bezprawn*,łamiecie,łamanie,naruszenie,naruszacie,kara,donies*}|{już,kolejny raz,trzeci raz,drugi raz,setny raz} _ {prosiłem,prosiłam,pisałem,pisałam,wypisywałem,rezygnowałem,proszę}|ile razy {mam,jeszcze,można}',
    ),
    hostile: phrases(
      '{oszuści,oszustwo,oszust,złodzieje,naciągacze,kłamcy,kłamstwo,debile,idioci,nękanie,wstyd,skandal,bezczeln*,chamstwo,wyłudz*,przekręt,ściema,żenada,gnoje,dranie}|{spierdal*,wypierdal*,spadaj*}|{fałszyw*} {nagrod*,promocj*}',
    ),
    optInPhrases: phrases(
      '{chcę,chciałbym,chciałabym,proszę} _ {otrzymywać,dostawać,zapisać się,zapisać,się zapisać,dołączyć,subskrybować}|{zapiszcie,dopiszcie,dodajcie,proszę mnie zapisać} _|{wysyłajcie,przysyłajcie} _ {mi,oferty,promocje,dalej}|tak {chcę,proszę,zgadzam,wyrażam}|wyrażam zgodę',
    ),
    optInAgain: phrases(
      '{przez pomyłkę,przypadkiem,przypadkowo,omyłkowo} _ {wypisał*,zrezygnował*,stop,wysłał*}|{wypisał*,zrezygnował*} _ {przez pomyłkę,przypadkiem,przypadkowo}|{ponownie,znowu,z powrotem} _ {zapisać,zapiszcie,otrzymywać,włączcie}|{przywróćcie,wznówcie}',
    ),
    helpPhrases: phrases(
      '{odpowiedz,odpisanie} _ _ _ {platna,platne,darmowa,kosztuje}|co to za {sklep,firma}|{kto} {to,pisze,wysyła,dzwoni,jest} _|{jaka,jaki,który,która} {firma,sklep,numer,to} _|{jak} _ {skontaktować,dodzwonić,działa}|{potrzebuję} pomocy|{rozmawiać z,połączyć z} _ {konsultant*,człowiek*,kimś}|{link,strona} _ {nie działa,nie otwiera}|{regulamin,warunki}',
    ),
    innocent: phrases(
      'nie chce juz {pizzy,stolika,deseru,obiadu}|{moja,moj,moje} {opini*,komentarz,zdjeci*,recenzj*}|{rozowy,czarny,czerwony,bialy,niebieski} mnie nie interesuje|nie {robicie,sprzedajecie,szyjecie} _ juz|nie dzwonic _ {dziecko,spi}|prosze nie dzwonic {dziecko,do drzwi}|{brat,siostra,maz,zona,syn,corka,ojciec,mama,kolega} jest _ {adwokat*,prawnik*,sedzi*,policjant*}|{mam,sprawe} _ w sadzie|listy na {wycieczke,obiad,obiady,sniadanie,basen,kolonie}|{znizk*,rabat*} dla {policj*,prawnik*,kancelari*}|{nie} {przestawajcie,usuwajcie,wypisujcie,przestańcie}|przystan*|{anul*,odwoł*,przeło*,zrezygn*} _ _ {zamówieni*,wizyt*,rezerwacj*,termin*,dostaw*}|{usu*} _ _ {z zamówienia,z koszyka}|{koniec} {miesiąca,tygodnia,roku,promocji}|do końca|{nie dzisiaj,nie dziś,nie teraz}|bez {problemu,stresu}',
    ),
  },
  {
    ...none,
    lang: 'tr',
    optOut: list(
      'istemiyorum artık|artık istemiyorum|mesaj atma|mesaj atmayın artık|yazmayın|yazmayın artık|aramayın|atmayın|yollamayın|göndermeyin artık|rahatsız etme|beni rahat bırakın|rahat bırakın|bırakın artık|listeden silin|listeden sil|numaramı silin|numaramı sil|numaramı listeden silin|abonelik iptal|aboneliği iptal et|aboneliğimi iptal edin|üyelik iptal|iptal edin|iptal et|iptal istiyorum|çıkar|çıkarın|beni çıkar|beni listeden çıkarın|beni listeden çıkar|çıkış|ayrıl|durdur|durdurun|kesin|kesin artık|yeter|yeter artık|ilgilenmiyorum|ilgimi çekmiyor|reklam istemiyorum|reklam yok|sms iptal|ret sms',
    ),
    filler: list(
      'lütfen|lutfen|lütfenn|teşekkürler|tesekkurler|sağolun|sağol|rica|ederim|hemen|derhal|artık|artik|bana|beni|bir|daha|kardeşim|abi|hocam|merhaba|selam|iyi|günler',
    ),
    classes: {
      ad: list('mesaj*|sms*|reklam*|ileti*|bildirim*|kampanya*|spam*|tanıtım*|promosyon*|duyuru*|indirim*'),
      nosend: list(
        'atma|atmayın*|atmayınız|atmasın*|gönderme|göndermeyin*|göndermesin*|yollama|yollamayın*|yazma|yazmayın*|yazmasın*|arama|aramayın*|aramasın*|paylaşma*|iletmeyin*|rahatsız etme*|çekme|çekmeyin*',
      ),
      out: list(
        'sil|silin*|silinmesi*|silinsin|çıkar|çıkarın*|çıkarılmak|çıkarılsın|çıkarılma*|kaldır|kaldırın*|silmenizi|çıkarmanızı|kaldırmanızı|silebilir*|çıkarır*|siler',
      ),
      mine: list('numara*|telefon*|bilgi*|veri*|kayd*|ismi*|adımı|beni|bizi'),
      base: list('listeden|listenizden|listenizde*|sistemden|sisteminizden|rehberinizden|veritaban*|gruptan|abonelikten|üyelikten|kayıtlarınızdan'),
      stop: list('durdur*|kes|kesin*|bitir*|son verin*|sonlandır*|vazgeç*|bırak|bırakın*'),
    },
    requests: phrases(
      '{siz,sizler} {cikarin,silin,iptal edin}|artik _ mesaj {atmiyoruz,yazmiyoruz,gondermiyoruz}|@nosend|@ad _ @nosend|@ad _ {istemiyor*,almak istemi*,gelmesin,gerek yok,kesin*,durdurun*,durdur,son verin*,iptal*}|{bana,artık,bir daha,lütfen,bu numaraya} _ @nosend|@mine _ _ @out|@base _ @out|{almak,görmek,duymak,okumak} istemi*|{bıktım,usandım,yoruldum,sıkıldım,bezdim,yeter} _|{rahat,huzur} bırak*|{onayımı,iznimi,rızamı} _ {geri,iptal}|{aboneliğimi,aboneliği,üyeliğimi,üyeliği} _ {iptal*,sonlandır*,bitir*}|{çıkmak,ayrılmak,iptal etmek} istiyor*|{ilgilenmi*,ilgimi çekmi*}|{gerek,ihtiyacım} yok {artık,mesaj*,reklam*}|{mesaj*,reklam*,sms*} _ {bıktım,usandım}|{defolun,defol,yürü git,basın gidin}',
    ),
    denial: phrases(
      '{yanlış,hatalı} {numara*,kişi*}|{ben} _ {değilim}|{bu numara,numara} _ {değişti,benim değil,başkas*,artık,onun değil,bana ait}|{tanımıyorum,tanımıyoruz}|{vefat,öldü,rahmetli,hayatını}|{öyle,böyle} {biri,kimse,birisi} yok|{burada} {oturmuyor,çalışmıyor,yaşamıyor}|{yeni} sahibi',
    ),
    complaint: phrases(
      '{numaramı,telefonumu,bilgilerimi,numaram*} _ _ {nereden,nerden,kimden,nasıl,kim}|{nereden,nerden,kimden,nasıl} _ _ {numara*,buldunuz,aldınız,ulaştınız,bilgi*}|{kim} {verdi,sattı} _|{şikayet,şikâyet,dava,suç duyurusu,savcı*,avukat*,mahkeme*,btk*,kvkk*,iys*,tüketici*,polis*,cimer*,jandarma,yasal,hukuki,ceza} _ {edeceğim,ediyorum,edicem,ettim,açacağım,vereceğim,başvur*,işlem,gid*,yapacağım,yaparım,ederim,yolları}|{izin,onay,rıza} {vermedim,vermemiştim,yok}|{izinsiz,onaysız,rızam olmadan,iznim olmadan}|{yasa dışı,yasadışı,kanuna aykırı,aykırı,hukuksuz}|{kaç} {kere,defa,kez}|{daha önce,defalarca,kaçıncı} _ {iptal,ret,söyledim,yazdım,istemiyorum}',
    ),
    hostile: phrases(
      '{dolandırıcı*,sahtekar*,hırsız*,yalancı*,rezil*,terbiyesiz*,utanmaz*,şerefsiz*,ahlaksız*,aptal*,salak*,pislik*,taciz*,spamcı*}|{yazıklar,ayıp} {olsun,size,ediyorsunuz}|{allah} _ {belanızı,kahretsin}',
    ),
    optInPhrases: phrases(
      '{almak,abone olmak,kaydolmak,katılmak} istiyor*|{beni} _ {ekleyin,kaydedin,ekle}|{gönderin,göndermeye devam,atın,yollayın} _ {lütfen,kampanya*,indirim*}|evet {istiyorum,onaylıyorum,kabul,gönderin}',
    ),
    optInAgain: phrases('{yanlışlıkla,kazara} _ {iptal,ret,çıktım,bastım,sildim}|{tekrar,yeniden} _ {almak,abone,katıl*,gönder*,kaydol*,ekle*}'),
    helpPhrases: phrases(
      'hangi {magaza*,firma*,sirket*}|{kim} {bu,siz,yazıyor,gönder*,arıyor}|{siz} kim*|{hangi} {firma,mağaza,şirket,marka,numara} _|{nasıl} _ {ulaşabilir*,iletişim*,arayabilir*}|{yardım} {lazım,edin,eder,istiyorum}|{link,site} _ {açılmıyor,çalışmıyor}|{koşullar*,şartlar*}',
    ),
    innocent: phrases(
      'artik {yapmiyor,satmiyor,uretmiyor} {musunuz,muyuz}|{kardesim,esim,abim,ablam,oglum,kizim,babam,annem,arkadasim} {avukat,hakim,savci,polis}|{gezi,yemek,kahvalti,servis,kurs} listesinden|{durdurmayın,durmayın,silmeyin,çıkarmayın,kesmeyin,bırakmayın,iptal etmeyin}|durak*|{siparişi*,randevu*,rezervasyon*} _ {iptal*,ertele*,değiştir*}|{kurye*,kargo*} _ {gönderme*,yollama*}|şikayet* yok|{bugün,şimdi} değil',
    ),
  },
  {
    ...none,
    lang: 'nl',
    optOut: list(
      'stop ermee|stop met sms|hou op|houd op|rot op|donder op|laat me met rust|geen interesse|niet geïnteresseerd|geen reclame meer|geen berichten meer|geen sms|ik wil dit niet|wil ik niet|niet meer sturen|niet meer appen|schrijf me maar uit|haal me eraf|haal mij eraf|verwijder me|verwijder mij|verwijder mijn nummer|ik meld me af|ik schrijf me uit|graag uitschrijven|graag afmelden|wil uitschrijven',
    ),
    filler: list('a|u|b|svp|graag|dankjewel|dank|je|wel|alvast|meteen|direct|nu|hoi|hallo|beste|groet|even|maar'),
    requests: phrases(
      '{geen,nooit,niet} _ {sms*,berichten,reclame,appjes,aanbiedingen,mails,spam} _ {meer,aub,alstublieft,sturen,ontvangen}|geen {sms*,berichten,reclame,spam,appjes}|{niet,nooit} meer _ {sturen,appen,bellen,mailen,sms*,lastig*,benaderen,contacteren,ontvangen}|{haal,verwijder,schrap,wis,gooi,streep} _ {me,mij,nummer,gegevens} _|{ik} _ wil _ {uitschrijven,afmelden,geen,niet meer,niks,ervan af}|{van,uit} {de,jullie,uw} {lijst,bestand,mailinglijst} |{hou,houd} _ {op,mee op}|{laat} _ {rust}|{ben} _ {zat,beu}|{trek,herroep} _ toestemming|{interesseert} {me,mij} niet',
    ),
    denial: phrases(
      '{verkeerd,verkeerde,fout} {nummer,persoon}|{dit} is {niet,niet meer} _ nummer|{ik ben} niet {mevrouw,meneer,degene}|{overleden,gestorven}|{ken} {ik niet,geen,niemand}|{nieuwe} eigenaar|{nummer} {is van,hoort bij}',
    ),
    complaint: phrases(
      '{hoe,waar,wie} _ _ {nummer,gegevens} |{nooit,geen,zonder} _ {toestemming,aangemeld,ingeschreven,gevraagd}|{klacht,aangifte,advocaat,politie,acm,rechter,autoriteit,consumentenbond,avg,spamklacht} |{al,eerder,meerdere keren} _ {afgemeld,gevraagd,uitgeschreven,stop gestuurd}|hoe vaak {moet,nog}',
    ),
    hostile: phrases('{oplichters,oplichting,leugenaars,idioten,klootzakken,eikels,schande,schandalig,belachelijk,dieven,opdringerig}'),
    innocent: phrases(
      '{broer,zus,man,vrouw,zoon,dochter,vader,moeder,vriend} is {advocaat,rechter,agent,jurist}|lijst voor {het,de} {schoolreisje,ontbijt,lunch,uitje,zwemles}|stop {nooit,niet}|{niet,nooit} {stoppen,afmelden,uitschrijven}|{halte,bushalte}|{afspraak,bestelling,reservering,les} _ {annuleren,afzeggen,verzetten}|{annuleer,verplaats} _ {afspraak,bestelling,reservering}|{einde,eind} {van,week,maand}',
    ),
  },
];
