import type { Lexicon } from './lexicon.ts';

/** Dutch. */
export const dutch: Lexicon = {
  spaced: true,
  offer: [
    '\\d+ ?% korting',
    '\\p{L}*korting\\p{L}*',
    'aanbieding\\p{L}*',
    'uitverkoop',
    'actiecode',
    'kortingscode',
    'gratis',
    'nu voor (?:maar|slechts)',
    'bestel nu',
    'koop nu',
    'sale',
    'profiteer',
    'voordeel',
  ],
  offerReport: ['korting (?:is |werd )?(?:toegepast|verwerkt|verlopen)', 'terugbetal\\p{L}*'],
  optedOut: [
    '(?:u bent|je bent)(?: \\p{L}+){0,2} (?:afgemeld|uitgeschreven|verwijderd)',
    'afmelding (?:is )?(?:bevestigd|verwerkt)',
    '(?:ontvangt|krijgt) geen (?:berichten|sms)',
  ],
  refusal: ['afmeld\\p{L}*', 'uitschrij\\p{L}*', 'geen (?:berichten|sms|reclame) meer', 'opt-?out', 'stoppen'],
  stopWords: ['stop', 'afmelden', 'uitschrijven'],
  reply: ['antwoord', 'stuur', 'sms', 'beantwoord', 'reageer'],
  gambling: ['casino', 'gokken', 'wedden', 'weddenschap\\p{L}*', 'gratis spins', 'roulette', 'poker'],
  deception: ['(?:u hebt|je hebt|u heeft)(?: \\p{L}+){0,4} gewonnen', 'gegarandeerde? (?:winst|rendement|inkomsten)', 'verdubbel (?:uw|je) geld'],
  secret: ['wachtwoord\\p{L}*', 'pincode', 'kaartnummer', 'cvc', 'inloggegevens', 'bankgegevens'],
  ask: ['stuur(?: ons)?', 'bevestig', 'voer', 'geef', 'verifieer', 'antwoord met', 'vul'],
  never: ['nooit', 'niet (?:delen|met anderen)', 'deel [^.!?]{0,30} niet', 'is gewijzigd'],
  password: ['wachtwoord'],
  oneTime: ['eenmalig\\p{L}*', 'verificatie\\p{L}*'],
};
