import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { channelProviderContract } from '../../src/testing/channel-provider-contract.ts';

const file = 'examples/own-provider.ts';

describe('the provider of one’s own', () => {
  it('passes the whole contract and prints what its last comment says', () => {
    const source = readFileSync(file, 'utf8');
    const printed = execFileSync(process.execPath, ['--import', './test/package/source-imports.ts', file], { encoding: 'utf8' });
    const promised = source.trimEnd().split('\n').at(-1)!.replace('// ', '');
    expect(promised).toBe(`${channelProviderContract.cases.length} of ${channelProviderContract.cases.length} contract cases hold`);
    expect(printed.trimEnd()).toBe(promised);
  });
});
