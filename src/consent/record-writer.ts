import type { KeyObject } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { StoreConflictError } from '../errors.ts';
import type { RandomBytes } from '../ledger/random.ts';
import { openRecord } from './record/open-record.ts';
import { encryptPersonal } from './record/personal-fields.ts';
import type { ConsentEvent, ConsentRecord, PersonalFields, SubjectRef } from './record/record.ts';
import { sealRecord } from './record/seal-record.ts';
import type { SealedRecord } from './record/sealed-record.ts';
import type { ConsentStore } from './store/consent-store.ts';
import type { SubjectKeys } from './subject-keys.ts';

/** An event ready to be chained. */
export interface PlannedEvent extends ConsentEvent {
  readonly id: string;
  readonly personal?: PersonalFields | undefined;
  readonly answers?: string | undefined;
}

/** A record, and whether this call added it or found it there already (same id). */
export interface WrittenRecord {
  readonly record: ConsentRecord;
  readonly added: boolean;
  /** Whether the person had withdrawn something, or been erased, before this call. */
  readonly afterRefusal: boolean;
}

/** What the chains say when an event is planned: it is asked again whenever another writer was faster. */
export type Plan = (chains: ReadonlyMap<SubjectRef, readonly ConsentRecord[]>) => readonly PlannedEvent[];

export interface RecordWriter {
  /** Plans events over the current chains and appends them, all or none. @throws {StoreConflictError} when other writers win too often. */
  write(subjects: readonly SubjectRef[], plan: Plan): Promise<readonly WrittenRecord[]>;
}

export interface RecordWriterDeps {
  readonly store: ConsentStore;
  readonly keys: SubjectKeys;
  readonly tenant: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

const SALT_BYTES = 16;
/** Every lost round means that another writer got through; so many in a row is no longer contention. */
const MAX_ROUNDS = 64;

/** The only place that appends: loads chains, lets the caller plan, seals and appends, and begins anew when another writer came between. */
export function createRecordWriter(deps: RecordWriterDeps): RecordWriter {
  return {
    async write(subjects, plan) {
      const unique = [...new Set(subjects)];
      for (let round = 1; ; round += 1) {
        const chains = await loadChains(deps, unique);
        const sealing = await seal(deps, chains, plan(chains));
        if (sealing.fresh.length === 0) return sealing.written;
        try {
          await deps.store.append(sealing.fresh);
          return sealing.written;
        } catch (error) {
          if (!(error instanceof StoreConflictError) || round === MAX_ROUNDS) throw error;
        }
      }
    },
  };
}

/** Whether a record takes a permission back for good, so that no imported claim revives it. */
export function isRefusal({ kind }: ConsentRecord): boolean {
  return kind === 'withdrawn' || kind === 'erased';
}

async function loadChains(deps: RecordWriterDeps, subjects: readonly SubjectRef[]): Promise<ReadonlyMap<SubjectRef, readonly ConsentRecord[]>> {
  const stored = await deps.store.load(subjects, { withoutText: true });
  const chains = new Map<SubjectRef, readonly ConsentRecord[]>();
  for (const subject of subjects)
    chains.set(
      subject,
      (stored.get(subject) ?? []).map((sealed) => openRecord(deps.tenant, sealed)),
    );
  return chains;
}

interface Sealing {
  readonly fresh: readonly SealedRecord[];
  readonly written: readonly WrittenRecord[];
}

async function seal(
  deps: RecordWriterDeps,
  chains: ReadonlyMap<SubjectRef, readonly ConsentRecord[]>,
  events: readonly PlannedEvent[],
): Promise<Sealing> {
  const keys = await deps.keys.obtain(events.filter((event) => event.personal !== undefined).map((event) => event.subject));
  const recordedAt = deps.clock.now();
  const added = new Map<SubjectRef, ConsentRecord[]>();
  const fresh: SealedRecord[] = [];
  const written: WrittenRecord[] = [];
  for (const event of events) {
    const chain = chains.get(event.subject) ?? [];
    const afterRefusal = chain.some(isRefusal);
    const addedNow = added.get(event.subject) ?? [];
    const known = addedNow.find(({ id }) => id === event.id) ?? chain.find(({ id }) => id === event.id);
    if (known !== undefined) {
      written.push({ record: known, added: false, afterRefusal });
      continue;
    }
    const before = addedNow.at(-1) ?? chain.at(-1);
    const { sealed, record } = sealOne(deps, event, keys.get(event.subject), before, recordedAt);
    addedNow.push(record);
    added.set(event.subject, addedNow);
    fresh.push(sealed);
    written.push({ record, added: true, afterRefusal });
  }
  return { fresh, written };
}

function sealOne(
  deps: RecordWriterDeps,
  event: PlannedEvent,
  key: KeyObject | undefined,
  before: ConsentRecord | undefined,
  recordedAt: Date,
): { readonly sealed: SealedRecord; readonly record: ConsentRecord } {
  const salt = deps.random(SALT_BYTES);
  const { personal, answers, ...rest } = event;
  const placed = {
    ...rest,
    ...(answers === undefined ? {} : { answers }),
    sequence: (before?.sequence ?? 0) + 1,
    previousHash: before?.hash ?? null,
    recordedAt,
  };
  const sealed = sealRecord({
    ...placed,
    salt: Buffer.from(salt).toString('base64'),
    personal: personal === undefined || key === undefined ? undefined : encryptPersonal(personal, key, salt, event.id),
  });
  return { sealed, record: { ...placed, tenant: deps.tenant, hash: sealed.hash } };
}
