import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const russian = readFileSync('README.ru.md', 'utf8');
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

  it('links only to what is there, and shows small pictures', () => {
    for (const page of [readme, russian]) {
      const links = [...page.matchAll(/\]\((?!https?:)([^)#\s]+)/gu)].map(([, to]) => to!);
      expect(links.length).toBeGreaterThan(20);
      expect(links.filter((to) => !existsSync(to))).toEqual([]);
      const pictures = links.filter((to) => to.endsWith('.png'));
      expect(pictures).toHaveLength(2);
      expect(pictures.filter((to) => statSync(to).size > 150_000)).toEqual([]);
    }
  });
});

describe('the Russian README', () => {
  const headings = (page: string) => [...page.matchAll(/^(#+) /gmu)].map(([, level]) => level);
  const rows = (page: string) => page.split('\n').filter((line) => line.startsWith('| ')).length;
  const bullets = (page: string) => page.split('\n').filter((line) => line.startsWith('- ')).length;
  const code = (page: string) =>
    [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gmu)].map(([, language, text]) => [language, text!.replaceAll(/ #.*$/gmu, '')]);
  const names = (page: string) => [...new Set(page.replaceAll(/^```[\s\S]*?^```/gmu, '').match(/`[^`]+`/gu))].toSorted();

  it('says what the English one says: sections, tables, code, names and sums', () => {
    expect(headings(russian)).toEqual(headings(readme));
    expect(rows(russian)).toBe(rows(readme));
    expect(bullets(russian)).toBe(bullets(readme));
    expect(code(russian)).toEqual(code(readme));
    expect(names(russian)).toEqual(names(readme));
    const digits = (page: string) =>
      (page.replaceAll(/^```[\s\S]*?^```/gmu, '').match(/\d[\d,. ]*\d|\d/gu) ?? []).map((one) => one.replaceAll(/\D/gu, '')).toSorted();
    expect(digits(russian)).toEqual(digits(readme));
  });
});
