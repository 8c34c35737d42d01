import type { ConsentEventKind, Evidence } from '../consent/record/record.ts';
import type { LocalText } from '../law/vocabulary.ts';
import type { BundleFault, RecordFault } from './verify-bundle.ts';

/** What happened, in words for people. */
export const kindWords: Readonly<Record<ConsentEventKind, LocalText>> = {
  granted: { en: 'Consent given', ru: 'Согласие дано' },
  requested: { en: 'Confirmation requested', ru: 'Запрошено подтверждение' },
  confirmed: { en: 'Consent confirmed', ru: 'Согласие подтверждено' },
  withdrawn: { en: 'Consent withdrawn', ru: 'Согласие отозвано' },
  refreshed: { en: 'Consent renewed', ru: 'Согласие продлено' },
  expired: { en: 'Consent expired', ru: 'Срок согласия истёк' },
  imported: { en: 'Consent imported from elsewhere', ru: 'Согласие перенесено из другого источника' },
  erased: { en: 'Personal data destroyed', ru: 'Персональные данные уничтожены' },
  suppressed: { en: 'Messages stopped', ru: 'Сообщения остановлены' },
  unsuppressed: { en: 'Stop lifted', ru: 'Остановка снята' },
  'challenge-failed': { en: 'Wrong confirmation code', ru: 'Неверный код подтверждения' },
};

/** How it was established. */
export const methodWords: Readonly<Record<Evidence['method'], LocalText>> = {
  'web-form': { en: 'form on a website', ru: 'форма на сайте' },
  paper: { en: 'paper', ru: 'бумажный документ' },
  call: { en: 'phone call', ru: 'телефонный звонок' },
  keyword: { en: 'message with a keyword', ru: 'сообщение с ключевым словом' },
  checkout: { en: 'order', ru: 'оформление заказа' },
  api: { en: 'program interface', ru: 'программный интерфейс' },
  'double-opt-in': { en: 'confirmation on the handset', ru: 'подтверждение с телефона' },
  reply: { en: 'reply to a message', ru: 'ответ на сообщение' },
  link: { en: 'link in a message', ru: 'ссылка из сообщения' },
  staff: { en: 'recorded by staff', ru: 'внесено сотрудником' },
  platform: { en: 'setting on the platform', ru: 'настройка на платформе' },
  provider: { en: 'reported by the provider', ru: 'сообщено провайдером' },
  carrier: { en: 'reported by the operator', ru: 'сообщено оператором связи' },
  import: { en: 'imported claim', ru: 'перенесённое заявление' },
};

/** What is wrong with a record or a bundle. */
export const faultWords: Readonly<Record<RecordFault | BundleFault, LocalText>> = {
  'proof-unreadable': { en: 'its proof cannot be read', ru: 'доказательство не читается' },
  'checkpoint-untrusted': { en: 'its checkpoint is not signed with the trusted key', ru: 'контрольная точка не подписана доверенным ключом' },
  'not-in-ledger': { en: 'the ledger does not hold this text', ru: 'в журнале нет такого текста' },
  'text-unreadable': { en: 'its text cannot be read', ru: 'текст записи не читается' },
  'other-person': { en: 'it is about another person', ru: 'запись о другом человеке' },
  'chain-broken': { en: 'records before it are missing or changed', ru: 'предыдущие записи пропущены или изменены' },
  'personal-unreadable': { en: 'its personal fields do not open with the key given', ru: 'личные поля не открываются приложенным ключом' },
  'notice-missing': { en: 'the text that was shown is missing', ru: 'нет текста, который был показан' },
  malformed: { en: 'this is not a proof bundle', ru: 'это не пакет доказательств' },
  'other-key': { en: 'it names another key than the trusted one', ru: 'указан другой ключ, а не доверенный' },
  'no-records': { en: 'it has no records', ru: 'нет записей' },
  'checkpoints-differ': { en: 'its records are proven in different states', ru: 'записи доказаны для разных состояний журнала' },
  'notice-changed': { en: 'a text is not the one that was shown', ru: 'текст отличается от показанного' },
  'data-key-unreadable': { en: 'the key of the personal fields is unreadable', ru: 'ключ личных полей не читается' },
  'later-checkpoint-untrusted': {
    en: 'the later checkpoint is not signed with the trusted key',
    ru: 'поздняя контрольная точка не подписана доверенным ключом',
  },
  'history-rewritten': { en: 'the ledger was rewritten since', ru: 'журнал с тех пор переписан' },
};
