import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findOffers } from '../../src/linter/index.ts';
import { russianRules } from '../../src/linter/rules-ru.ts';
import { buildSubject } from '../../src/linter/subject.ts';
import { fold } from '../../src/text/index.ts';

const root = new URL('../../', import.meta.url).pathname;
const files = [
  ...russianRules.map((rule) => `src/linter/rules/${rule.id}.ts`),
  ...globSync('src/linter/lexicon/ru-*.ts', { cwd: root }).filter((file) => !file.includes('world')),
  ...['claims', 'construction-offer', 'credit-offer', 'medical-context', 'offers', 'sentences'].map((name) => `src/linter/${name}.ts`),
];

/** Source texts of all patterns in a file: literals, and strings that become patterns. */
function patternsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.replace(/^\/(.*)\/[a-z]*$/su, '$1'));
    else if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && /\\p\{L/u.test(node.text))
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The first quantifier without an upper bound: `*`, `+`, `{n,}` outside classes and escapes. */
function unbounded(pattern: string): string | undefined {
  const bare = pattern.replace(/\\p\{[^}]*\}|\\u\{[^}]*\}|\\./gu, 'a').replace(/\[[^\]]*\]/gu, 'a');
  return /[*+]|\{\d+,\}/u.exec(bare)?.[0];
}

describe('patterns', () => {
  it('have no quantifier without an upper bound, so that a match costs a constant per place', () => {
    for (const file of files) {
      for (const pattern of patternsOf(file))
        expect({ file, pattern, unbounded: unbounded(pattern) }).toEqual({ file, pattern, unbounded: undefined });
    }
  });

  it('take work in proportion to hostile texts', { timeout: 120_000 }, () => {
    for (const unit of ['кредит', 'скидка ', 'к*к*', '1', '1 ', '«а ', 'а.', 'вaино ', 'лучший врач кредит бад ', 'sale ', 'слово* ', 'Аб ']) {
      const cost = (length: number): number => {
        const text = unit.repeat(Math.ceil(length / unit.length));
        const input = { country: 'RU', channel: 'sms', kind: 'marketing', sender: 'INFO', text, at: '2026-01-01T23:00' } as const;
        const subject = buildSubject(input, { on: '2026-11-23', read: fold, findOffers });
        const started = process.cpuUsage().user;
        for (const rule of russianRules) rule.check(subject, {}, { report: () => undefined });
        return process.cpuUsage().user - started;
      };
      cost(2_000);
      const small = Math.min(cost(8_000), cost(8_000));
      const large = Math.min(cost(32_000), cost(32_000));
      expect({ unit, ok: large < small * 12 + 100_000 }).toEqual({ unit, ok: true });
    }
  });
});
