import { arabic } from './ar-world.ts';
import { hebrew, indonesian, thai, vietnamese } from './asian-world.ts';
import { armenian, azerbaijani, belarusian, georgian, kyrgyz, tajik } from './caucasus-world.ts';
import { bulgarian, greek, hungarian, romanian, serbian } from './central-world.ts';
import { german } from './de-world.ts';
import { english } from './en-world.ts';
import { spanish } from './es-world.ts';
import { french } from './fr-world.ts';
import { hindi } from './hi-world.ts';
import { italian } from './it-world.ts';
import { japanese } from './ja-world.ts';
import { kazakh } from './kk-world.ts';
import { korean } from './ko-world.ts';
import type { Lexicon } from './lexicon.ts';
import { dutch } from './nl-world.ts';
import { baltic, danish, finnish, swedish } from './nordic-world.ts';
import { polish } from './pl-world.ts';
import { portuguese } from './pt-world.ts';
import { russianAbroad } from './ru-world.ts';
import { type TopicIndex, topicIndex } from './topics.ts';
import { turkish } from './tr-world.ts';
import { czech, ukrainian } from './uk-cs-world.ts';
import { uzbek } from './uz-world.ts';
import { chinese } from './zh-world.ts';

/** Lexicons by language code. */
export const worldLexicons: Readonly<Record<string, Lexicon>> = {
  ar: arabic,
  az: azerbaijani,
  be: belarusian,
  bg: bulgarian,
  cs: czech,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  et: baltic,
  fi: finnish,
  fr: french,
  he: hebrew,
  hi: hindi,
  hr: serbian,
  hu: hungarian,
  hy: armenian,
  id: indonesian,
  it: italian,
  ja: japanese,
  ka: georgian,
  kk: kazakh,
  ko: korean,
  ky: kyrgyz,
  lt: baltic,
  lv: baltic,
  ms: indonesian,
  nb: danish,
  nl: dutch,
  no: danish,
  pl: polish,
  pt: portuguese,
  ro: romanian,
  ru: russianAbroad,
  sr: serbian,
  sv: swedish,
  tg: tajik,
  th: thai,
  tr: turkish,
  uk: ukrainian,
  uz: uzbek,
  vi: vietnamese,
  zh: chinese,
};

/** All wordings by topic. */
export const topics: TopicIndex = topicIndex(worldLexicons);

const everyLanguage: readonly string[] = Object.keys(worldLexicons);

/** Languages of a rule entry; all when the pack names none. */
export function languagesOf(settings: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(settings.languages) ? (settings.languages as string[]) : everyLanguage;
}
