import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../docs/read-docs.ts';

const pages = globSync('docs/**/*.md').toSorted();
const textOf = (path: string) => readFileSync(path, 'utf8').replace(/^ *```[\s\S]*?^ *```/gmu, '');
const headings = (path: string) =>
  new Set(
    [...textOf(path).matchAll(/^#+ (.+)$/gmu)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

describe('the docs', () => {
  it('link only to what is there', () => {
    const links = pages.flatMap((path) =>
      [...textOf(path).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/gu)].map(([, to, part]) => ({ path, to: to!, part })),
    );
    expect(links.length).toBeGreaterThan(100);
    const broken = links.filter(({ path, to, part }) => {
      const target = to === '' ? path : join(dirname(path), to);
      return !existsSync(target) || (part !== undefined && !headings(target).has(part));
    });
    expect(broken.map(({ path, to, part }) => `${path}: ${to}${part === undefined ? '' : `#${part}`}`)).toEqual([]);
  });

  it('name only files that are there', () => {
    const named = pages.flatMap((path) =>
      [...textOf(path).matchAll(/`((?:src|test|examples|bench)\/[^`\s…*]+)`/gu)].map(([, file]) => ({ path, file: file! })),
    );
    expect(named.filter(({ file }) => !existsSync(file)).map(({ path, file }) => `${path}: ${file}`)).toEqual([]);
  });

  it('tell of every promise who holds it, or that nobody does', () => {
    const sections = (readPage('promises.md') ?? '').split(/^## /gmu).slice(1);
    expect(sections.map((section) => section.slice(0, section.indexOf(':')))).toEqual(Array.from({ length: 12 }, (_, index) => `P${index + 1}`));
    const silent = sections.filter(
      (section) => !(/- Held/u.test(section) && /`test\/[^`]+`/u.test(section)) && !/\*\*not held yet\*\*/iu.test(section),
    );
    expect(silent).toEqual([]);
    expect(sections.filter((section) => !/Not covered:|\*\*Not held yet\*\*/u.test(section)).map((section) => section.slice(0, 3))).toEqual([]);
  });
});
