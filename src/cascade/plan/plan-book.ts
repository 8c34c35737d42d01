import { InvalidOptionsError } from '../../errors.ts';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore } from '../stores/document-store.ts';
import type { CascadePlan, PlanRef } from './plan.ts';

/** The plans deliveries follow: the host's current ones, and every older wording that was ever saved. */
export interface PlanBook {
  /** Keeps the current plans for workers that will no longer know them. To be done before the first delivery is stored. */
  save(): Promise<void>;
  /** Keeps wordings that were derived from a plan, before deliveries that follow them are stored. */
  keep(plans: readonly CascadePlan[]): Promise<void>;
  /** The same in documents of a transaction that may still be undone. */
  keepIn(documents: DocumentStore, plans: readonly CascadePlan[]): Promise<void>;
  /** The current wording of a plan. @throws {InvalidOptionsError} when there is none. */
  current(id: string): CascadePlan;
  /** Makes sure that these wordings can be had by `get`. */
  load(refs: readonly PlanRef[]): Promise<void>;
  /** A wording that is current or was loaded. */
  get(ref: PlanRef): CascadePlan | undefined;
}

/** Opens the book. Plans are stored as plain data in documents `plan/<id>/<version>`, so old deliveries keep the plan they were made with. */
export function openPlanBook(plans: readonly CascadePlan[], documents: DocumentStore): PlanBook {
  const known = new Map(plans.map((plan) => [keyOf(plan), plan]));
  const currents = new Map(plans.map((plan) => [plan.id, plan]));
  const kept = new Set<string>();
  const keepIn = async (target: DocumentStore, wordings: readonly CascadePlan[]): Promise<void> => {
    for (const plan of wordings) {
      const key = keyOf(plan);
      known.set(key, plan);
      if (!kept.has(key)) await changeDocument(target, key, (before) => (before === undefined ? JSON.parse(JSON.stringify(plan)) : undefined));
    }
  };
  const keep = async (wordings: readonly CascadePlan[]): Promise<void> => {
    await keepIn(documents, wordings);
    for (const plan of wordings) kept.add(keyOf(plan));
  };
  return {
    save: () => keep(plans),
    keep,
    keepIn,
    current(id) {
      const plan = currents.get(id);
      if (plan === undefined)
        throw new InvalidOptionsError(`There is no plan ${id}.`, [
          { path: 'plan', expected: `one of ${[...currents.keys()].join(', ') || '(none)'}` },
        ]);
      return plan;
    },
    async load(refs) {
      for (const key of new Set(refs.map(keyOf))) {
        if (known.has(key)) continue;
        const stored = await documents.get(key);
        if (isPlan(stored?.value)) known.set(key, stored.value);
      }
    },
    get: (ref) => known.get(keyOf(ref)),
  };
}

function keyOf({ id, version }: PlanRef): string {
  return `plan/${id}/${version}`;
}

/** What `save` wrote; anything else under the key is treated as no plan at all. */
function isPlan(value: unknown): value is CascadePlan {
  return typeof value === 'object' && value !== null && 'id' in value && 'version' in value && 'steps' in value && Array.isArray(value.steps);
}
