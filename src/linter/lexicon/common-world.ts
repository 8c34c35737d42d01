/** Words of barred or restricted goods that many languages share; fragments as in a lexicon with spaces. */
const noFlavour =
  '(?! (?:extracts?|vinegars?|flavou?r\\p{L}*|sauces?|glaze[ds]?|colou?r\\p{L}*|glass|glasses|red|lips?|lipstick|nail|dress|velvet|cakes?|pizza|candles?|scent\\p{L}*))';

export const drinks: readonly string[] = [
  `(?:merlot|malbec|cabernet|chardonnay|sauvignon|zinfandel|syrah|shiraz|tempranillo|rioja|chianti|barolo|lambrusco|prosecco|cava|cr[eé]mant|champagne|riesling|pinots?(?: noir| grigio| gris| blanc)?|moscato|gew[uü]rztraminer|gr[uü]ner veltliner|primitivo|montepulciano|valpolicella)${noFlavour}`,
  `(?:negronis?|spritz(?:es)?|aperol|mojitos?|daiquiris?|martinis?|sangr[ií]a|mimosas?|caipirinhas?|pisco|gin-?tonics?|gin ?(?:&|and|y|e|et|und) ?tonic|moscow mules?|old fashioneds?|bellinis?|cosmopolitans?|margaritas?|palomas?|cuba libres?|long islands?|espresso martinis?)${noFlavour}`,
  `(?:whisk(?:e?y|ys)|bourbon|tequilas?|mezcal|grappa|ouzo|raki|rak[ıi]|pastis|calvados|cognac|armagnac|brandy|vodkas?|wodk[aię]|j[aä]germeister|baileys|limoncello|sambuca|absinthe?|schnaps|soju|sake|makgeolli|cacha[cç]a)${noFlavour}`,
  '(?:stouts?|pilsners?|pilsener|lagers?|ipas?|weissbier|hefeweizen|tallboys?|growlers?|kegs?|craft ?beers?|hard (?:seltzers?|ciders?|kombuchas?))(?! (?:shoes?|boots?))',
];
export const smokes: readonly string[] = [
  'vapes?',
  'iqos',
  'heets',
  'terea',
  'glo hyper\\p{L}*',
  'snus',
  'shisha',
  'hookahs?',
  'elf ?bars?',
  'lost mary',
  'zyn(?:s)?',
  'velo pouches',
  'nordic spirit',
  'juul',
  'vuse',
  'hqd',
  'nic(?:otine)? (?:salts?|pouches|shots?)',
];
export const hemp: readonly string[] = [
  'cbd(?! (?:area|district|office|station|location|parking|store in the))',
  'thc[av]?',
  'hhc',
  'delta-?(?:8|9|10)',
  'kratom',
  'kush(?!ions?)',
  'ganja',
];
export const bets: readonly string[] = [
  'free ?(?:bets?|spins)(?! (?:class|bike|session|studio))',
  'blackjack',
  'roulette',
  'baccarat',
  'sports?bets?\\p{L}*',
  'sportsbook',
  'jackpots?(?= (?:slots?|games?|casino|tonight|now at|of [$£€]))',
  '(?:bet|stake|wager) (?:[$£€₹r]|rs\\.? ?|aed ?|zar ?)?\\d+[^.!?]{0,15} (?:get|win)',
  'parlays?',
  '(?:online )?casinos?',
  'slots? (?:online|bonus|spins?)',
  'mega moolah',
  'aviator game',
];
export const coins: readonly string[] = [
  'bitcoins?',
  'btc',
  'usdt',
  'nfts?',
  'ethereum',
  'memecoins?',
  'forex',
  'altcoins?',
  'airdrops?',
  'web3 wallet',
  'copy ?trading',
  'dogecoin',
  'binance',
];
