import { type SuppressionFinding, type SuppressionQuestion, type SuppressionSource, stillStands } from './suppression-source.ts';

export interface MemorySuppressionOptions extends Pick<SuppressionSource, 'id'> {
  readonly concerns?: SuppressionSource['concerns'] | undefined;
  /** `deny`: who is listed may not be written to; `allow`: who is not listed may not. @default 'deny' */
  readonly lists?: 'deny' | 'allow' | undefined;
}

/** A register in this process: for files loaded at the start, and for tests. */
export interface MemorySuppressionSource extends SuppressionSource {
  /** Lists a number (E.164); with `allow` the finding is not looked at. */
  add(phone: string, finding?: SuppressionFinding): void;
  remove(phone: string): void;
}

export function memorySuppressionSource({ id, concerns = {}, lists = 'deny' }: MemorySuppressionOptions): MemorySuppressionSource {
  const listed = new Map<string, SuppressionFinding>();
  const answer = ({ phone }: SuppressionQuestion, now: Date): SuppressionFinding | null => {
    if (lists === 'allow') return listed.has(phone) ? null : { reason: 'suppressed' };
    return stillStands(listed.get(phone) ?? null, now);
  };
  return {
    id,
    concerns,
    add: (phone, finding = { reason: 'suppressed' }) => void listed.set(phone, finding),
    remove: (phone) => void listed.delete(phone),
    lookUp: async (questions, now) => questions.map((question) => answer(question, now)),
  };
}
