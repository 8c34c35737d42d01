import { lawBook } from '../../clearance/law-at.ts';
import { type Asking, consentQuestion } from '../../clearance/lawful-ground.ts';
import type { SubjectQuestion } from '../../consent/decide/question.ts';
import type { LawPack } from '../../law/pack.ts';
import type { E164 } from '../../phone/index.ts';
import { possibleZones } from '../../phone/index.ts';
import { localTime } from '../../windows/index.ts';

/** What is asked of the ledger, or why the law asks nothing more. */
export type QuestionByLaw = { readonly question: SubjectQuestion } | { readonly barredBy: 'no-law-pack' | 'channel-barred' };

/**
 * Puts questions as a clearance does: with what the packs in force on the recipient's day ask of a consent. Advertising to a country without a
 * pack, and a channel the law bars, are refused whatever the ledger says.
 */
export function questionsByLaw(packs: readonly LawPack[]): (asking: Asking & { readonly phone: E164 }, at: Date) => QuestionByLaw {
  const lawOf = lawBook(packs, {});
  return (asking, at) => {
    const { phone, country, channel, kind } = asking;
    const law = lawOf({ country, region: undefined, channel, kind, on: latestDay(phone, at) });
    if (kind === 'marketing' && !law.covered) return { barredBy: 'no-law-pack' };
    if (law.barred) return { barredBy: 'channel-barred' };
    return { question: consentQuestion(asking, law, at) };
  };
}

/** The day it is in the latest of the zones the number may be in. */
function latestDay(phone: E164, at: Date): string {
  return (
    possibleZones(phone)
      .map((zone) => localTime(at, zone).day)
      .toSorted()
      .at(-1) ?? at.toISOString().slice(0, 10)
  );
}
