import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const source = readFileSync('examples/quick-start.ts', 'utf8');
const region = /\/\/ #region quick-start\n([\s\S]*?)\/\/ #endregion/u.exec(source)?.[1] ?? '';

describe('the README', () => {
  it('shows the quick start as it is in the file', () => {
    expect(region.length).toBeGreaterThan(500);
    expect(readme).toContain(`\`\`\`ts\n${region}\`\`\``);
  });

  it('the quick start prints what its comments say', () => {
    const printed = execFileSync(process.execPath, ['--import', './test/package/source-imports.ts', 'examples/quick-start.ts'], { encoding: 'utf8' });
    const promised = [...region.matchAll(/console\.log\(.*\); \/\/ (.+)$/gmu)].map((match) => match[1]);
    expect(promised).toHaveLength(2);
    expect(printed.trim().split('\n')).toEqual(promised);
  });

  it('names both commands as they are run', () => {
    expect(readme).toMatch(/^npm ci && npm start\b/mu);
    expect(readme).toMatch(/^npm ci && npm test\b/mu);
  });
});
