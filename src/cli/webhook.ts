import * as z from 'zod/mini';
import { parseJson } from '../channels/json.ts';
import { loadParser } from '../channels/parsers.ts';
import { type Command, lineOptions, readFormat, readOptions } from './command.ts';
import { openInput, readJsonLines, reportLine, writeJson } from './json-lines.ts';

const line = z.object({
  id: z.union([z.string(), z.number()]),
  provider: z.string(),
  payload: z.unknown(),
  surface: z.optional(z.nullable(z.enum(['webhook', 'response']))),
  http_status: z.optional(z.nullable(z.number())),
  content_type: z.optional(z.nullable(z.string())),
});

export const webhook: Command = {
  summary: 'show what a provider’s webhook or answer means (verifies nothing)',
  usage:
    'licet webhook [--input FILE] [--format text|jsonl]\n  line: {"id", "provider", "payload", "surface"?: webhook|response, "http_status"?, "content_type"?}',
  async run(args, io) {
    const { values } = readOptions(args, lineOptions);
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    let bad = 0;
    for await (const read of readJsonLines(await openInput(values.input, io), line, parseJson)) {
      if (!read.ok) {
        bad++;
        reportLine(io, read.line, read.problem);
        continue;
      }
      const { id, provider, payload, surface, http_status, content_type } = read.value;
      const parse = await loadParser(provider);
      if (parse === undefined) {
        bad++;
        reportLine(io, read.line, `field "provider": expected the id of a provider licet knows, "${provider}" is none`);
        continue;
      }
      const events = parse({
        payload,
        surface: surface ?? 'webhook',
        ...(http_status == null ? {} : { httpStatus: http_status }),
        ...(content_type == null ? {} : { contentType: content_type }),
      }).map(({ kind, status, errorClass, messageId, recipient, providerCode }) => ({
        kind,
        status,
        errorClass,
        messageId,
        recipient,
        providerCode,
      }));
      if (format === 'jsonl') writeJson(io, { id, events });
      else if (events.length === 0) io.out(`${id}  no events\n`);
      else
        for (const event of events)
          io.out(
            `${id}  ${event.kind}${event.status ? ` ${event.status}` : ''}${event.errorClass ? ` (${event.errorClass}${event.providerCode ? `, ${event.providerCode}` : ''})` : ''}  message ${event.messageId ?? '-'}\n`,
          );
    }
    return bad > 0 ? 2 : 0;
  },
};
