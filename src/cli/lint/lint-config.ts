import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidOptionsError, type OptionIssue } from '../../errors.ts';
import type { LawPack } from '../../law/index.ts';
import { builtInRules, type LintFacts, loadRules, type Rule, type RuleOverride, type Suppression } from '../../linter/index.ts';

/** A house's own say about linting: the default export of `licet.lint.ts`. */
export interface LintConfig {
  /** Added to the packs licet ships; one with the id of a shipped pack takes its place. */
  readonly packs?: readonly LawPack[] | undefined;
  /** The house's own rules, made with `defineRule`. One that no pack names is in force everywhere, as an error. */
  readonly rules?: readonly Rule[] | undefined;
  /** By rule id: off, another severity, or other settings, merged over the pack's. */
  readonly overrides?: Readonly<Record<string, RuleOverride>> | undefined;
  /** Findings somebody decided to live with. Those that take out nothing are reported. */
  readonly suppressions?: readonly Suppression[] | undefined;
  /** Facts about every message; a message's own win. */
  readonly facts?: LintFacts | undefined;
  /** Values that stand for a person's when template files are linted, by placeholder. @default 12, or an address for links */
  readonly sampleValues?: Readonly<Record<string, string>> | undefined;
}

/**
 * Gives a configuration its type.
 * @example
 * export default defineLintConfig({ rules: [noSlang], overrides: { 'all-caps': 'off' } });
 */
export function defineLintConfig(config: LintConfig): LintConfig {
  return config;
}

const fields: readonly (keyof LintConfig)[] = ['packs', 'rules', 'overrides', 'suppressions', 'facts', 'sampleValues'];
const found = ['licet.lint.ts', 'licet.lint.js'];

/**
 * Reads the configuration at a path, or `licet.lint.ts` in the folder the command runs in; empty when there is none.
 * @throws {InvalidOptionsError} for a file that is missing, cannot be loaded or is no configuration.
 * @throws {UnsoundRuleError} for a rule that disagrees with its own samples.
 */
export async function loadLintConfig(path: string | undefined, packs: readonly LawPack[]): Promise<LintConfig> {
  const file = path === undefined ? await firstFile(found) : resolve(path);
  if (file === undefined) return {};
  const name = path ?? found[0];
  if (!(await isFile(file))) throw new InvalidOptionsError(`The lint configuration "${name}" does not exist.`);
  let loaded: unknown;
  try {
    loaded = (await import(pathToFileURL(file).href)).default;
  } catch (cause) {
    throw new InvalidOptionsError(
      `The lint configuration "${name}" cannot be loaded: ${cause instanceof Error ? cause.message : 'unknown error'}`,
      [],
      {
        cause,
      },
    );
  }
  const config = checkLintConfig(loaded, packs);
  loadRules(config.rules ?? []);
  return config;
}

async function firstFile(names: readonly string[]): Promise<string | undefined> {
  for (const name of names) if (await isFile(resolve(name))) return resolve(name);
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function checkLintConfig(value: unknown, packs: readonly LawPack[]): LintConfig {
  const issues: OptionIssue[] = [];
  const need = (fits: boolean, path: string, expected: string): void => void (fits || issues.push({ path, expected }));
  const config = isRecord(value) ? value : {};
  need(isRecord(value), '', `a default export with some of ${fields.join(', ')}`);
  for (const name of Object.keys(config))
    need(
      fields.some((field) => field === name),
      name,
      `one of ${fields.join(', ')}`,
    );
  const listOf = (name: 'packs' | 'rules' | 'suppressions'): readonly unknown[] => {
    const given = config[name];
    need(given === undefined || Array.isArray(given), name, 'a list');
    return Array.isArray(given) ? given : [];
  };
  const recordOf = (name: 'overrides' | 'facts' | 'sampleValues'): Readonly<Record<string, unknown>> => {
    need(config[name] === undefined || isRecord(config[name]), name, 'an object');
    return isRecord(config[name]) ? config[name] : {};
  };
  for (const [i, pack] of listOf('packs').entries()) need(isRecord(pack) && isText(pack.id) && Array.isArray(pack.rules), `packs.${i}`, 'a law pack');
  const ids = new Set(builtInRules.map(({ id }) => id));
  for (const [i, rule] of listOf('rules').entries()) {
    const fits = isRecord(rule) && isText(rule.id) && typeof rule.check === 'function' && isRecord(rule.examples) && isRecord(rule.messages);
    need(fits, `rules.${i}`, 'a rule made with defineRule');
    if (!fits || !isText(rule.id)) continue;
    need(!ids.has(rule.id), `rules.${i}.id`, `an id that no other rule has; "${rule.id}" is taken`);
    ids.add(rule.id);
  }
  const packRules = [...packs, ...(listOf('packs') as readonly LawPack[])].flatMap((pack) => (isRecord(pack) ? (pack.rules ?? []) : []));
  const known = (id: unknown): boolean => isText(id) && (ids.has(id) || packRules.some(({ rule }) => rule === id));
  for (const [id, override] of Object.entries(recordOf('overrides'))) {
    need(known(id), `overrides.${id}`, 'the id of a rule');
    need(
      isRecord(override) || ['off', 'error', 'warn', 'info'].includes(override as string),
      `overrides.${id}`,
      'off, error, warn, info or { severity?, settings? }',
    );
  }
  recordOf('facts');
  for (const [name, sample] of Object.entries(recordOf('sampleValues'))) need(typeof sample === 'string', `sampleValues.${name}`, 'text');
  for (const [i, one] of listOf('suppressions').entries()) {
    const entry = isRecord(one) ? one : {};
    for (const name of ['rule', 'author', 'reason'] as const) need(isText(entry[name]), `suppressions.${i}.${name}`, 'text');
    need(isText(entry.expires) && /^\d{4}-\d{2}-\d{2}$/u.test(entry.expires), `suppressions.${i}.expires`, 'a day such as 2026-12-31');
  }
  if (issues.length > 0) throw new InvalidOptionsError('The lint configuration cannot be used.', issues);
  return config as LintConfig;
}
