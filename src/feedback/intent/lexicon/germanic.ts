import type { ReplyLexicon } from '../lexicon.ts';
import { list, phrases } from './expand.ts';

/** German, Dutch. */
export const germanic: readonly ReplyLexicon[] = [
  {
    lang: 'de',
    optOut: list(
      'stopp|stop|abmelden|abbestellen|austragen|keine werbung|keine werbung mehr|keine sms mehr|keine nachrichten mehr|abmeldung|bitte abmelden|kündigen|löschen|bitte löschen|widerruf|widerrufe|aufhören|hört auf|schluss|kein interesse|nicht mehr schreiben|lasst mich in ruhe|streichen',
    ),
    ambiguous: list('nein|ende|storno|genug|nein danke|stornieren'),
    filler: list('bitte|danke|sofort|mich|jetzt|alles|mehr|hallo|meine|nummer|endlich|vielen|dank|umgehend|sms|mit|dem|damit'),
    optIn: list('start|anmelden|abonnieren|anmeldung|bitte anmelden'),
    yes: list('jo|jep|jo passt|passt|geht klar|gern|logo|jawohl|klar|na klar|ja|einverstanden|bestätige|ich bestätige|zustimmen|ok|gerne|ja bitte'),
    help: list('hilfe|info|wer ist das|wer sind sie|infos'),
    stopVerbs: list(
      'lösch*|streich*|abmeld*|austrag*|entfern*|aufhör*|hört|hör|hören|stopp*|beend*|einstell*|widerruf*|abbestell*|unterlass*|nehmt|nehmen|abgemeldet|ausgetragen|kündig*|sperr*|stellt|melden|meldet',
    ),
    mailing: list(
      'sms|nachricht*|werbung|werbe*|nummer|handynummer|verteiler|liste|datenbank|newsletter|einwilligung|spam*|kontakt*|angebot*|daten|zusendung*|schreiben|schicken|zu schicken|simsen|mails|werbenachricht*|rundschreiben|marketing|belästig*|infos',
    ),
    requests: phrases(
      '{keinerlei,keine weitere,keine weiteren,keine} {werbung,sms,nachrichten,werbenachrichten,mails,angebote,kontaktaufnahme}|{wünsche,möchte,will} {keinerlei,keine}|keine werbung|keine weiteren|keine sms mehr|keine nachrichten|keine mails mehr|keine angebote mehr|nicht mehr schreiben|nicht mehr anschreiben|nicht mehr schicken|nicht mehr kontaktieren|schreiben sie mir nicht|schreibt mir nicht|schickt mir nichts|schicken sie mir keine|schickt mir keine|schicken sie mir nichts|möchte keine|möchte nicht mehr|will keine|will nicht mehr|will das nicht|wünsche keine|kein interesse|nicht interessiert|kein bedarf|bitte austragen|bitte abmelden|mich austragen|mich abmelden|mich abzumelden|melden sie mich ab|meldet mich ab|melde mich ab|melde mich hiermit ab|tragen sie mich aus|tragt mich aus|nehmen sie mich|nehmt mich|streichen sie mich|streicht mich|löschen sie meine|löscht meine|löschen sie mich|entfernen sie mich|entfernt mich|hören sie auf|hört auf|hört endlich auf|widerrufe|widerspreche|widerspruch gegen|lasst mich in ruhe|lassen sie mich in ruhe|nie wieder|genug von|es reicht|unterlassen sie|verzichte auf|nerv*|{keine,kein,null,nie wieder} {weiteren,mehr,sms,nachrichten,werbung,werbe*,angebote,mails,infos,spam}|{nicht,nichts} mehr {schreiben,schicken,senden,anschreiben,kontaktieren,anrufen,zuschicken,zusenden,zukommen,belästigen,erhalten,bekommen,haben}|{bitte,wünsche,will,möchte,wollen,möchten,brauche} {_ _ abmelden,_ _ austragen,_ _ streichen,_ _ löschen,_ _ entfernen,_ abgemeldet,keine,nichts mehr,nicht mehr,kein}|{schreibt,schreiben sie,schickt,schicken sie,sendet,senden sie} {mir,uns} {_ nicht,keine,nichts,bitte nicht,nie}|{nehmt,nehmen sie,streicht,streichen sie,löscht,löschen sie,entfernt,entfernen sie,tragt,tragen sie,meldet,melden sie,lösche,streiche} {mich,meine,uns,unsere,diese,meinen,bitte}|{meldet,melden sie,tragt,tragen sie} {mich,uns} {_ ab,_ aus}|{hört,hör,hören sie} {_ auf}|{lasst,lassen sie} {mich,uns} {_ ruhe}|{unterlassen sie,unterlasst}|{hiermit} {widerrufe,widerspreche,kündige}|{widerrufe,widerspreche,widerruf}|{kein,keinerlei} {interesse,bedarf}|nicht {_ interessiert}|{hab,habe} {die nase,genug,kein interesse}|{verpisst,verzieht,haut} {euch,ab}|{austragung,löschung,abmeldung} {bitte,aus,meiner,vom}|{mich,meine} {_ aus dem,_ vom} {verteiler,newsletter}|raus aus|{schluss,ende} {mit,jetzt}|{es,mir} reicht|nervt',
    ),
    denial: phrases(
      'falsche nummer|falsch verbunden|falscher empfänger|nicht meine nummer|nicht mehr die nummer|ist verstorben|verstorben|gestorben|kenne ich nicht|kenne keine|neuer besitzer|neue besitzer*|{falsche,verkehrte} {nummer,person}|{falscher} {empfänger,adressat}|{nummer} {gehört,ist} {_ nicht,jetzt,inzwischen,einer}|{sie haben,ihr habt} {sich,euch} {verwählt,geirrt,vertan}|{bin ich nicht,ich bin nicht} {der,die,diese,dieser,herr,frau,sie,er}|{verstorben,gestorben,verstarb,tot}|{nicht,kein} {mehr} {_ nummer}|{kenne} {ich nicht,keine,keinen}|wohnt {hier nicht,nicht mehr}|{hier gibt es} {keine,keinen}|verwählt',
    ),
    complaint: phrases(
      'beschwer*|anzeige|anzeigen|anwalt|anwält*|rechtsanwalt|bundesnetzagentur|verbraucherzentrale|gericht|klage|verklag*|illegal|rechtswidrig|unerlaubt*|betrug|betrüger*|abzocke|abmahnung|woher haben sie|woher habt ihr|wo haben sie|wer hat ihnen|nie zugestimmt|nie eingewilligt|nicht zugestimmt|nicht eingewilligt|nie angemeldet|ohne einwilligung|ohne meine|ohne zustimmung|polizei|melden sie* der|gelogen|lügen|{woher,wo,wie} {haben,habt,hast,kommen,kommt} {sie,ihr,du} {_ _ nummer,_ _ daten}|wer hat {ihnen,euch}|{nie,nicht,niemals,keine} {_ zugestimmt,_ eingewilligt,_ angemeldet,einwilligung,erlaubnis} {gegeben,erteilt,}|{nie,keine} {einwilligung,zustimmung,erlaubnis}|{ohne} {meine,einwilligung,zustimmung,erlaubnis}|{melde,zeige,verklage} {sie,euch} {bei,an,}|{ich,werde} {_ beschweren}|{bundesnetzagentur,verbraucherzentrale,datenschutzbehörde,datenschutzbeauftrag*,landesdatenschutz*,wettbewerbszentrale}|{widrig,dsgvo widrig,dsgvo verstoß,verstoß,verstößt}|rechtliche schritte|{schon,bereits} {_ abgemeldet,_ widerrufen,mehrfach,gekündigt,gebeten}|unterlassungs*|strafanzeige',
    ),
    hostile: phrases(
      'datenschutz*|dsgvo|spam|belästigung|unverschämt*|frechheit|betrüg*|abzock*|wie oft {noch,soll,muss,denn}|unverschämt*|lüg*|verarsch*|dreist*|schäm*|wucher|belästig*|idioten|sauerei',
    ),
    optInPhrases: phrases(
      'möchte mich anmelden|will mich anmelden|melden sie mich an|meldet mich an|möchte newsletter|möchte angebote erhalten|möchte wieder|wieder anmelden|versehentlich abgemeldet|aus versehen abgemeldet|tragen sie mich ein|möchte sms erhalten|gerne angebote',
    ),
    helpPhrases: phrases(
      'wer {schreibt,sendet,schickt,bist,spricht,ist das}|{welcher,welches,welche} {laden,geschäft,shop,marke,unternehmen}|von wem|wie kann ich mich abmelden|wie melde ich|wie bestelle ich ab|wie kann ich das|wie komme ich|wie kann ich abbestellen|wie kündige|wer sind sie|wer seid ihr|wer ist das|welche firma|was ist das|brauche hilfe|der link|link geht|was kostet {die sms,eine sms,die nachricht,das simsen,die antwort,mich das}|wo kann ich|wo finde|wie funktioniert|können sie mir helfen',
    ),
    innocent: phrases(
      '{hört,hör,hören sie} _ {nie,nicht,niemals,bloß nicht} auf|ende des monats|ende der woche|am ende|wochenende|bis ende|ende mai|ende juni|feierabend|termin absagen|bestellung stornieren|bestellung löschen|auftrag stornieren|stornieren sie die bestellung|stornieren sie meine bestellung|aus der bestellung|aus dem warenkorb|bei der schule abmelden|kind abmelden|sohn abmelden|tochter abmelden|auto abmelden|nicht abmelden|hört nicht auf|keine beschwerde|meine nummer ist|neue nummer ist|meine neue nummer|bushaltestelle|stoppschild|bin nicht da|bin nicht zu hause|bin nicht zuhause|im spam|spamordner|spam ordner|anzeige in der|keine nachricht bekommen|keine sms bekommen|keine bestätigung|{absagen,verschieben,stornieren,umbuchen}|{termin,bestellung,reservierung,lieferung} {_ _ absagen,_ _ stornieren,_ _ verschieben}|{hört,höre} nicht auf|{ende,am ende} {der,des,märz,mai,woche,monat*}|keine {beschwerde,beschwerden,ahnung,sorge,frage,zeit,bestätigung}|{bin,sind} {leider nicht,nicht da,nicht zuhause,nicht zu,erst,nicht vor}|bin nicht {sicher,mehr im,dabei}|{kann,können,konnte} {_ nicht}|haltestelle|will nicht {warten,verpassen}|{nicht,nie} aufhören',
    ),
    objects: list(
      'bestellung*|paket*|kurier*|lieferung*|termin*|reservierung*|artikel|produkt*|rechnung*|größe*|tisch|kurs|karte|tür|klingel|zwiebel*|auftrag|handwerker|fahrer|ware|platz|vertrag|auto',
    ),
    not: list('keinerlei|keinesfalls|nicht|keine|keinen|kein|nichts|nie|niemals|aufhören|hört auf|schluss mit'),
    contact: list(
      'schreib*|schick*|send{en,et}|kontaktier*|anruf*|ruft|rufen|belästig*|stör*|spamm*|zuschick*|zusend*|anschreib*|zutext*|simsen|bombardier*|behellig*|nerv{en,t}',
    ),
    how: phrases(
      'wie {kann,melde,bestelle,komme,werde,kündige,stoppe,lösche,geht,muss,lasse,beende,deaktiviere,stelle,kriege,bekomme,man}|{kann ich,kann man,ist es möglich} _ _ {abmelden,abbestellen,austragen,kündigen,stoppen}|{wo,wohin,womit} {kann,muss,melde,schicke,finde}|{welches,an welche} {wort,nummer}|{muss ich} {stop,stopp}|wenn ich {mich,stop}|was muss ich',
    ),
    keep: list('nur|ok|okay|ausser|außer|gerne|weiterhin|dürfen|behalten|lasst|sind in ordnung|gern|sonst|bleiben'),
  },
  {
    lang: 'nl',
    optOut: list(
      'stop|afmelden|uitschrijven|stoppen|meld mij af|meld me af|schrijf mij uit|schrijf me uit|verwijder mij|verwijderen|geen reclame|geen sms meer|opzeggen|ophouden',
    ),
    ambiguous: list('nee|einde|genoeg|nee bedankt'),
    filler: list('aub|alsjeblieft|alstublieft|bedankt|dank|nu|mij|me|graag|direct|mijn|nummer'),
    optIn: list('start|aanmelden|inschrijven|meld mij aan'),
    yes: list('ja|akkoord|bevestig|ok|prima'),
    help: list('hulp|help|info|wie is dit|wie bent u'),
    stopVerbs: list('stop*|verwijder*|haal*|uitschrij*|afmeld*|schrap*|wis|wissen|beëindig*|hou|houd|trek'),
    mailing: list(
      'sms*|berichten|bericht|reclame|spam*|nummer|lijst|bestand|nieuwsbrief|toestemming|sturen|appen|contact*|aanbiedingen|mailing*|gegevens',
    ),
    requests: phrases(
      'geen berichten meer|geen sms meer|geen reclame|stuur mij geen|stuur me geen|wil geen|wil niet meer|niet meer ontvangen|geen interesse|niet geïnteresseerd|haal mij van|haal me van|schrijf mij uit|schrijf me uit|meld mij af|meld me af|wil me afmelden|wil mij uitschrijven|laat me met rust|laat mij met rust|hou op|houd op|nooit meer|trek mijn toestemming|verwijder mijn|verwijder mij|verwijder me|{geen,nooit,niet} {_ meer} {berichten,sms*,reclame,sturen,ontvangen,appen,bellen,aanbiedingen}|{stuur,stuurt,bel,app} {me,mij,ons} {_ geen,_ niet,niks,nooit}|{haal,verwijder,schrap,schrijf,meld,wis,gooi} {me,mij,mijn,ons,dit}|{wil,willen,wens,hoef} {_ niet,_ geen} {meer,berichten,sms*,ontvangen,reclame,reclames,aanbiedingen}|{wil,wens,zou,graag} {_ uitschrijven,_ afmelden,_ opzeggen,uitgeschreven,afgemeld,verwijderd}|{trek,herroep} {_ toestemming}|{hou,houd} {_ op}|{laat} {me,mij} {_ rust}|{stop,stoppen} {met,a u b,alsjeblieft,nu}|{geen} {interesse,behoefte,zin}|niet {_ geïnteresseerd}|{rot,flikker,sodemieter} op|{ben} {_ zat}|{zat} van',
    ),
    denial: phrases(
      'verkeerd nummer|verkeerde persoon|niet mijn nummer|ben niet de|is overleden|overleden|ken ik niet|{verkeerd,fout} {nummer,persoon}|verkeerde {nummer,persoon}|{dit,is} {is,} {niet,niet meer} {het nummer,zijn nummer,haar nummer,mijn nummer}|{ik ben} {niet} {de,haar,hem,degene}|{overleden,dood}|{woont} {hier niet}|{ken} {ik niet,geen}|{nummer is} {nu,van iemand}|u heeft zich vergist',
    ),
    complaint: phrases(
      'klacht*|klagen|aangifte|advocaat|rechter|acm|autoriteit persoonsgegevens|illegaal|oplichting|oplichters|fraude|hoe komen jullie|hoe komt u aan|waar hebben jullie|nooit toestemming|nooit aangemeld|zonder toestemming|politie|melden bij|{hoe,waar} {komen,komt,heb,hebben,heeft} {jullie,je,u} {_ _ nummer,_ _ gegevens}|wie heeft {jullie,u}|{nooit,geen} {toestemming,aangemeld,ingeschreven}|zonder {mijn toestemming,toestemming}|{dien,ga} {_ klacht,klagen,melden,_ aangifte}|{autoriteit,consumentenbond,politie,rechtszaak,juridisch*,advocaat}|{al,eerder} {_ afgemeld,_ gevraagd}|spamklacht',
    ),
    hostile: phrases('avg|spam|schande|oplicht*|leugen*|hoe vaak {moet,nog}|schandalig|belachelijk|bedrieg*|irritant'),
    optInPhrases: phrases('meld mij aan|meld me aan|wil me aanmelden|wil graag ontvangen|schrijf mij in|per ongeluk afgemeld|weer ontvangen'),
    helpPhrases: phrases(
      'welke {winkel,zaak}|van wie|hoe meld ik|hoe kan ik me|hoe schrijf ik|hoe kan ik stoppen|wie zijn jullie|wie bent u|welk bedrijf|wat is dit|link werkt niet|wat kost {de sms,een sms,dit bericht,antwoorden}|waar kan ik',
    ),
    innocent: phrases(
      'bushalte|annuleer mijn bestelling|bestelling annuleren|afspraak annuleren|afspraak afzeggen|uit mijn bestelling|einde van|niet stoppen|stop niet|geen klachten|in de spam|{annuleren,verzetten,afzeggen,verplaatsen}|{niet,nooit} stoppen|halte|{geen} {klachten,klacht,idee,tijd}|{ik ben} niet {thuis,zeker,aanwezig}|einde {van,week,maand}',
    ),
    objects: list('bestelling*|pakket*|koerier*|bezorg*|levering*|afspraak|reservering*|product*|factuur|maat|tafel|les|deur|bel|uien'),
    not: list('niet|geen|nooit|niks|hou op met|stop met'),
    contact: list('stuur*|sturen|schrijf*|bel|bellen|app{en,t}|contact*|lastig*|spam*|benader*|stuurt|bericht*|sms*|mail{en,}'),
    how: phrases(
      'hoe {kan,meld,schrijf,kom,stop,zeg,moet,werkt,verwijder}|{kan ik,is het mogelijk} _ _ {afmelden,uitschrijven,stoppen}|waar {kan,meld}|{naar welk,welk} {nummer,woord}|{als ik} {me,stop}|wat moet ik',
    ),
    keep: list('alleen|enkel|wel|ok|oké|behalve|prima|mogen|mag|graag'),
  },
];
