import { describe, expect, it } from 'vitest';
import { answerSheet, createQuiz, gradeSheet, type Quiz, quizPage } from '../../src/audit/index.ts';
import { loadAllPacks } from '../../src/law/packs/all.ts';
import { gb } from '../../src/law/packs/gb.ts';
import { ru } from '../../src/law/packs/ru.ts';
import { sms } from '../../src/law/packs/sms.ts';
import { builtInRules, createLinter } from '../../src/linter/index.ts';

const packs = [ru(), gb(), sms()];
const on = '2026-11-24';
const make = (seed: number, change: Partial<Parameters<typeof createQuiz>[0]> = {}): Quiz =>
  createQuiz({ packs, on, countries: ['RU'], language: 'ru', seed, ...change });
const rightOnes = ({ questions }: Quiz): readonly number[] => questions.map(({ right }) => right);

describe('a quiz', () => {
  it('is the same for the same seed and another one for another', () => {
    expect(make(7)).toEqual(make(7));
    expect(make(7).questions.map(({ sample }) => sample?.input.text)).not.toEqual(make(8).questions.map(({ sample }) => sample?.input.text));
  });

  it('has as many questions as asked for, no message twice, each answer once', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { questions } = make(seed, { questions: 24 });
      expect(questions).toHaveLength(24);
      const texts = questions.flatMap(({ sample }) => sample?.input.text ?? []);
      expect(new Set(texts).size).toBe(texts.length);
      for (const { options } of questions) expect(new Set(options).size).toBe(options.length);
    }
  });

  it('every right answer is what the linter finds, no wrong answer is, over countries and seeds', async () => {
    const every = await loadAllPacks();
    for (const country of ['RU', 'GB', 'US', 'KZ', 'DE']) {
      const scope = every.filter((pack) => pack.country === null || pack.country === country);
      const linter = createLinter({ packs: scope, today: on });
      for (const seed of [1, 2, 3]) {
        const { questions } = createQuiz({ packs: scope, on, countries: [country], language: 'en', seed, questions: 20 });
        for (const { sample, options, right, rule } of questions) {
          if (sample === undefined) continue;
          const broken = new Set(
            linter.lint({ ...sample.input, asOf: on }).map((one) => builtInRules.find(({ id }) => id === one.rule)?.description.en),
          );
          expect(
            options.filter((text) => broken.has(text)),
            sample.input.text,
          ).toEqual(right === options.length - 1 ? [] : [options[right]]);
          if (right === options.length - 1) expect([...broken], sample.input.text).toEqual([]);
          else expect(builtInRules.find(({ id }) => id === rule)?.description.en).toBe(options[right]);
        }
      }
    }
  });

  it('some messages are clean, some questions are about duties, and the right answer stands anywhere', () => {
    const all = [1, 2, 3, 4, 5, 6].flatMap((seed) => make(seed).questions);
    expect(all.some(({ sample, options, right }) => sample !== undefined && right === options.length - 1)).toBe(true);
    expect(all.some(({ sample }) => sample === undefined)).toBe(true);
    expect(new Set(all.map(({ right }) => right)).size).toBe(4);
    expect(all.every(({ explanation }) => explanation.length > 10)).toBe(true);
  });

  it('asks what the packs say: a stop holds at once in Russia', () => {
    const asked = [1, 2, 3, 4, 5, 6, 7, 8]
      .flatMap((seed) => make(seed, { language: 'en' }).questions)
      .find(({ prompt }) => /somebody says stop/u.test(prompt));
    expect(asked?.options[asked.right]).toBe('takes effect at once');
    expect(asked?.explanation).toContain('38-ФЗ «О рекламе», ст. 18(1)');
  });

  it('refuses a scope with nothing in it, and a seed that is none', () => {
    expect(() => make(1, { packs: [] })).toThrow(/No rule is in force/u);
    expect(() => make(1.5)).toThrow(/whole number/u);
    expect(() => make(1, { questions: 0 })).toThrow(/1 to 100/u);
  });
});

describe('grading', () => {
  it('counts what was right and names the rules that were missed', () => {
    const quiz = make(7, { questions: 10 });
    const answers: (number | undefined)[] = [...rightOnes(quiz)];
    const place = quiz.questions.findIndex(({ rule }) => rule !== undefined);
    answers[place] = undefined;
    const { right, total, missed } = gradeSheet(answerSheet(quiz, answers), packs);
    expect([right, total, missed]).toEqual([9, 10, [quiz.questions[place]!.rule]]);
    expect(gradeSheet(answerSheet(quiz, rightOnes(quiz)), packs)).toMatchObject({ right: 10, missed: [] });
  });

  it('works for quizzes of some channels and kinds, and of all countries of the packs', () => {
    const some = make(3, { channels: ['sms'], kinds: ['marketing', 'auth'] });
    expect(gradeSheet(answerSheet(some, rightOnes(some)), packs).right).toBe(some.questions.length);
    const every = make(3, { countries: undefined });
    expect(gradeSheet(answerSheet(every, rightOnes(every)), packs).right).toBe(every.questions.length);
  });

  it('refuses lines that were cut, changed, or made with other packs', () => {
    const quiz = make(7, { questions: 5 });
    const sheet = answerSheet(quiz, rightOnes(quiz));
    const refused = (line: string, given = packs) => expect(() => gradeSheet(line, given)).toThrow(/no answer sheet/u);
    refused('');
    refused('I know it all');
    refused(sheet.slice(0, -2));
    refused(`${sheet}a`);
    refused(sheet.replace('licet-quiz/1', 'licet-quiz/2'));
    refused(sheet.replace('seed=7', 'seed=x'));
    refused(sheet, [{ ...ru(), version: '2027-01-01' }, gb(), sms()]);
    refused(sheet.replace('countries=RU', 'countries=GB'));
  });
});

describe('the page of a quiz', () => {
  it('lets no text out of its place', () => {
    const quiz = make(7, { questions: 3 });
    const hostile: Quiz = {
      ...quiz,
      questions: quiz.questions.map((one) => ({ ...one, prompt: '<img src=x onerror=alert(1)>', options: ['"><script>', ...one.options.slice(1)] })),
    };
    const page = quizPage(hostile, { company: '<b>' });
    expect(page).not.toMatch(/<img|"><script>|<b>/u);
    expect(page.match(/<script>/gu)).toHaveLength(1);
  });
});
