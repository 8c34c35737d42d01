import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { programs, promisedOutput } from './printed.ts';

const sources = ['--import', './test/package/source-imports.ts'];
const node = (...args: readonly string[]): string => execFileSync(process.execPath, [...sources, ...args], { encoding: 'utf8' });

describe('the examples', () => {
  it.each(programs.filter((path) => !path.includes('/own-')))('%s prints what it says', { timeout: 120_000 }, (path) => {
    expect(promisedOutput(path).length).toBeGreaterThan(5);
    expect(node(path)).toBe(promisedOutput(path));
  });

  it("use the fakes in Node's own runner", { timeout: 120_000 }, () => {
    expect(node('--test', '--test-reporter=tap', 'examples/fakes/offers.node-test.ts')).toMatch(/^# pass 1$/mu);
  });

  it('use the fakes in vitest', { timeout: 120_000 }, () => {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/examples/vitest.config.ts', '--no-color'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toMatch(/Tests\s+1 passed/u);
    expect(status).toBe(0);
  });

  it('lint templates with places that a code host can show', { timeout: 120_000 }, () => {
    const args = ['src/cli/licet.ts', 'lint', 'examples/lint-in-ci/templates', '--sender', 'ACMEGARDEN', '--format', 'sarif'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    const { version, runs } = JSON.parse(stdout) as Sarif;
    expect(version).toBe('2.1.0');
    const errors = runs.flatMap(({ results }) => results).filter(({ level }) => level === 'error');
    expect(errors.map(({ ruleId }) => ruleId)).toContain('no-opt-out');
    const places = errors.flatMap(({ locations }) => locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri));
    expect(new Set(places)).toEqual(new Set(['examples/lint-in-ci/templates/flash-sale.yaml']));
  });
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
    }[];
  }[];
}
