import { escapeHtml } from '../../proof/html.ts';
import { scopeList } from '../handbook/handbook-page.ts';
import { messageBubble } from '../handbook/rule-section.ts';
import { trainingPage } from '../handbook/training-page.ts';
import { trainingWords } from '../handbook/words.ts';
import { sheetHead } from './answer-sheet.ts';
import type { Quiz, QuizQuestion } from './quiz.ts';
import { quizWords } from './quiz-words.ts';

/** The quiz as one HTML page that needs nothing else. Without script the answers open by hand; with it the first choice counts. */
export function quizPage(quiz: Quiz, { company }: { readonly company?: string | undefined } = {}): string {
  const { language, questions } = quiz;
  const words = quizWords[language];
  const sheets = questions.map((question, place) => questionSheet(question, place, quiz)).join('\n');
  return trainingPage({
    language,
    title: words.title,
    above: company,
    sub: trainingWords[language].sub(quiz.on),
    body: `${scopeList(quiz, trainingWords[language])}<p class="intro">${escapeHtml(words.intro)}</p>
<form id="quiz" data-head="${escapeHtml(sheetHead(quiz))}">${sheets}
<output id="score" hidden aria-live="polite"><strong data-right></strong> <span data-open></span><span data-sheet hidden>${escapeHtml(words.handIn)}<br><code></code></span></output></form>
<footer><p>${escapeHtml(trainingWords[language].notAdvice)}</p></footer>`,
    script: script(words.score, words.open),
  });
}

function questionSheet({ prompt, sample, options, right, explanation }: QuizQuestion, place: number, { language, questions }: Quiz): string {
  const words = quizWords[language];
  const choices = options.map((option, at) => `<label><input type="radio" name="q${place}" value="${at}"><span>${escapeHtml(option)}</span></label>`);
  return `<fieldset data-right="${right}"><legend><span class="muted">${escapeHtml(words.question(place + 1, questions.length))}</span><br>${escapeHtml(prompt)}</legend>
${sample === undefined ? '' : messageBubble(sample, language)}${choices.join('')}
<details><summary>${escapeHtml(words.answer)}</summary><p><strong>${escapeHtml(options[right] ?? '')}</strong></p><p class="explain">${escapeHtml(explanation)}</p></details></fieldset>`;
}

/** Marks the first choice of each question, counts, and writes the line to hand in. */
function script(score: string, open: string): string {
  return `(() => {
const form = document.getElementById('quiz'), output = document.getElementById('score');
const sheets = [...form.querySelectorAll('fieldset')], answers = sheets.map(() => '-');
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  const sheet = target.closest('fieldset'), place = sheets.indexOf(sheet);
  if (answers[place] !== '-') return;
  answers[place] = 'abcdefgh'[target.value];
  for (const input of sheet.querySelectorAll('input')) {
    input.disabled = true;
    if (input.value === sheet.dataset.right) input.closest('label').classList.add('right');
    else if (input.checked) input.closest('label').classList.add('wrong');
  }
  sheet.querySelector('details').open = true;
  const right = sheets.filter((one, at) => answers[at] === 'abcdefgh'[one.dataset.right]).length, left = answers.filter((one) => one === '-').length;
  output.hidden = false;
  output.querySelector('[data-right]').textContent = ${JSON.stringify(score)} + ' ' + right + ' / ' + sheets.length;
  output.querySelector('[data-open]').textContent = left === 0 ? '' : ${JSON.stringify(open)} + ' ' + left;
  const line = output.querySelector('[data-sheet]');
  line.hidden = left > 0;
  line.querySelector('code').textContent = form.dataset.head + answers.join('');
});
})();`;
}
