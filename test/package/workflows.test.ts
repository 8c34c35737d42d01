import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly 'timeout-minutes'?: number }>>;
}

const workflows = new Map(globSync('.github/workflows/*.yml').map((path) => [path, parse(readFileSync(path, 'utf8')) as Workflow]));
const jobs = [...workflows.values()].flatMap((one) => Object.values(one.jobs));
const steps = jobs.flatMap((job) => job.steps);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };

describe('the workflows', () => {
  it('use actions by the hash of a commit only', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((one) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/u.test(one))).toEqual([]);
  });

  it('may read, and nothing more, unless a job says why; and end by themselves', () => {
    expect([...workflows].filter(([, { permissions }]) => JSON.stringify(permissions) !== '{"contents":"read"}').map(([path]) => path)).toEqual([]);
    expect(jobs.filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
  });

  it('run only scripts that the package has', () => {
    const named = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm (?:run ([\w:]+)|(test)\b)/gu)].map(([, one, test]) => one ?? test!));
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
