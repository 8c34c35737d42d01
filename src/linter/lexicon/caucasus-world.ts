import type { Lexicon } from './lexicon.ts';

/** Armenian. */
export const armenian: Lexicon = {
  spaced: true,
  offer: ['- ?\\d+ ?%', 'զեղչ\\p{L}*', 'ակցիա\\p{L}*', 'նվեր\\p{L}*', 'անվճար (?:առաքում|սուրճ)\\p{L}*', 'միայն այսօր', 'պրոմո ?կոդ\\p{L}*'],
  optedOut: ['դուք (?:հրաժարվել|ապաբաժանորդագրվ)\\p{L}*'],
  refusal: ['հրաժարվ\\p{L}*', 'չստանալ\\p{L}*'],
  stopWords: ['stop', 'ոչ', 'ստոպ'],
  reply: ['պատասխան\\p{L}*', 'ուղարկ\\p{L}*', 'sms'],
  tobacco: ['ծխախոտ\\p{L}*'],
  gambling: ['կազինո\\p{L}*', 'խաղադրույք\\p{L}*'],
  deception: ['դուք շահել եք', 'երաշխավորված (?:եկամուտ|շահույթ)\\p{L}*'],
  secret: ['գաղտնաբառ\\p{L}*', 'քարտի համար\\p{L}*'],
  ask: ['մուտքագրեք', 'ուղարկեք', 'հաստատեք'],
  never: ['երբեք', 'մի տ\\p{L}+', 'մի հ\\p{L}+'],
  password: ['գաղտնաբառ\\p{L}*'],
  oneTime: ['մեկանգամյա'],
};

/** Georgian. */
export const georgian: Lexicon = {
  spaced: true,
  offer: ['- ?\\d+ ?%', 'ფასდაკლებ\\p{L}*', 'აქცი\\p{L}*', 'საჩუქ\\p{L}*', 'უფასო (?:მიწოდება|ყავა)\\p{L}*', 'მხოლოდ დღეს', 'პრომო ?კოდ\\p{L}*'],
  optedOut: ['გამოწერა გაუქმებ\\p{L}*', 'აღარ მიიღებთ'],
  refusal: ['გაუქმებ\\p{L}*', 'უარი\\p{L}*', 'გამოწერ\\p{L}*'],
  stopWords: ['stop', 'არა', 'სტოპ', 'no'],
  reply: ['უპასუხ\\p{L}*', 'გამოაგზავნ\\p{L}*', 'sms'],
  tobacco: ['თამბაქო\\p{L}*', 'სიგარეტ\\p{L}*'],
  gambling: ['კაზინო\\p{L}*', 'ფსონ\\p{L}*', 'ტოტალიზატორ\\p{L}*'],
  deception: ['თქვენ მოიგეთ', 'გარანტირებული (?:მოგება|შემოსავალი)\\p{L}*'],
  secret: ['პაროლ\\p{L}*', 'ბარათის ნომ\\p{L}*'],
  ask: ['შეიყვანეთ', 'გამოგვიგზავნეთ', 'დაადასტურეთ'],
  never: ['არასოდეს', 'არავის'],
  password: ['პაროლი'],
  oneTime: ['ერთჯერადი'],
};

/** Kyrgyz. */
export const kyrgyz: Lexicon = {
  spaced: true,
  offer: ['- ?\\d+ ?%', 'арзандат\\p{L}*', 'акци[яа]\\p{L}*', 'белек\\p{L}*', 'бекер (?:жеткирүү|кофе)\\p{L}*', 'бүгүн гана', 'промокод\\p{L}*'],
  optedOut: ['жазылуудан чыг\\p{L}*'],
  refusal: ['баш тарт\\p{L}*', 'өчүр\\p{L}*'],
  stopWords: ['стоп', 'stop', 'жок'],
  reply: ['жооп\\p{L}*', 'жөнөт\\p{L}*', 'sms', 'смс'],
  gambling: ['казино\\p{L}*', 'ставка\\p{L}*'],
  deception: ['сиз утту\\p{L}*', 'кепилденген киреше'],
  secret: ['сырсөз\\p{L}*', 'картанын номер\\p{L}*'],
  ask: ['жазыңыз', 'жөнөтүңүз', 'ырастаңыз'],
  never: ['эч кимге', 'эч качан'],
  password: ['сырсөз'],
  oneTime: ['бир жолку'],
};

/** Tajik. */
export const tajik: Lexicon = {
  spaced: true,
  offer: ['- ?\\d+ ?%', 'тахфиф\\p{L}*', 'аксия\\p{L}*', 'тӯҳфа\\p{L}*', 'туҳфа\\p{L}*', 'танҳо имрӯз', 'промокод\\p{L}*', 'арзон\\p{L}*'],
  optedOut: ['обуна (?:бекор|қатъ) шуд'],
  refusal: ['рад кардан\\p{L}*', 'қатъ\\p{L}*', 'бекор\\p{L}*'],
  stopWords: ['стоп', 'stop', 'не'],
  reply: ['ҷавоб\\p{L}*', 'фирист\\p{L}*', 'sms', 'смс'],
  gambling: ['казино\\p{L}*', 'қимор\\p{L}*'],
  deception: ['шумо (?:\\p{L}+ )?бурд\\p{L}*', 'даромади кафолат\\p{L}*'],
  secret: ['рамз\\p{L}*', 'парол\\p{L}*', 'рақами корт\\p{L}*'],
  ask: ['ворид кунед', 'фиристед', 'тасдиқ кунед'],
  never: ['ҳеҷ гоҳ', 'ба касе'],
  password: ['парол'],
  oneTime: ['якдафъаина'],
};

/** Azerbaijani. */
export const azerbaijani: Lexicon = {
  spaced: true,
  offer: [
    '- ?\\d+ ?%',
    '\\d+ ?% endirim\\p{L}*',
    'endirim\\p{L}*',
    'kampaniya\\p{L}*',
    'hədiyyə\\p{L}*',
    'hediyye\\p{L}*',
    'pulsuz (?:çatdırılma|qəhvə)\\p{L}*',
    'yalnız bu gün',
    'promokod\\p{L}*',
    'ucuz\\p{L}*',
    'indi (?:al|sifariş)\\p{L}*',
  ],
  optedOut: ['siyahıdan çıxarıl\\p{L}*', 'abunəlik (?:ləğv|dayandır)\\p{L}*'],
  refusal: ['imtina\\p{L}*', 'ləğv\\p{L}*', 'abunəlikdən çıx\\p{L}*'],
  stopWords: ['stop', 'imtina', 'yox', 'dayan'],
  reply: ['cavab\\p{L}*', 'göndər\\p{L}*', 'sms'],
  tobacco: ['siqaret\\p{L}*', 'qəlyan\\p{L}*', 'tütün\\p{L}*'],
  gambling: ['kazino\\p{L}*', 'mərc\\p{L}*'],
  deception: ['siz (?:\\p{L}+ )?(?:uddunuz|qazandınız)', 'zəmanətli (?:gəlir|qazanc)'],
  secret: ['şifrə\\p{L}*', 'parol\\p{L}*', 'kart nömrə\\p{L}*'],
  ask: ['daxil edin', 'göndərin', 'təsdiqləyin'],
  never: ['heç kim\\p{L}*', 'heç vaxt'],
  password: ['şifrə\\p{L}*', 'parol'],
  oneTime: ['birdəfəlik'],
};

/** Belarusian. */
export const belarusian: Lexicon = {
  spaced: true,
  offer: [
    '- ?\\d+ ?%',
    'зніжк\\p{L}*',
    'скідк\\p{L}*',
    'акцы[яію]\\p{L}*',
    'распродаж\\p{L}*',
    'падарун\\p{L}*',
    'бясплатн\\p{L}* (?:дастаўк|кав)\\p{L}*',
    'толькі сёння',
    'прамакод\\p{L}*',
    'танней',
  ],
  offerReport: ['зніжк\\p{L}* (?:улічан|ужыт|скасаван)\\p{L}*', 'вяртанн\\p{L}*'],
  optedOut: ['вы адпіса\\p{L}*', 'больш не (?:будзем|атрымаеце)'],
  refusal: ['адпіс\\p{L}*', 'адмов\\p{L}*', 'адмаў\\p{L}*'],
  stopWords: ['стоп', 'stop', 'не'],
  reply: ['адкаж\\p{L}*', 'дашліце', 'напішыце', 'смс', 'sms'],
  tobacco: ['тытун\\p{L}*', 'цыгарэт\\p{L}*', 'кальян\\p{L}*'],
  alcohol: ['піва', 'віно', 'гарэлк\\p{L}*'],
  gambling: ['казіно\\p{L}*', 'стаўк\\p{L}* на', 'букмекер\\p{L}*'],
  deception: ['вы выйгралі', 'гарантаван\\p{L}* (?:даход|прыбытак)'],
  secret: ['парол\\p{L}*', 'нумар карткі', 'пін-?код\\p{L}*'],
  ask: ['увядзіце', 'дашліце', 'пацвердзіце', 'паведаміце'],
  never: ['нікому', 'ніколі'],
  password: ['пароль'],
  oneTime: ['аднаразов\\p{L}*'],
};
