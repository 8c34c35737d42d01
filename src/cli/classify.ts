import * as z from 'zod/mini';
import { classifyReply, type ReplyContext } from '../feedback/index.ts';
import { type Command, lineOptions, readFormat, readOptions } from './command.ts';
import { openInput, readJsonLines, reportLine, writeJson } from './json-lines.ts';

const contexts: readonly ReplyContext[] = ['marketing', 'transactional', 'double-opt-in-prompt', 'none'];
const line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.optional(z.nullable(z.string())),
  context: z.optional(
    z.nullable(
      z.pipe(
        z.pipe(
          z.string(),
          z.transform((text) => text.replaceAll('_', '-')),
        ),
        z.enum(contexts as [ReplyContext, ...ReplyContext[]]),
      ),
    ),
  ),
});

export const classify: Command = {
  summary: 'read what people want from their replies',
  usage:
    'licet classify [--input FILE] [--format text|jsonl]\n  line: {"id", "text", "lang"?, "context"?: marketing|transactional|double_opt_in_prompt|none}',
  async run(args, io) {
    const { values } = readOptions(args, lineOptions);
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    let bad = 0;
    for await (const read of readJsonLines(await openInput(values.input, io), line)) {
      if (!read.ok) {
        bad++;
        reportLine(io, read.line, read.problem);
        continue;
      }
      const { id, text, lang, context } = read.value;
      const reading = classifyReply({ text, ...(lang == null ? {} : { lang }), context: context ?? 'none' });
      if (format === 'jsonl')
        writeJson(io, {
          id,
          intent: reading.intent,
          suppress: reading.suppress,
          ...(reading.matched === undefined ? {} : { matched: reading.matched }),
        });
      else
        io.out(
          `${id}  ${reading.intent}${reading.suppress ? ', suppress' : ''}${reading.matched === undefined ? '' : ` («${reading.matched}», ${reading.certainty})`}\n`,
        );
    }
    return bad > 0 ? 2 : 0;
  },
};
