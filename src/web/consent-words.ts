/** Everything the consent pages say, in one language. A host adds a language by giving one of these. */
export interface ConsentWords {
  readonly title: string;
  readonly intro: string;
  readonly phone: string;
  readonly phoneHint: string;
  /** Heads the boxes. */
  readonly choices: string;
  readonly submit: string;
  /** Stands after a box without which nothing can be recorded. */
  readonly required: string;
  /** Heads the list of what is to be put right. */
  readonly errors: string;
  readonly phoneWrong: string;
  readonly phoneForeign: string;
  readonly nothingTicked: string;
  readonly requiredMissing: string;
  /** The page was open too long, or its texts have changed since. */
  readonly stale: string;
  readonly tooMany: string;
  readonly unavailable: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  readonly sentTitle: string;
  readonly sent: string;
  readonly confirmTitle: string;
  readonly confirmIntro: string;
  readonly confirmSubmit: string;
  readonly codeTitle: string;
  readonly codeIntro: string;
  readonly code: string;
  readonly codeWrong: string;
  readonly confirmedTitle: string;
  readonly confirmed: string;
  /** One text for every link that cannot be used, whatever the reason. */
  readonly invalidTitle: string;
  readonly invalid: string;
}

const en: ConsentWords = {
  title: 'Messages from us',
  intro: 'Tick what you agree to. Each box stands for itself, and you can change your mind at any time.',
  phone: 'Your mobile number',
  phoneHint: 'With the country code, for example +44 7700 900123',
  choices: 'What you agree to',
  submit: 'Agree',
  required: '(needed for the rest)',
  errors: 'Please put this right:',
  phoneWrong: 'This is not a mobile number.',
  phoneForeign: 'Numbers of this country are not accepted here.',
  nothingTicked: 'Nothing is ticked, so nothing was recorded.',
  requiredMissing: 'Without this consent the others cannot be recorded.',
  stale: 'This page was open for too long or has changed. Please read it again and tick what you agree to.',
  tooMany: 'Too many messages were asked for with this number. Please try again in an hour.',
  unavailable: 'This does not work just now. Nothing was recorded; please try again later.',
  thanksTitle: 'Thank you',
  thanks: 'Your choice is recorded.',
  sentTitle: 'Look at your phone',
  sent: 'We have sent you a link. Your consent counts once you have confirmed it there.',
  confirmTitle: 'Confirm your consent',
  confirmIntro: 'Press the button to confirm what you ticked. If that was not you, close this page.',
  confirmSubmit: 'Confirm',
  codeTitle: 'Enter the code',
  codeIntro: 'We have sent a code to your number. Your consent counts once you have entered it.',
  code: 'Code from the message',
  codeWrong: 'This is not the code we sent.',
  confirmedTitle: 'Confirmed',
  confirmed: 'Thank you. Your consent is confirmed; you can take it back at any time.',
  invalidTitle: 'This link is no longer valid',
  invalid: 'It may have expired or been replaced. Please fill in the form again.',
};

const ru: ConsentWords = {
  title: 'Сообщения от нас',
  intro: 'Отметьте, с чем вы согласны. Каждая отметка действует отдельно; передумать можно в любой момент.',
  phone: 'Номер мобильного телефона',
  phoneHint: 'Например, +7 900 000-00-00',
  choices: 'С чем вы согласны',
  submit: 'Согласен',
  required: '(необходимо для остального)',
  errors: 'Пожалуйста, исправьте:',
  phoneWrong: 'Это не номер мобильного телефона.',
  phoneForeign: 'Номера этой страны здесь не принимаются.',
  nothingTicked: 'Ничего не отмечено, поэтому ничего не записано.',
  requiredMissing: 'Без этого согласия нельзя записать остальные.',
  stale: 'Страница была открыта слишком долго или изменилась. Прочитайте её ещё раз и отметьте, с чем согласны.',
  tooMany: 'На этот номер запрошено слишком много сообщений. Попробуйте через час.',
  unavailable: 'Сейчас не получается. Ничего не записано; попробуйте позже.',
  thanksTitle: 'Спасибо',
  thanks: 'Ваш выбор записан.',
  sentTitle: 'Посмотрите на телефон',
  sent: 'Мы отправили вам ссылку. Согласие начнёт действовать, когда вы подтвердите его.',
  confirmTitle: 'Подтвердите согласие',
  confirmIntro: 'Нажмите кнопку, чтобы подтвердить отмеченное. Если отмечали не вы, закройте страницу.',
  confirmSubmit: 'Подтвердить',
  codeTitle: 'Введите код',
  codeIntro: 'Мы отправили код на ваш номер. Согласие начнёт действовать, когда вы его введёте.',
  code: 'Код из сообщения',
  codeWrong: 'Это не тот код, который мы отправили.',
  confirmedTitle: 'Подтверждено',
  confirmed: 'Спасибо. Согласие подтверждено; отозвать его можно в любой момент.',
  invalidTitle: 'Ссылка больше не действует',
  invalid: 'Возможно, срок истёк или ссылка заменена. Заполните форму ещё раз.',
};

const kk: ConsentWords = {
  title: 'Біздің хабарламалар',
  intro: 'Келісетініңізді белгілеңіз. Әр белгі жеке әрекет етеді; шешіміңізді кез келген уақытта өзгерте аласыз.',
  phone: 'Ұялы телефон нөмірі',
  phoneHint: 'Ел кодымен бірге, мысалы +7 700 000 00 00',
  choices: 'Неге келісесіз',
  submit: 'Келісемін',
  required: '(қалғандары үшін қажет)',
  errors: 'Мынаны түзетіңіз:',
  phoneWrong: 'Бұл ұялы телефон нөмірі емес.',
  phoneForeign: 'Бұл елдің нөмірлері мұнда қабылданбайды.',
  nothingTicked: 'Ештеңе белгіленбеді, сондықтан ештеңе жазылмады.',
  requiredMissing: 'Бұл келісімсіз қалғандарын жазу мүмкін емес.',
  stale: 'Бет тым ұзақ ашық тұрды немесе өзгерді. Қайта оқып, келісетініңізді белгілеңіз.',
  tooMany: 'Бұл нөмірге тым көп хабарлама сұралды. Бір сағаттан кейін қайталап көріңіз.',
  unavailable: 'Қазір мүмкін болмай тұр. Ештеңе жазылмады; кейінірек қайталап көріңіз.',
  thanksTitle: 'Рақмет',
  thanks: 'Таңдауыңыз жазылды.',
  sentTitle: 'Телефоныңызды қараңыз',
  sent: 'Сізге сілтеме жібердік. Келісім сіз оны растағаннан кейін күшіне енеді.',
  confirmTitle: 'Келісімді растаңыз',
  confirmIntro: 'Белгілегеніңізді растау үшін түймені басыңыз. Егер белгілеген сіз болмасаңыз, бетті жабыңыз.',
  confirmSubmit: 'Растау',
  codeTitle: 'Кодты енгізіңіз',
  codeIntro: 'Нөміріңізге код жібердік. Келісім сіз оны енгізгеннен кейін күшіне енеді.',
  code: 'Хабарламадағы код',
  codeWrong: 'Бұл біз жіберген код емес.',
  confirmedTitle: 'Расталды',
  confirmed: 'Рақмет. Келісім расталды; оны кез келген уақытта кері қайтара аласыз.',
  invalidTitle: 'Сілтеме енді жарамсыз',
  invalid: 'Мерзімі өткен немесе ауыстырылған болуы мүмкін. Форманы қайта толтырыңыз.',
};

/** The languages licet ships. The Kazakh texts await a native reader. */
export const consentWords: Readonly<Record<'en' | 'ru' | 'kk', ConsentWords>> = { en, ru, kk };
