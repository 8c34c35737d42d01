import type { Erasure, PersonalCategory } from '../consent/erasure.ts';
import type { LocalText } from '../law/vocabulary.ts';
import { escapeHtml, htmlPage } from './html.ts';

/** Who and where: what the ledger cannot know. */
export interface ErasureActDetails {
  /** The operator: name of the organisation, or of the person. */
  readonly operator: { readonly name: string; readonly address: string };
  /** Whoever processes on the operator's behalf, if anybody. */
  readonly processor?: { readonly name: string; readonly address: string } | undefined;
  /** The person, or other information that relates to one determined person; the ledger's reference when absent. */
  readonly subject?: string | undefined;
  /** Those who destroyed the data; they sign the paper form. */
  readonly destroyedBy: readonly { readonly name: string; readonly position: string }[];
  /** Names of the information systems the data was destroyed in. */
  readonly systems: readonly string[];
  /** Paper or other media destroyed along with it, with the number of sheets of each. */
  readonly media?: readonly { readonly name: string; readonly sheets: number }[] | undefined;
}

/**
 * The act of destruction and the extract of the event log that order 179 of Roskomnadzor (2022-10-28) asks for when data was processed by
 * machine. Both are kept three years. The list of fields comes from secondary sources: have a lawyer compare it with the order.
 */
export interface ErasureAct extends ErasureActDetails {
  readonly subject: string;
  readonly categories: readonly PersonalCategory[];
  readonly method: 'encryption-key-destroyed';
  readonly reason: string;
  readonly destroyedAt: Date;
  /** Last day of the three years. */
  readonly keepUntil: Date;
  readonly log: ErasureLogExtract;
}

/** The extract of the event log. */
export interface ErasureLogExtract {
  readonly subject: string;
  readonly categories: readonly PersonalCategory[];
  readonly systems: readonly string[];
  readonly reason: string;
  readonly destroyedAt: Date;
  /** The ledger's own record of it: id and hash. */
  readonly record: { readonly id: string; readonly hash: string };
}

const KEEP_YEARS = 3;

/** Draws up the act for an erasure. Pure. */
export function erasureAct(erasure: Erasure, details: ErasureActDetails): ErasureAct {
  const { record, categories, destroyedAt } = erasure;
  const subject = details.subject ?? record.subject;
  const reason = record.reason ?? '';
  const keepUntil = new Date(destroyedAt);
  keepUntil.setUTCFullYear(keepUntil.getUTCFullYear() + KEEP_YEARS);
  const log = { subject, categories, systems: details.systems, reason, destroyedAt, record: { id: record.id, hash: record.hash } };
  return { ...details, subject, categories, method: 'encryption-key-destroyed', reason, destroyedAt, keepUntil, log };
}

const categoryWords: Readonly<Record<PersonalCategory, LocalText>> = {
  address: { en: 'phone number or other address', ru: 'номер телефона или иной адрес' },
  note: { en: 'notes about the person', ru: 'примечания о человеке' },
  'source-url': { en: 'page on which consent was given', ru: 'страница, на которой дано согласие' },
  details: {
    en: 'further proof (network address, contract number and the like)',
    ru: 'дополнительные подтверждения (сетевой адрес, номер договора и т. п.)',
  },
};

const words = {
  title: { en: 'Act of destruction of personal data', ru: 'Акт об уничтожении персональных данных' },
  extract: { en: 'Extract of the event log', ru: 'Выгрузка из журнала регистрации событий' },
  operator: { en: 'Operator', ru: 'Оператор' },
  processor: { en: 'Processor on behalf of the operator', ru: 'Лицо, обрабатывающее данные по поручению оператора' },
  subject: { en: 'Person', ru: 'Субъект персональных данных' },
  categories: { en: 'Categories of data destroyed', ru: 'Перечень категорий уничтоженных персональных данных' },
  systems: { en: 'Information system', ru: 'Информационная система персональных данных' },
  media: { en: 'Media destroyed', ru: 'Уничтоженные материальные носители' },
  sheets: { en: 'sheets', ru: 'листов' },
  method: { en: 'Method', ru: 'Способ уничтожения' },
  keyDestroyed: {
    en: 'the key under which the data was encrypted was destroyed; the data cannot be restored',
    ru: 'уничтожен ключ, которым были зашифрованы данные; восстановить данные невозможно',
  },
  reason: { en: 'Reason', ru: 'Причина уничтожения' },
  date: { en: 'Date', ru: 'Дата уничтожения' },
  by: { en: 'Destroyed by', ru: 'Уничтожение провели' },
  signature: { en: 'signature', ru: 'подпись' },
  entry: { en: 'Record in the ledger', ru: 'Запись в журнале' },
  none: { en: 'none', ru: 'нет' },
} satisfies Record<string, LocalText>;

/** The act as a page to print and sign. Self-contained HTML. */
export function erasureActPage(act: ErasureAct, language: keyof LocalText): string {
  const say = (word: keyof typeof words): string => words[word][language];
  const categories = act.categories.map((one) => categoryWords[one][language]).join('; ') || say('none');
  const common: readonly (readonly [string, string])[] = [
    [say('subject'), act.subject],
    [say('categories'), categories],
    [say('systems'), act.systems.join('; ')],
    [say('reason'), act.reason],
    [say('date'), act.destroyedAt.toISOString()],
  ];
  const body = [
    rows([
      [say('operator'), `${act.operator.name}, ${act.operator.address}`],
      [say('processor'), act.processor === undefined ? say('none') : `${act.processor.name}, ${act.processor.address}`],
      ...common,
      [say('media'), act.media?.map((one) => `${one.name}, ${one.sheets} ${say('sheets')}`).join('; ') || say('none')],
      [say('method'), say('keyDestroyed')],
      ...act.destroyedBy.map((one): readonly [string, string] => [say('by'), `${one.position} ${one.name}   ____________ (${say('signature')})`]),
    ]),
    `<h2>${escapeHtml(say('extract'))}</h2>`,
    rows([...common, [say('entry'), `${act.log.record.id}, ${act.log.record.hash}`]]),
  ];
  return htmlPage(language, say('title'), body.join('\n'));
}

function rows(facts: readonly (readonly [string, string])[]): string {
  return `<dl>${facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}
