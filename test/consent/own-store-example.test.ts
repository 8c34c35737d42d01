import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consentStoreContract } from '../../src/testing/consent-store-contract.ts';

const file = 'examples/own-consent-store.ts';
const source = readFileSync(file, 'utf8');
const page = readFileSync('docs/ports/consent-store.md', 'utf8');
const region = (name: string): string => new RegExp(`// #region ${name}\\n([\\s\\S]*?)// #endregion`, 'u').exec(source)?.[1] ?? '';

describe('the consent store of one’s own', () => {
  it('passes the whole contract and prints what its last comment says', () => {
    const printed = execFileSync(process.execPath, ['--import', './test/package/source-imports.ts', file], { encoding: 'utf8' });
    const promised = source
      .trimEnd()
      .split('\n\n')
      .at(-1)!
      .replaceAll(/^\/\/ /gmu, '');
    expect(promised).toContain(`${consentStoreContract.cases.length} of ${consentStoreContract.cases.length} contract cases hold`);
    expect(printed.trimEnd()).toBe(promised);
  });

  it('stands on its page as it is in the file, with every case of the contract', () => {
    for (const name of ['table', 'store']) {
      expect(region(name).length).toBeGreaterThan(200);
      expect(page).toContain(`\`\`\`ts\n${region(name)}\`\`\``);
    }
    for (const { name } of consentStoreContract.cases) expect(page, name).toContain(name);
  });
});
