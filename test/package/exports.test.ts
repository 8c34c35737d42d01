import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The values every subpath exports: a name that comes or goes is a change a host notices, and belongs into the changelog. */
describe('the public names', () => {
  const entries = [
    'src/index.ts',
    ...globSync('src/*/index.ts'),
    ...globSync('src/channels/*/index.ts'),
    ...globSync('src/drivers/*/index.ts'),
  ].toSorted();

  it('are those of the snapshot', async () => {
    const names: Record<string, readonly string[]> = {};
    for (const entry of entries) names[entry] = Object.keys((await import(pathToFileURL(entry).href)) as object).toSorted();
    expect(entries.length).toBeGreaterThan(40);
    expect(names).toMatchSnapshot();
  });
});
