import type { TrainingLanguage, TrainingScope } from '../audit/index.ts';
import { channels, messageKinds } from '../law/index.ts';
import { loadAllPacks } from '../law/packs/all.ts';
import { type CommandIo, readFormat, UsageError } from './command.ts';
import { readCountries, readDay, warnOfReview } from './rules/rules-options.ts';

/** Options of handbook and quiz: whom it is for. */
export const trainingOptions: Readonly<
  Record<'country' | 'channel' | 'kind' | 'on' | 'language' | 'company' | 'output', { readonly type: 'string'; readonly short?: string }>
> = {
  country: { type: 'string', short: 'c' },
  channel: { type: 'string' },
  kind: { type: 'string' },
  on: { type: 'string' },
  language: { type: 'string', short: 'l' },
  company: { type: 'string' },
  output: { type: 'string', short: 'o' },
};

type Given = Readonly<Partial<Record<keyof typeof trainingOptions, string | boolean | undefined>>>;

/** @throws {UsageError} for countries without a pack and words that name no channel or kind. */
export async function readScope(
  given: Given,
  io: CommandIo,
): Promise<TrainingScope & { readonly language: TrainingLanguage; readonly company: string | undefined }> {
  const text = (name: keyof typeof trainingOptions): string | undefined => (typeof given[name] === 'string' ? given[name] : undefined);
  const packs = await loadAllPacks();
  const country = text('country');
  if (country === undefined) throw new UsageError('Say for which countries: --country RU, or --country GB,IE.');
  const countries = readCountries(country, packs);
  const scoped = packs.filter((pack) => pack.country === null || countries.includes(pack.country));
  const on = text('on') === undefined ? io.now().toISOString().slice(0, 10) : readDay(text('on')!, '--on');
  warnOfReview(scoped, on, io);
  return {
    packs: scoped,
    on,
    countries,
    channels: readWords(text('channel'), channels, '--channel'),
    kinds: readWords(text('kind'), messageKinds, '--kind'),
    language: readFormat(text('language'), ['en', 'ru'], 'en', '--language'),
    company: text('company'),
  };
}

function readWords<W extends string>(given: string | undefined, known: readonly W[], option: string): readonly W[] | undefined {
  if (given === undefined) return undefined;
  return given.split(',').map((word) => {
    const found = known.find((one) => one === word.trim().toLowerCase());
    if (found === undefined) throw new UsageError(`${option} takes ${known.join(', ')}; "${word.trim()}" is none of them.`);
    return found;
  });
}

/** @throws {UsageError} for anything but a whole number. */
export function wholeNumber(given: string | undefined, option: string): number | undefined {
  if (given === undefined) return undefined;
  if (!/^-?\d{1,15}$/u.test(given)) throw new UsageError(`${option} takes a whole number; "${given}" is none.`);
  return Number(given);
}
