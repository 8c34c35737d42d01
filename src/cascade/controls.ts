import { changeDocument } from './change-document.ts';
import type { DeliveryRequest } from './delivery.ts';
import type { HaltReason } from './delivery-state.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { DocumentStore } from './document-store.ts';

/** What a control is about: everything of the tenant, one sender, one template or one campaign. */
export type ControlScope = { readonly level: 'all' } | { readonly level: 'sender' | 'template' | 'campaign'; readonly id: string };

/** `paused` holds submits back and can be taken away; `stopped` ends deliveries for good. */
export type ControlState = 'running' | 'paused' | 'stopped';

/** The controls in force: what to do with one delivery. `undefined`: go on. */
export type Controls = (
  request: Pick<DeliveryRequest, 'sender' | 'template' | 'campaignId'>,
) => { readonly state: 'stopped'; readonly reason: HaltReason } | { readonly state: 'paused' } | undefined;

const haltReasons: Readonly<Record<ControlScope['level'], HaltReason>> = {
  all: 'stopped',
  sender: 'sender-stopped',
  template: 'template-stopped',
  campaign: 'campaign-stopped',
};

/**
 * Pauses, stops or lets run. Every worker sees it with its next batch. What a campaign or sender has waiting is woken, so that it takes effect
 * at once; for a template or everything it takes effect as deliveries fall due. A stop cannot be taken back.
 * @returns the state that is in force afterwards.
 */
export async function setControl(
  deps: { readonly documents: DocumentStore; readonly store: DeliveryStore },
  scope: ControlScope,
  state: ControlState,
): Promise<ControlState> {
  const value = await changeDocument(deps.documents, keyOf(scope), (before) =>
    before?.value === state || before?.value === 'stopped' || (before === undefined && state === 'running') ? undefined : state,
  );
  const inForce = isControlState(value) ? value : 'running';
  if (inForce !== 'paused' && scope.level === 'campaign') await deps.store.wake({ campaignId: scope.id });
  if (inForce !== 'paused' && scope.level === 'sender') await deps.store.wake({ sender: scope.id });
  return inForce;
}

/** Reads all controls, once per batch. */
export async function loadControls(documents: DocumentStore): Promise<Controls> {
  const states = new Map((await documents.list('control/')).map(({ key, value }) => [key, value]));
  if (states.size === 0) return () => undefined;
  return ({ sender, template, campaignId }) => {
    const scopes: readonly ControlScope[] = [
      { level: 'all' },
      { level: 'sender', id: sender },
      { level: 'template', id: template },
      ...(campaignId === undefined ? [] : [{ level: 'campaign', id: campaignId } as const]),
    ];
    const stopped = scopes.find((scope) => states.get(keyOf(scope)) === 'stopped');
    if (stopped !== undefined) return { state: 'stopped', reason: haltReasons[stopped.level] };
    return scopes.some((scope) => states.get(keyOf(scope)) === 'paused') ? { state: 'paused' } : undefined;
  };
}

function keyOf(scope: ControlScope): string {
  return scope.level === 'all' ? 'control/all' : `control/${scope.level}/${scope.id}`;
}

function isControlState(value: unknown): value is ControlState {
  return value === 'running' || value === 'paused' || value === 'stopped';
}
