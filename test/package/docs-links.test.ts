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

  it('can all be found from the first page', () => {
    const linked = (path: string) => [...textOf(path).matchAll(/\]\(([^):#\s]+\.md)/gu)].map(([, to]) => join(dirname(path), to!));
    const found = new Set(['docs/README.md']);
    for (const path of found) if (existsSync(path)) for (const next of linked(path)) found.add(next);
    expect(pages.filter((path) => !found.has(path))).toEqual([]);
  });

  it('name only files that are there', () => {
    const named = pages.flatMap((path) =>
      [...textOf(path).matchAll(/`((?:src|test|examples|bench)\/[^`\s…*]+)`/gu)].map(([, file]) => ({ path, file: file! })),
    );
    expect(named.filter(({ file }) => !existsSync(file)).map(({ path, file }) => `${path}: ${file}`)).toEqual([]);
  });

  it('name only functions and options that the source has', () => {
    const words = new Set(globSync('src/**/*.ts').flatMap((path) => readFileSync(path, 'utf8').match(/[\w-]+(?::[\w-]+)?/gu) ?? []));
    const own = [
      'docs/architecture.md',
      'docs/getting-started.md',
      'docs/promises.md',
      ...globSync('docs/ports/*.md').filter((path) => !path.endsWith('consent-store.md')),
    ];
    const named = own.flatMap((path) =>
      [...textOf(path).matchAll(/`([\w.]*[a-z][A-Z]\w*)(?:\(.*\))?`/gu)].map(([, name]) => ({ path, name: name! })),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ name }) => name.split('.').some((part) => !words.has(part))).map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
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
