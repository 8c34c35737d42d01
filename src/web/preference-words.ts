import type { Channel } from '../law/vocabulary.ts';

/**
 * Everything the unsubscribe and preference pages say, in one language. A host adds a language by giving one of these; a language written from right
 * to left needs nothing more.
 */
export interface PreferenceWords {
  readonly unsubscribeTitle: string;
  readonly unsubscribeIntro: string;
  readonly unsubscribeSubmit: string;
  /** Leads to the preference page. */
  readonly manage: string;
  /** Said of every link, good or not: it must be true of both. */
  readonly stoppedTitle: string;
  readonly stopped: string;
  readonly preferencesTitle: string;
  readonly preferencesIntro: string;
  readonly save: string;
  readonly stopAll: string;
  /** Said of every link, good or not. */
  readonly savedTitle: string;
  readonly saved: string;
  /** The link was cut on its way. */
  readonly incompleteTitle: string;
  readonly incomplete: string;
  readonly unavailableTitle: string;
  readonly unavailable: string;
  readonly tooManyTitle: string;
  readonly tooMany: string;
  /** How people call the channels. */
  readonly channels: Readonly<Record<Channel, string>>;
}

const en: PreferenceWords = {
  unsubscribeTitle: 'Stop these messages',
  unsubscribeIntro: 'Press the button and we will stop writing to you. You need not sign in or give a reason.',
  unsubscribeSubmit: 'Stop messages',
  manage: 'Choose what you get instead',
  stoppedTitle: 'Done',
  stopped: 'If this link came from our message, nothing more of this kind will be sent. Should another message come, reply STOP to it.',
  preferencesTitle: 'What you get from us',
  preferencesIntro: 'Tick what you want and where it should come. Anything without a tick will not be sent.',
  save: 'Save',
  stopAll: 'Stop everything',
  savedTitle: 'Saved',
  saved: 'If this link came from our message, your choice holds from now on.',
  incompleteTitle: 'The link is not complete',
  incomplete: 'Part of the link was lost on the way. Open it from the message again, or reply STOP to the message.',
  unavailableTitle: 'This does not work just now',
  unavailable: 'Nothing was changed. Please try again in a minute, or reply STOP to the message.',
  tooManyTitle: 'Too many attempts',
  tooMany: 'Please wait a minute and open the link from the message again.',
  channels: { sms: 'SMS', whatsapp: 'WhatsApp', telegram: 'Telegram', max: 'MAX', viber: 'Viber', rcs: 'RCS' },
};

const ru: PreferenceWords = {
  unsubscribeTitle: 'Отказаться от сообщений',
  unsubscribeIntro: 'Нажмите кнопку, и мы перестанем вам писать. Входить и объяснять причину не нужно.',
  unsubscribeSubmit: 'Отказаться',
  manage: 'Выбрать, что получать',
  stoppedTitle: 'Готово',
  stopped: 'Если ссылка взята из нашего сообщения, таких сообщений больше не будет. Если всё же придёт ещё одно, ответьте на него СТОП.',
  preferencesTitle: 'Что вы от нас получаете',
  preferencesIntro: 'Отметьте, что вы хотите получать и где. Всё, что не отмечено, отправляться не будет.',
  save: 'Сохранить',
  stopAll: 'Отказаться от всего',
  savedTitle: 'Сохранено',
  saved: 'Если ссылка взята из нашего сообщения, ваш выбор уже действует.',
  incompleteTitle: 'Ссылка неполная',
  incomplete: 'Часть ссылки потерялась. Откройте её из сообщения ещё раз или ответьте на сообщение СТОП.',
  unavailableTitle: 'Сейчас не получается',
  unavailable: 'Ничего не изменилось. Попробуйте через минуту или ответьте на сообщение СТОП.',
  tooManyTitle: 'Слишком много попыток',
  tooMany: 'Подождите минуту и откройте ссылку из сообщения ещё раз.',
  channels: { sms: 'SMS', whatsapp: 'WhatsApp', telegram: 'Telegram', max: 'MAX', viber: 'Viber', rcs: 'RCS' },
};

const kk: PreferenceWords = {
  unsubscribeTitle: 'Хабарламалардан бас тарту',
  unsubscribeIntro: 'Түймені басыңыз, сонда біз сізге жазуды тоқтатамыз. Кірудің немесе себебін айтудың қажеті жоқ.',
  unsubscribeSubmit: 'Бас тарту',
  manage: 'Не алатынымды таңдау',
  stoppedTitle: 'Дайын',
  stopped: 'Егер сілтеме біздің хабарламадан алынса, мұндай хабарламалар енді жіберілмейді. Тағы біреуі келсе, оған СТОП деп жауап беріңіз.',
  preferencesTitle: 'Бізден не аласыз',
  preferencesIntro: 'Нені және қайда алғыңыз келетінін белгілеңіз. Белгіленбегені жіберілмейді.',
  save: 'Сақтау',
  stopAll: 'Барлығынан бас тарту',
  savedTitle: 'Сақталды',
  saved: 'Егер сілтеме біздің хабарламадан алынса, таңдауыңыз қазірден бастап күшінде.',
  incompleteTitle: 'Сілтеме толық емес',
  incomplete: 'Сілтеменің бір бөлігі жоғалған. Оны хабарламадан қайта ашыңыз немесе хабарламаға СТОП деп жауап беріңіз.',
  unavailableTitle: 'Қазір мүмкін болмай тұр',
  unavailable: 'Ештеңе өзгерген жоқ. Бір минуттан кейін қайталаңыз немесе хабарламаға СТОП деп жауап беріңіз.',
  tooManyTitle: 'Тым көп әрекет',
  tooMany: 'Бір минут күтіп, сілтемені хабарламадан қайта ашыңыз.',
  channels: { sms: 'SMS', whatsapp: 'WhatsApp', telegram: 'Telegram', max: 'MAX', viber: 'Viber', rcs: 'RCS' },
};

/** The languages licet ships. The Kazakh texts await a native reader. */
export const preferenceWords: Readonly<Record<'en' | 'ru' | 'kk', PreferenceWords>> = { en, ru, kk };
