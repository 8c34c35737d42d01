import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidOptionsError, type OptionIssue } from '../../errors.ts';
import type { LawPack } from '../../law/pack.ts';
import { loadPack, packIds } from '../../law/packs/all.ts';
import { channels, messageKinds } from '../../law/vocabulary.ts';
import type { MessageTemplate, TemplateSet } from '../../template/message-template.ts';
import type { CampaignConfig } from './campaign-config.ts';
import { loadPeer } from './load-peer.ts';

/** A campaign file that was read and checked. */
export interface LoadedConfig {
  readonly config: CampaignConfig;
  /** Folder that its paths are relative to. */
  readonly folder: string;
}

/**
 * Reads a campaign file: a module with a default export, TypeScript or JavaScript.
 * @throws {InvalidOptionsError} naming what is missing and where.
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const file = resolve(path);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile())
    throw new InvalidOptionsError(`The campaign file "${path}" does not exist; give the path of a module whose default export is a campaign.`);
  let loaded: unknown;
  try {
    loaded = (await import(pathToFileURL(file).href)).default;
  } catch (error) {
    throw new InvalidOptionsError(`The campaign file "${path}" cannot be loaded: ${error instanceof Error ? error.message : 'unknown error'}`, [], {
      cause: error,
    });
  }
  return { config: checkConfig(loaded, path), folder: dirname(file) };
}

/** @throws {InvalidOptionsError} for a campaign that lacks something. */
export function checkConfig(value: unknown, path: string): CampaignConfig {
  const issues: OptionIssue[] = [];
  const config = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof value !== 'object' || value === null) issues.push({ path: '', expected: 'a default export that is a campaign' });
  const need = (name: string, fits: boolean, expected: string): void => {
    if (!fits) issues.push({ path: name, expected });
  };
  const filled = (list: unknown): boolean => Array.isArray(list) && list.length > 0;
  need('law', filled(config.law), 'a list of law packs or their ids');
  need('senders', filled(config.senders), 'a list of senders');
  need('channels', typeof config.channels === 'function', 'a function that gives the channel providers');
  need('templates', filled(config.templates), 'a list of template files or templates');
  need('plans', filled(config.plans), 'a list of plans made with definePlan');
  need('audience', typeof config.audience === 'string', 'the path of the audience file');
  const campaign = (typeof config.campaign === 'object' && config.campaign !== null ? config.campaign : {}) as Record<string, unknown>;
  for (const name of ['id', 'template', 'sender', 'purpose', 'plan'])
    need(`campaign.${name}`, typeof campaign[name] === 'string' && campaign[name] !== '', 'text');
  need(
    'campaign.kind',
    messageKinds.some((kind) => kind === campaign.kind),
    `one of ${messageKinds.join(', ')}`,
  );
  need('campaign.validForHours', typeof campaign.validForHours === 'number' && campaign.validForHours > 0, 'a number of hours');
  if (issues.length > 0) throw new InvalidOptionsError(`The campaign in "${path}" cannot be run.`, issues);
  return value as CampaignConfig;
}

/** @throws {InvalidOptionsError} for a pack licet does not ship. */
export async function loadPacks(law: CampaignConfig['law']): Promise<readonly LawPack[]> {
  return Promise.all(
    law.map(async (pack) => {
      if (typeof pack !== 'string') return pack;
      const loaded = await loadPack(pack);
      if (loaded === undefined)
        throw new InvalidOptionsError(`There is no law pack "${pack}".`, [{ path: 'law', expected: `ids among ${packIds.join(', ')}` }]);
      return loaded;
    }),
  );
}

/** @throws {InvalidOptionsError} for a file that is missing or holds no template. */
export async function loadTemplates(templates: CampaignConfig['templates'], folder: string): Promise<TemplateSet> {
  return Promise.all(templates.map(async (entry) => (typeof entry === 'string' ? readTemplate(resolve(folder, entry), entry) : entry)));
}

async function readTemplate(file: string, name: string): Promise<MessageTemplate> {
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InvalidOptionsError(`The template file "${name}" cannot be read.`, [{ path: 'templates', expected: 'a readable YAML or JSON file' }], {
      cause,
    });
  });
  let value: unknown;
  try {
    value = extname(file) === '.json' ? JSON.parse(source) : (await loadPeer('yaml')).parse(source);
  } catch (cause) {
    if (cause instanceof InvalidOptionsError) throw cause;
    throw new InvalidOptionsError(
      `The template file "${name}" is not well-formed: ${cause instanceof Error ? cause.message.split('\n')[0] : ''}`,
      [],
      { cause },
    );
  }
  const issues = templateIssues(value);
  if (issues.length > 0) throw new InvalidOptionsError(`The template file "${name}" holds no template.`, issues);
  return value as MessageTemplate;
}

function templateIssues(value: unknown): readonly OptionIssue[] {
  const issues: OptionIssue[] = [];
  const template = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof template.id !== 'string') issues.push({ path: 'id', expected: 'text' });
  if (!messageKinds.some((kind) => kind === template.kind)) issues.push({ path: 'kind', expected: `one of ${messageKinds.join(', ')}` });
  if (!Array.isArray(template.variants) || template.variants.length === 0) issues.push({ path: 'variants', expected: 'at least one wording' });
  else
    for (const [index, variant] of (template.variants as Record<string, unknown>[]).entries()) {
      if (!channels.some((channel) => channel === variant?.channel))
        issues.push({ path: `variants.${index}.channel`, expected: `one of ${channels.join(', ')}` });
      if (typeof variant?.locale !== 'string') issues.push({ path: `variants.${index}.locale`, expected: 'a language such as ru or en-GB' });
      if (typeof variant?.text !== 'string') issues.push({ path: `variants.${index}.text`, expected: 'text' });
    }
  return issues;
}
