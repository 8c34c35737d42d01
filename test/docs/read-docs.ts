import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const docsFolder: string = fileURLToPath(new URL('../../docs/', import.meta.url));

/** Text of a page by its path under `docs/`; `undefined` when there is none. */
export function readPage(path: string): string | undefined {
  return existsSync(`${docsFolder}${path}`) ? readFileSync(`${docsFolder}${path}`, 'utf8') : undefined;
}

/** Paths of all pages under `docs/`, in alphabetical order. */
export function pagePaths(): readonly string[] {
  return globSync('**/*.md', { cwd: docsFolder }).toSorted();
}
