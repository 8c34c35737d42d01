import type { IsoDate, LawEntry, RuleEntry, Severity } from '../../law/index.ts';
import type { BookEntry, Standing } from './rules-book.ts';

interface RulesWords {
  readonly everywhere: string;
  readonly since: string;
  readonly until: string;
  readonly always: string;
  readonly fine: string;
  readonly confidence: string;
  readonly checked: string;
  readonly review: string;
  readonly only: string;
  readonly settings: string;
  readonly says: string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly nowhere: string;
  readonly clean: string;
  readonly faulty: string;
  readonly begins: string;
  readonly ends: string;
  readonly replaced: string;
  readonly none: string;
  readonly pending: string;
  /** What a change touches in a store. */
  readonly touches: string;
  readonly touchesNone: string;
  readonly campaign: string;
  readonly template: string;
  readonly found: string;
  readonly 'no-longer-found': string;
  readonly concerned: string;
  readonly noBasis: string;
  readonly severity: Readonly<Record<Severity, string>>;
}

/** The two languages of staff. */
export type RulesLanguage = 'en' | 'ru';

/** The words of `licet rules`. */
export const rulesWords: Readonly<Record<RulesLanguage, RulesWords>> = {
  en: {
    everywhere: 'everywhere',
    since: 'since',
    until: 'until',
    always: 'from the beginning',
    fine: 'fine',
    confidence: 'confidence',
    checked: 'checked on',
    review: 'look again by',
    only: 'only',
    settings: 'settings',
    says: 'It says',
    standing: { 'in-force': 'In force', coming: 'Coming', ended: 'Ended', 'date-unknown': 'To come, date unknown' },
    nowhere: 'In force nowhere in the packs asked for.',
    clean: 'Clean',
    faulty: 'Faulty',
    begins: 'begins',
    ends: 'ends',
    replaced: 'changes',
    none: 'Nothing changes in these days.',
    pending: 'Date unknown',
    touches: 'What this touches here',
    touchesNone: 'no running campaign and no template',
    campaign: 'campaign',
    template: 'template',
    found: 'will break it',
    'no-longer-found': 'breaks it no longer',
    concerned: 'is concerned',
    noBasis: 'no act: a custom or a platform’s advice',
    severity: { error: 'error', warn: 'warning', info: 'advice' },
  },
  ru: {
    everywhere: 'везде',
    since: 'с',
    until: 'до',
    always: 'с самого начала',
    fine: 'штраф',
    confidence: 'надёжность',
    checked: 'проверено',
    review: 'проверить снова до',
    only: 'только',
    settings: 'настройки',
    says: 'Что говорит',
    standing: { 'in-force': 'Действует', coming: 'Вступит в силу', ended: 'Утратило силу', 'date-unknown': 'Ожидается, дата неизвестна' },
    nowhere: 'Не действует ни в одном из выбранных пакетов.',
    clean: 'Без замечаний',
    faulty: 'С замечанием',
    begins: 'начинает действовать',
    ends: 'перестаёт действовать',
    replaced: 'меняется',
    none: 'В эти дни ничего не меняется.',
    pending: 'Дата неизвестна',
    touches: 'Что это затрагивает здесь',
    touchesNone: 'ни одной идущей кампании и ни одного шаблона',
    campaign: 'кампания',
    template: 'шаблон',
    found: 'станет нарушать',
    'no-longer-found': 'больше не нарушает',
    concerned: 'затронут',
    noBasis: 'без акта: обычай или совет платформы',
    severity: { error: 'ошибка', warn: 'предупреждение', info: 'совет' },
  },
};

/** Acts and articles, with their addresses when asked for. */
export function basisText(basis: LawEntry['basis'], language: RulesLanguage, withUrl = false): string {
  if (basis.length === 0) return rulesWords[language].noBasis;
  return basis
    .map(({ act, article, url }) => [article === '' ? act : `${act}, ${article}`, ...(withUrl && url ? [`<${url}>`] : [])].join(' '))
    .join('; ');
}

/** `since 2025-09-01`, `since 2024-01-01 until 2026-03-01`. */
export function daysText(since: IsoDate | 'always' | 'unknown', until: IsoDate | undefined, language: RulesLanguage): string {
  const words = rulesWords[language];
  const from = since === 'always' ? words.always : since === 'unknown' ? words.pending.toLowerCase() : `${words.since} ${since}`;
  return until === undefined ? from : `${from} ${words.until} ${until}`;
}

/** What an entry is limited to: kinds, channels, regions. Empty when it concerns everything. */
export function scopeText({ kinds, channels, regions }: Pick<RuleEntry, 'kinds' | 'channels' | 'regions'>): string {
  return [kinds, channels, regions].flatMap((scope) => (scope === undefined ? [] : [scope.join(', ')])).join('; ');
}

/** The places of entries that are otherwise the same: `DE, FR`, or everywhere. */
export function placesText(entries: readonly Pick<BookEntry, 'country' | 'pack'>[], language: RulesLanguage): string {
  return entries.map(({ country, pack }) => country ?? `${rulesWords[language].everywhere} (${pack})`).join(', ');
}
