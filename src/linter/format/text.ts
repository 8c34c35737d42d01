import type { Diagnostic } from '../diagnostic.ts';
import type { LintResult } from './result.ts';

const words = {
  en: { error: 'error', warn: 'warning', info: 'advice', clean: 'no findings', sender: 'sender', button: 'button', template: 'template' },
  ru: { error: 'ошибка', warn: 'предупреждение', info: 'совет', clean: 'замечаний нет', sender: 'отправитель', button: 'кнопка', template: 'шаблон' },
} as const;

/** Findings for people: one line each, with the words they point at. Clean messages are left out. */
export function formatText(results: readonly LintResult[], language: 'en' | 'ru' = 'en'): string {
  const lines = results
    .filter((result) => result.diagnostics.length > 0)
    .flatMap((result) => [heading(result), ...result.diagnostics.map((found) => line(found, result, language)), '']);
  return lines.length === 0 ? `${words[language].clean}\n` : lines.join('\n');
}

function heading({ id, file }: LintResult): string {
  return file === undefined ? id : `${file.path}:${file.line}:${file.column}`;
}

function line(found: Diagnostic, { text }: LintResult, language: 'en' | 'ru'): string {
  const { range, severity, rule, message } = found;
  const place =
    found.in === undefined
      ? range === null
        ? ''
        : ` ${range[0]}-${range[1]} «${excerpt(text.slice(range[0], range[1]))}»`
      : ` ${words[language][found.in]}`;
  return `  ${words[language][severity]} ${rule}${place}: ${message}`;
}

function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
