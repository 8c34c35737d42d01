import type { SubjectRef } from '../../consent/record/record.ts';
import type { OptionIssue } from '../../errors.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import type { Gate, GateVerdict } from './gate.ts';
import { stableShare } from './stable-share.ts';

/** A part of the audience that goes before the rest. */
export interface Wave {
  /** Part of the whole audience, between 0 and 1, this wave and those before it together: 0.01, then 0.1. */
  readonly share: number;
  /** What it must show before the next one goes. @default the limits of the plan's first channel */
  readonly gate?: Gate | undefined;
}

/** How far a campaign's waves have come: one document that every worker reads with its controls. */
export interface WaveState {
  readonly waves: readonly Wave[];
  /** Number of the wave that goes now, from 0; equal to the number of waves when everybody may go. */
  readonly open: number;
  readonly openedAt: Date;
  /** `held`: the gate did not open, a person must look. */
  readonly state: 'watching' | 'held' | 'done';
  readonly because: GateVerdict['because'] | 'approved';
  /** Who let this wave go, when it was a person. */
  readonly by?: string | undefined;
}

/** What is to become of the waves: by a gate's verdict, or by a person's word. */
export interface WaveMove {
  readonly verdict: 'go-on' | 'hold';
  readonly because: WaveState['because'];
  readonly by?: string | undefined;
  readonly at: Date;
}

/** Documents of waves begin so; they are read together with the controls. */
export const WAVES_PREFIX = 'control/waves/';

/** What is wrong with a campaign's waves. */
export function waveIssues(waves: readonly Wave[]): readonly OptionIssue[] {
  const issues: OptionIssue[] = [];
  for (const [index, { share }] of waves.entries()) {
    const least = waves[index - 1]?.share ?? 0;
    if (!(share > least && share < 1)) issues.push({ path: `waves.${index}.share`, expected: `a part above ${least} and below 1` });
  }
  return issues;
}

/** Which wave a person goes with: the same at every start, in every process. */
export function waveOf(campaignId: string, waves: readonly Wave[], subject: SubjectRef): number {
  const place = stableShare(`wave/${campaignId}`, subject);
  const wave = waves.findIndex(({ share }) => place < share);
  return wave < 0 ? waves.length : wave;
}

/** Opens the first wave, unless an earlier start has. */
export async function openWaves(documents: DocumentStore, campaignId: string, waves: readonly Wave[], now: Date): Promise<void> {
  if (waves.length === 0) return;
  const first: WaveState = { waves, open: 0, openedAt: now, state: 'watching', because: 'watching' };
  await changeDocument(documents, WAVES_PREFIX + campaignId, (before) => (before === undefined ? asJson(first) : undefined));
}

/** Reads a stored state; `undefined` for anything else. */
export function readWaves(value: JsonValue | undefined): WaveState | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { openedAt, ...rest } = value as { readonly [name: string]: JsonValue };
  return { ...(rest as unknown as Omit<WaveState, 'openedAt'>), openedAt: new Date(String(openedAt)) };
}

/** Moves a campaign's waves on from a state it is still in. @returns the state in force afterwards, and whether this call made it. */
export async function moveWaves(
  documents: DocumentStore,
  campaignId: string,
  from: WaveState,
  { verdict, because, by, at }: WaveMove,
): Promise<{ readonly moved: boolean; readonly state: WaveState }> {
  let moved = false;
  const open = verdict === 'go-on' ? from.open + 1 : from.open;
  const state = verdict === 'hold' ? 'held' : open >= from.waves.length ? 'done' : 'watching';
  const next: WaveState = { waves: from.waves, open, openedAt: verdict === 'go-on' ? at : from.openedAt, state, because, by };
  const value = await changeDocument(documents, WAVES_PREFIX + campaignId, (before) => {
    const current = readWaves(before?.value);
    moved = current?.open === from.open && current.state === from.state;
    return moved ? asJson(next) : undefined;
  });
  return { moved, state: readWaves(value) ?? next };
}

function asJson(state: WaveState): JsonValue {
  return JSON.parse(JSON.stringify(state)) as JsonValue;
}
