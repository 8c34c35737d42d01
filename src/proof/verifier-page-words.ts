import type { LocalText } from '../law/vocabulary.ts';

type PageWord =
  | 'title'
  | 'about'
  | 'key'
  | 'keyHint'
  | 'file'
  | 'notJson'
  | 'old'
  | 'sound'
  | 'unsound'
  | 'record'
  | 'acted'
  | 'recorded'
  | 'sender'
  | 'channels'
  | 'purposes'
  | 'how'
  | 'reason'
  | 'address'
  | 'note'
  | 'sourceUrl'
  | 'shown'
  | 'all';

/** What the verifier page says. */
export const pageWords: Readonly<Record<PageWord, LocalText>> = {
  title: { en: 'Check a proof bundle', ru: 'Проверка пакета доказательств' },
  about: {
    en: 'Everything is checked in this browser. Nothing is sent anywhere; the page works without a network.',
    ru: 'Всё проверяется в этом браузере. Ничего никуда не отправляется; страница работает без сети.',
  },
  key: { en: 'Public key of the ledger (name+id+base64)', ru: 'Открытый ключ журнала (имя+номер+base64)' },
  keyHint: {
    en: 'Take it from a place you trust, such as the sender’s website. A key that came with the bundle shows only that the two fit together.',
    ru: 'Возьмите его из источника, которому доверяете, например с сайта отправителя. Ключ, пришедший вместе с пакетом, показывает лишь, что они подходят друг к другу.',
  },
  file: { en: 'Choose the bundle, or drop it on this page', ru: 'Выберите пакет или перетащите его на эту страницу' },
  notJson: { en: 'This file is not a proof bundle.', ru: 'Этот файл не является пакетом доказательств.' },
  old: {
    en: 'This browser cannot check Ed25519 signatures. Use a newer one, or verify.mjs.',
    ru: 'Этот браузер не умеет проверять подписи Ed25519. Возьмите более новый или файл verify.mjs.',
  },
  sound: { en: 'The bundle is sound: every record is proven.', ru: 'Пакет сходится: каждая запись доказана.' },
  unsound: { en: 'The bundle is NOT sound.', ru: 'Пакет НЕ сходится.' },
  record: { en: 'Record', ru: 'Запись' },
  acted: { en: 'When the person acted', ru: 'Когда совершено действие' },
  recorded: { en: 'Recorded', ru: 'Записано' },
  sender: { en: 'Sender', ru: 'Отправитель' },
  channels: { en: 'Channels', ru: 'Каналы' },
  purposes: { en: 'Purposes', ru: 'Цели' },
  how: { en: 'Established by', ru: 'Как установлено' },
  reason: { en: 'Reason', ru: 'Причина' },
  address: { en: 'Address', ru: 'Адрес' },
  note: { en: 'Note', ru: 'Примечание' },
  sourceUrl: { en: 'Source', ru: 'Источник' },
  shown: { en: 'Text that was shown', ru: 'Показанный текст' },
  all: { en: 'all', ru: 'все' },
};

/** The verifier's own sentences in Russian. A sentence that is missing here is shown as it is; a test keeps the list whole. */
export const faultsInRussian: Readonly<Record<string, string>> = {
  'not canonical base64': 'запись base64 не каноническая',
  'the key is not of the form name+id+base64': 'ключ не в форме имя+номер+base64',
  'the key is not an Ed25519 key': 'это не ключ Ed25519',
  'the id of the key does not fit it': 'номер ключа не соответствует ключу',
  'the checkpoint is not a signed note': 'контрольная точка не в форме подписанной заметки',
  'the checkpoint has a line that is no signature': 'в контрольной точке есть строка, которая не является подписью',
  'the signature of the checkpoint is false': 'подпись контрольной точки неверна',
  'the checkpoint is not signed with this key': 'контрольная точка не подписана этим ключом',
  'the checkpoint is of another ledger': 'контрольная точка из другого журнала',
  'the path is too long': 'путь доказательства слишком длинный',
  'the path is too short': 'путь доказательства слишком короткий',
  'the proof is not a tlog-proof': 'доказательство не в форме tlog-proof',
  'the proof has no index': 'в доказательстве нет номера записи',
  'the record is not in the ledger': 'записи нет в журнале',
  'the record is of an unknown version': 'запись неизвестной версии',
  'the record is of another person': 'запись о другом человеке',
  "the person's records are not complete or not in order": 'записи человека неполны или идут не по порядку',
  'the text that was shown is missing': 'нет текста, который был показан',
  'the personal fields do not open with the key given': 'личные поля не открываются приложенным ключом',
  'the bundle is of another key': 'пакет относится к другому ключу',
  'the bundle has no records': 'в пакете нет записей',
  'the records are proven in different states': 'записи доказаны для разных состояний журнала',
  'a text was changed': 'текст изменён',
  'a text is named by no record': 'текст не упомянут ни в одной записи',
  'the later state is the smaller one': 'позднее состояние меньше раннего',
  'the ledger was rewritten since': 'журнал с тех пор переписан',
  'this is not a proof bundle': 'это не пакет доказательств',
  'a record has unknown members': 'в записи есть лишние поля',
  'a text has unknown members': 'в тексте есть лишние поля',
  'the later state has unknown members': 'в позднем состоянии есть лишние поля',
};
