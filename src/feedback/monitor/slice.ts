import type { ConsentRecord } from '../../consent/record/record.ts';
import type { Channel } from '../../law/vocabulary.ts';

/** What is counted of messages: withdrawals by people themselves, complaints among them, refusals a provider reports, and definite failures. */
export type Measure = 'opt-outs' | 'complaints' | 'blocks' | 'undelivered';
export const measures: readonly Measure[] = ['opt-outs', 'complaints', 'blocks', 'undelivered'];

/** By what messages of a channel are told apart. `source`: where the consent came from; `form`: the text that was agreed to; `hour`: of the day, UTC. */
export type SliceBy = 'source' | 'form' | 'template' | 'step' | 'hour' | 'sender';
/** Of two that say the same, the first is blamed: a wording before the list it went to, and the sender last. */
export const sliceKinds: readonly SliceBy[] = ['template', 'source', 'form', 'step', 'hour', 'sender'];

/** Messages of one channel that have one thing in common. */
export interface Slice {
  readonly channel: Channel;
  readonly by: SliceBy;
  readonly name: string;
}

/** Everything a message is told apart by but its time. */
export interface Traits {
  readonly channel: Channel;
  readonly source: string;
  readonly form: string;
  readonly template: string;
  /** From 1. */
  readonly step: string;
  readonly sender: string;
}

/** What stands for a source or a form that nobody named. */
export const UNNAMED = '-';

/** Names a slice for ever. */
export function sliceId({ channel, by, name }: Slice): string {
  return `${channel}/${by}/${name}`;
}

/** Where a consent came from: the method, and the list or system that recorded it where the record names one. */
export function sourceOf(record: Pick<ConsentRecord, 'evidence'> | null): string {
  if (record === null) return UNNAMED;
  const { method, actor } = record.evidence;
  return actor === undefined ? method : `${method}:${actor}`;
}

/** The text that was agreed to: its version and language. */
export function formOf(record: Pick<ConsentRecord, 'evidence'> | null): string {
  const notice = record?.evidence.notice;
  return notice === undefined ? UNNAMED : `${notice.version}/${notice.language}`;
}

/** Whether a message of these traits, sent in this hour, belongs to a slice. */
export function isIn({ channel, by, name }: Slice, traits: Traits, hour: string): boolean {
  return channel === traits.channel && name === (by === 'hour' ? hour : traits[by]);
}

/** The slices a message belongs to. */
export function slicesOf(traits: Traits, hour: string): readonly Slice[] {
  return sliceKinds.map((by) => ({ channel: traits.channel, by, name: by === 'hour' ? hour : traits[by] }));
}
