import type { ReplyLexicon } from '../lexicon.ts';
import { list } from './expand.ts';

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
    yes: list('ja|einverstanden|bestätige|ich bestätige|zustimmen|ok|gerne|ja bitte'),
    help: list('hilfe|info|wer ist das|wer sind sie|infos'),
    stopVerbs: list(
      'lösch*|streich*|abmeld*|austrag*|entfern*|aufhör*|hört|hör|hören|stopp*|beend*|einstell*|widerruf*|abbestell*|unterlass*|nehmt|nehmen|abgemeldet|ausgetragen|kündig*|sperr*|stellt|melden|meldet',
    ),
    mailing: list(
      'sms|nachricht*|werbung|werbe*|nummer|handynummer|verteiler|liste|datenbank|newsletter|einwilligung|spam*|kontakt*|angebot*|daten|zusendung*|schreiben|schicken|zu schicken|simsen|mails|werbenachricht*|rundschreiben|marketing|belästig*|infos',
    ),
    requests: list(
      'keine werbung|keine weiteren|keine sms mehr|keine nachrichten|keine mails mehr|keine angebote mehr|nicht mehr schreiben|nicht mehr anschreiben|nicht mehr schicken|nicht mehr kontaktieren|schreiben sie mir nicht|schreibt mir nicht|schickt mir nichts|schicken sie mir keine|schickt mir keine|schicken sie mir nichts|möchte keine|möchte nicht mehr|will keine|will nicht mehr|will das nicht|wünsche keine|kein interesse|nicht interessiert|kein bedarf|bitte austragen|bitte abmelden|mich austragen|mich abmelden|mich abzumelden|melden sie mich ab|meldet mich ab|melde mich ab|melde mich hiermit ab|tragen sie mich aus|tragt mich aus|nehmen sie mich|nehmt mich|streichen sie mich|streicht mich|löschen sie meine|löscht meine|löschen sie mich|entfernen sie mich|entfernt mich|hören sie auf|hört auf|hört endlich auf|widerrufe|widerspreche|widerspruch gegen|lasst mich in ruhe|lassen sie mich in ruhe|nie wieder|genug von|es reicht|unterlassen sie|verzichte auf|nerv*',
    ),
    denial: list(
      'falsche nummer|falsch verbunden|falscher empfänger|nicht meine nummer|nicht mehr die nummer|bin nicht|ist verstorben|verstorben|gestorben|kenne ich nicht|kenne keine|neuer besitzer|neue besitzer*',
    ),
    complaint: list(
      'beschwer*|anzeige|anzeigen|anwalt|anwält*|rechtsanwalt|bundesnetzagentur|verbraucherzentrale|gericht|klage|verklag*|illegal|rechtswidrig|unerlaubt*|betrug|betrüger*|abzocke|abmahnung|woher haben sie|woher habt ihr|wo haben sie|wer hat ihnen|nie zugestimmt|nie eingewilligt|nicht zugestimmt|nicht eingewilligt|nie angemeldet|ohne einwilligung|ohne meine|ohne zustimmung|polizei|melden sie* der|gelogen|lügen',
    ),
    hostile: list('datenschutz*|dsgvo|spam|belästigung|unverschämt*|frechheit'),
    optInPhrases: list(
      'möchte mich anmelden|will mich anmelden|melden sie mich an|meldet mich an|möchte newsletter|möchte angebote erhalten|möchte wieder|wieder anmelden|versehentlich abgemeldet|aus versehen abgemeldet|tragen sie mich ein|möchte sms erhalten|gerne angebote',
    ),
    helpPhrases: list(
      'wie kann ich mich abmelden|wie melde ich|wie bestelle ich ab|wie kann ich das|wie komme ich|wie kann ich abbestellen|wie kündige|wer sind sie|wer seid ihr|wer ist das|welche firma|was ist das|brauche hilfe|der link|link geht|was kostet|wo kann ich|wo finde|wie funktioniert|können sie mir helfen',
    ),
    innocent: list(
      'ende des monats|ende der woche|am ende|wochenende|bis ende|ende mai|ende juni|feierabend|termin absagen|bestellung stornieren|bestellung löschen|auftrag stornieren|stornieren sie die bestellung|stornieren sie meine bestellung|aus der bestellung|aus dem warenkorb|bei der schule abmelden|kind abmelden|sohn abmelden|tochter abmelden|auto abmelden|nicht abmelden|hört nicht auf|keine beschwerde|meine nummer ist|neue nummer ist|meine neue nummer|bushaltestelle|stoppschild|bin nicht da|bin nicht zu hause|bin nicht zuhause|im spam|spamordner|spam ordner|anzeige in der|keine nachricht bekommen|keine sms bekommen|keine bestätigung',
    ),
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
    requests: list(
      'geen berichten meer|geen sms meer|geen reclame|stuur mij geen|stuur me geen|wil geen|wil niet meer|niet meer ontvangen|geen interesse|niet geïnteresseerd|haal mij van|haal me van|schrijf mij uit|schrijf me uit|meld mij af|meld me af|wil me afmelden|wil mij uitschrijven|laat me met rust|laat mij met rust|hou op|houd op|nooit meer|trek mijn toestemming|verwijder mijn|verwijder mij|verwijder me',
    ),
    denial: list('verkeerd nummer|verkeerde persoon|niet mijn nummer|ben niet de|is overleden|overleden|ken ik niet'),
    complaint: list(
      'klacht*|klagen|aangifte|advocaat|rechter|acm|autoriteit persoonsgegevens|illegaal|oplichting|oplichters|fraude|hoe komen jullie|hoe komt u aan|waar hebben jullie|nooit toestemming|nooit aangemeld|zonder toestemming|politie|melden bij',
    ),
    hostile: list('avg|spam|schande'),
    optInPhrases: list('meld mij aan|meld me aan|wil me aanmelden|wil graag ontvangen|schrijf mij in|per ongeluk afgemeld|weer ontvangen'),
    helpPhrases: list(
      'hoe meld ik|hoe kan ik me|hoe schrijf ik|hoe kan ik stoppen|wie zijn jullie|wie bent u|welk bedrijf|wat is dit|link werkt niet|wat kost|waar kan ik',
    ),
    innocent: list(
      'bushalte|annuleer mijn bestelling|bestelling annuleren|afspraak annuleren|afspraak afzeggen|uit mijn bestelling|einde van|niet stoppen|stop niet|geen klachten|in de spam',
    ),
  },
];
