import type { Confidence, IsoDate, LawEntry } from '../../pack.ts';

/** Mark of a source as the facts give it: primary text, quoted text, provider's guide, secondary note, general knowledge. */
export type SourceMark = 'P' | 'Q' | 'V' | '2' | 'KU';

const confidences: Readonly<Record<SourceMark, Confidence>> = {
  P: 'primary',
  Q: 'quoted',
  V: 'provider',
  '2': 'secondary',
  KU: 'unverified',
};

/** Firmer sources are looked at again less often. */
const reviewDays: Readonly<Record<SourceMark, IsoDate>> = {
  P: '2027-11-23',
  Q: '2027-11-23',
  V: '2027-05-23',
  '2': '2027-05-23',
  KU: '2027-02-23',
};

/** Day the facts behind the packs were last compared with their sources. */
export const factsCheckedOn: IsoDate = '2026-11-23';

/** Start of entries that are older than any message licet is asked about and whose first day the facts do not give. */
export const longAgo: IsoDate = '2000-01-01';

/** What an entry rests on, and since when. `since: null` is a change whose first day is not known yet: never applied. */
export function entry(act: string, article: string, mark: SourceMark, since: IsoDate | null = longAgo, until?: IsoDate): LawEntry {
  return {
    basis: [{ act, article }],
    since,
    ...(until === undefined ? {} : { until }),
    confidence: confidences[mark],
    checkedOn: factsCheckedOn,
    reviewBy: reviewDays[mark],
  };
}
