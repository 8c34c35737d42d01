import type { AuditFinding } from '../../audit/index.ts';
import { auditMessage } from '../../audit/replay/audit-lines.ts';
import type { IsoDate } from '../../law/index.ts';
import { loadAllPacks } from '../../law/packs/all.ts';
import { createLinter } from '../../linter/index.ts';
import { type CommandIo, UsageError } from '../command.ts';
import { openInput, readJsonLines, reportLine, writeJson } from '../json-lines.ts';
import { isTemplateLine, lintLine, toLintInput } from '../lint/lint-line.ts';

export interface AuditInputOptions {
  readonly asOf: IsoDate | undefined;
  readonly against: IsoDate;
  readonly format: 'text' | 'jsonl';
  readonly language: 'en' | 'ru';
}

/** Judges messages that are given as lines: findings then, findings by the other date, and the difference. @returns the exit code. */
export async function auditInput(path: string | undefined, { asOf, against, format, language }: AuditInputOptions, io: CommandIo): Promise<number> {
  if (path === undefined && io.stdinIsTerminal)
    throw new UsageError('Give --store DIR, --database-url URL, or --input FILE with messages that were sent.');
  const linter = createLinter({ packs: await loadAllPacks(), today: against, language });
  let [bad, faulty] = [0, 0];
  for await (const line of readJsonLines(await openInput(path, io), lintLine)) {
    if (!line.ok || isTemplateLine(line.value)) {
      reportLine(io, line.line, line.ok ? 'a message that was sent is expected; templates are for licet lint' : line.problem);
      bad++;
      continue;
    }
    const message = toLintInput(line.value);
    const audited = auditMessage(linter, message, asOf ?? message.asOf?.slice(0, 10) ?? message.at?.slice(0, 10) ?? against, against);
    if (audited.findings.some(({ severity }) => severity === 'error')) faulty++;
    if (format === 'jsonl') writeJson(io, { id: line.value.id, ...audited });
    else io.out(`${line.value.id}: ${lineText(audited.findings)} | ${against}: ${lineText(audited.findingsAgainst)}${difference(audited)}\n`);
  }
  return bad > 0 ? 2 : faulty > 0 ? 1 : 0;
}

function lineText(findings: readonly AuditFinding[]): string {
  return findings.length === 0 ? '—' : findings.map(({ code, severity }) => `${code} (${severity})`).join(', ');
}

function difference({ appeared, gone }: { readonly appeared: readonly AuditFinding[]; readonly gone: readonly AuditFinding[] }): string {
  const signs = [...appeared.map(({ code }) => `+${code}`), ...gone.map(({ code }) => `−${code}`)];
  return signs.length === 0 ? '' : ` | ${signs.join(' ')}`;
}
