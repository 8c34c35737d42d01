import { type ErrorCode, errorCodes } from './error-codes.ts';
import { handWritten, handWrittenPart } from './hand-written.ts';
import { generatedNotice, inline, page, table } from './markdown.ts';

/** The page of all error codes: what each means and what to do by hand, what it says from the throw sites. */
export function errorPage(old: string | undefined): string {
  const codes = errorCodes();
  return page(
    generatedNotice('the throw sites in `src`', 'code'),
    '# Errors',
    'Every error licet throws is a `LicetError` with a stable `code`: branch on the code, never on the message. `isLicetError` also knows errors of another copy of the package. What can be expected (a withdrawn consent, a rule that refuses, a number that is not on WhatsApp) is never an error but a value with a `reason`. A plain `Error` that says "this is a bug" is one.',
    handWrittenPart('example', handWritten(old, 'example')),
    table(
      ['code', 'class'],
      codes.map(({ code, className }) => [`[\`${code}\`](#${code})`, `\`${className}\``]),
    ),
    ...codes.flatMap((one) => section(one, old)),
  );
}

function section({ code, className, messages }: ErrorCode, old: string | undefined): readonly string[] {
  return [
    `## ${code}`,
    `\`${className}\``,
    handWrittenPart(code, handWritten(old, code)),
    messages.length === 0 ? '' : 'It says (`…` is filled in):',
    messages.map((message) => `- ${inline(message)}`).join('\n'),
  ];
}
