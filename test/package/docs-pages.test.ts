import { describe, expect, it } from 'vitest';
import { builtInRules } from '../../src/linter/built-in-rules.ts';
import { templateRules } from '../../src/linter/template/registry.ts';
import { handWritten } from '../docs/hand-written.ts';
import { generatedPages } from '../docs/pages.ts';
import { pagePaths, readPage } from '../docs/read-docs.ts';

const rules = [...builtInRules, ...templateRules];

describe('generated pages', async () => {
  const pages = await generatedPages(readPage);

  it('say what the code says now: npm run docs', () => {
    expect([...pages].filter(([path, text]) => readPage(path) !== text).map(([path]) => path)).toEqual([]);
  });

  it('are all that stands in the folders they own', () => {
    const owned = pagePaths().filter((path) => /^(?:rules|providers)\//u.test(path));
    expect(owned).toEqual([...pages.keys()].filter((path) => /^(?:rules|providers)\//u.test(path)).toSorted());
  });

  it('have every hand-written part written', () => {
    const unwritten = [...pages].flatMap(([path, text]) =>
      [...text.matchAll(/<!-- ([a-z-]+) -->/gu)].filter(([, name]) => handWritten(text, name!).length < 60).map(([, name]) => `${path}: ${name}`),
    );
    expect(unwritten).toEqual([]);
  });
});

describe('a rule', () => {
  it('has its page, with a why', () => {
    expect(rules.length).toBeGreaterThan(100);
    expect(rules.filter(({ id }) => handWritten(readPage(`rules/${id}.md`), 'why').length < 60).map(({ id }) => id)).toEqual([]);
  });

  it('is described in both languages, each in its own script', () => {
    const wrong = rules.flatMap(({ id, description, messages }) =>
      [description, ...Object.values(messages)].flatMap((text) =>
        /[a-z]{3}/iu.test(text.en) && /[а-яё]{2}/iu.test(text.ru) ? [] : [`${id}: ${text.en}`],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('shows a clean sample, and a broken one for every message it has', () => {
    const unseen = rules.flatMap(({ id, messages, examples }) => {
      const shown = new Set<string>(examples.incorrect.map(({ message }) => message));
      return [
        ...(examples.correct.length === 0 ? [`${id}: clean`] : []),
        ...Object.keys(messages)
          .filter((name) => !shown.has(name))
          .map((name) => `${id}: ${name}`),
      ];
    });
    expect(unseen).toEqual([]);
  });
});
