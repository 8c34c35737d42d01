import type { ReplyInput, ReplyReading } from './classify-reply.ts';

/** As `classifyReply`; the words of all languages are loaded with the first reply. */
export async function classifyLate(input: ReplyInput): Promise<ReplyReading> {
  const { classifyReply } = await import('./index.ts');
  return classifyReply(input);
}
