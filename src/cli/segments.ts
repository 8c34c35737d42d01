import * as z from 'zod/mini';
import { countSegments } from '../template/index.ts';
import { type Command, lineOptions, readFormat, readOptions } from './command.ts';
import { openInput, readJsonLines, reportLine, writeJson } from './json-lines.ts';

const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export const segments: Command = {
  summary: 'count SMS segments exactly',
  usage: 'licet segments [--input FILE] [--format text|jsonl]\n  line: {"id", "text"}',
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
      const { encoding, segments: count, units } = countSegments(read.value.text);
      if (format === 'jsonl') writeJson(io, { id: read.value.id, encoding, segments: count, units });
      else io.out(`${read.value.id}  ${count} segment${count === 1 ? '' : 's'}, ${encoding}, ${units} units\n`);
    }
    return bad > 0 ? 2 : 0;
  },
};
