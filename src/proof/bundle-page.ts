import type { LocalText } from '../law/vocabulary.ts';
import type { ProofBundle } from './bundle.ts';
import { htmlPage } from './html.ts';
import { list, recordArticle, verdictLine } from './record-article.ts';
import type { BundleVerdict } from './verify-bundle.ts';
import { faultWords } from './wording.ts';

type Language = keyof LocalText;

const words = {
  title: { en: 'Consent records of one person', ru: 'Записи о согласии одного человека' },
  sound: { en: 'Every record is proven.', ru: 'Каждая запись доказана.' },
  unsound: { en: 'This bundle is not sound.', ru: 'Пакет доказательств не сходится.' },
  ledger: { en: 'Ledger', ru: 'Журнал' },
  size: { en: 'records at the checkpoint', ru: 'записей на контрольную точку' },
  reference: { en: 'Reference of the person', ru: 'Условное обозначение человека' },
  key: { en: 'Key it was checked with', ru: 'Ключ проверки' },
} satisfies Record<string, LocalText>;

/** A page of a bundle and the verdict on it, for people: everything the records say, and what is wrong with them. Self-contained HTML. */
export function bundlePage(bundle: ProofBundle, verdict: BundleVerdict, language: Language): string {
  const say = (word: keyof typeof words): string => words[word][language];
  const faults = verdict.faults.map((fault) => faultWords[fault][language]);
  const head = [
    verdictLine(verdict.ok, verdict.ok ? say('sound') : [say('unsound'), ...faults].join(' ')),
    list([
      [say('ledger'), verdict.checkpoint === null ? '—' : `${verdict.checkpoint.origin}, ${verdict.checkpoint.size} ${say('size')}`],
      [say('reference'), bundle.subject],
      [say('key'), bundle.publicKey],
    ]),
  ];
  const records = verdict.records.map((record) => recordArticle(bundle, record, language));
  return htmlPage(language, say('title'), [...head, ...records].join('\n'));
}
