import { InvalidOptionsError } from '../../errors.ts';
import { readWaves, WAVES_PREFIX, waveOf } from '../campaign/waves.ts';
import type { DeliveryRequest } from '../delivery/delivery.ts';
import type { HaltReason } from '../delivery/delivery-state.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DeliveryStore } from '../stores/delivery-store.ts';
import type { DocumentStore } from '../stores/document-store.ts';

/**
 * What a control is about: everything of the installation, everything of the tenant, one sender, one template or one campaign. `global` needs
 * the installation's own documents.
 */
export type ControlScope = { readonly level: 'global' | 'all' } | { readonly level: 'sender' | 'template' | 'campaign'; readonly id: string };

/** `paused` holds submits back and can be taken away; `stopped` ends deliveries for good. */
export type ControlState = 'running' | 'paused' | 'stopped';

/** The controls in force: what to do with one delivery. `undefined`: go on. */
export type Controls = (
  request: Pick<DeliveryRequest, 'sender' | 'template' | 'campaignId' | 'subject'>,
) => { readonly state: 'stopped'; readonly reason: HaltReason } | { readonly state: 'paused'; readonly recheckMs?: number } | undefined;

const haltReasons: Readonly<Record<ControlScope['level'], HaltReason>> = {
  global: 'stopped',
  all: 'stopped',
  sender: 'sender-stopped',
  template: 'template-stopped',
  campaign: 'campaign-stopped',
};

/**
 * Pauses, stops or lets run. Every worker sees it with its next batch. What a campaign or sender has waiting is woken, so that it takes effect
 * at once; for a template or everything it takes effect as deliveries fall due. A stop cannot be taken back.
 * @returns the state that is in force afterwards.
 * @throws {InvalidOptionsError} for `global` without documents of the installation.
 */
export async function setControl(
  deps: { readonly documents: DocumentStore; readonly installation?: DocumentStore | undefined; readonly store: DeliveryStore },
  scope: ControlScope,
  state: ControlState,
): Promise<ControlState> {
  if (scope.level === 'global' && deps.installation === undefined)
    throw new InvalidOptionsError('There is no switch above the tenant.', [
      { path: 'installationStore', expected: 'documents that all tenants of the installation read' },
    ]);
  const documents = scope.level === 'global' ? deps.installation! : deps.documents;
  const value = await changeDocument(documents, keyOf(scope), (before) =>
    before?.value === state || before?.value === 'stopped' || (before === undefined && state === 'running') ? undefined : state,
  );
  const inForce = isControlState(value) ? value : 'running';
  if (inForce !== 'paused' && scope.level === 'campaign') await deps.store.wake({ campaignId: scope.id });
  if (inForce !== 'paused' && scope.level === 'sender') await deps.store.wake({ sender: scope.id });
  return inForce;
}

/** How often people of a wave that has not come are looked at again, in milliseconds: opening it wakes them. */
const WAVE_RECHECK_MS = 6 * 3_600_000;

/** Reads all controls and waves, once per batch. */
export async function loadControls(documents: DocumentStore, installation?: DocumentStore): Promise<Controls> {
  const [own, above] = await Promise.all([documents.list('control/'), installation?.get(keyOf({ level: 'global' }))]);
  const kept = above === undefined ? own : [...own, above];
  if (kept.length === 0) return () => undefined;
  const states = new Map(kept.map(({ key, value }) => [key, value]));
  const waves = new Map(
    kept.flatMap(({ key, value }) => {
      const state = key.startsWith(WAVES_PREFIX) ? readWaves(value) : undefined;
      return state === undefined || state.state === 'done' ? [] : [[key.slice(WAVES_PREFIX.length), state] as const];
    }),
  );
  return ({ sender, template, campaignId, subject }) => {
    const scopes: readonly ControlScope[] = [
      { level: 'global' },
      { level: 'all' },
      { level: 'sender', id: sender },
      { level: 'template', id: template },
      ...(campaignId === undefined ? [] : [{ level: 'campaign', id: campaignId } as const]),
    ];
    const stopped = scopes.find((scope) => states.get(keyOf(scope)) === 'stopped');
    if (stopped !== undefined) return { state: 'stopped', reason: haltReasons[stopped.level] };
    if (scopes.some((scope) => states.get(keyOf(scope)) === 'paused')) return { state: 'paused' };
    const wave = campaignId === undefined ? undefined : waves.get(campaignId);
    if (wave === undefined || campaignId === undefined) return undefined;
    if (wave.state !== 'held' && waveOf(campaignId, wave.waves, subject) <= wave.open) return undefined;
    return { state: 'paused', recheckMs: WAVE_RECHECK_MS };
  };
}

function keyOf(scope: ControlScope): string {
  return 'id' in scope ? `control/${scope.level}/${scope.id}` : `control/${scope.level}`;
}

function isControlState(value: unknown): value is ControlState {
  return value === 'running' || value === 'paused' || value === 'stopped';
}
