import { readFileSync } from 'node:fs';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { builtInRules } from '../../src/linter/built-in-rules.ts';
import { templateRules } from '../../src/linter/template/registry.ts';
import { errorPage } from './error-page.ts';
import { documentedPorts, portPage } from './port-pages.ts';
import { documentedProviders } from './provider-list.ts';
import { providerIndex, providerPage, providerPath } from './provider-pages.ts';
import { messageRulePage, ruleIndex, templateRulePage } from './rule-pages.ts';

/** What a page says now, `undefined` when there is none. */
export type ReadPage = (path: string) => string | undefined;

/** Every generated page under `docs/`, by path, with the hand-written parts of the pages that stand there. */
export async function generatedPages(read: ReadPage): Promise<ReadonlyMap<string, string>> {
  const packs = await loadAllPacks();
  const pages = new Map<string, string>();
  for (const rule of builtInRules) pages.set(`rules/${rule.id}.md`, messageRulePage(rule, packs, read(`rules/${rule.id}.md`)));
  for (const rule of templateRules) pages.set(`rules/${rule.id}.md`, templateRulePage(rule, read(`rules/${rule.id}.md`)));
  pages.set('rules/README.md', ruleIndex(builtInRules, templateRules));
  for (const one of documentedProviders) pages.set(providerPath(one), providerPage(one, read(providerPath(one))));
  pages.set('providers/README.md', providerIndex(documentedProviders, readFileSync('examples/pooled-fetch.ts', 'utf8')));
  for (const port of documentedPorts) pages.set(port.path, portPage(port, read(port.path)));
  pages.set('errors.md', errorPage(read('errors.md')));
  return pages;
}
