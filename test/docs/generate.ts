import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './pages.ts';
import { docsFolder, readPage } from './read-docs.ts';

/** Writes the generated pages of `docs/`; hand-written parts stay. Run by `npm run docs`. */
for (const [path, text] of await generatedPages(readPage)) {
  if (readPage(path) === text) continue;
  mkdirSync(dirname(join(docsFolder, path)), { recursive: true });
  writeFileSync(join(docsFolder, path), text);
}
