import { createSecretKey, KeyObject } from 'node:crypto';
import type { Clock, NewId } from '../clock.ts';
import { InvalidOptionsError } from '../errors.ts';
import { type RandomBytes, systemRandom } from '../ledger/random.ts';
import { subjectRef } from '../ledger/subject-ref.ts';
import type { BookContext } from './book-context.ts';
import { confirmWith, requestWith } from './book-double-opt-in.ts';
import { eraseWith, withdrawWith } from './book-withdrawal.ts';
import type { GrantAct, ImportAct, Person, SuppressAct, UnsuppressAct, WithdrawAct, WithdrawalResult } from './consent-act.ts';
import { type ConsentReader, createConsentReader } from './consent-reader.ts';
import type { ConfirmAct, Confirmation, OpenRequest, RequestAct } from './double-opt-in.ts';
import type { EraseAct, Erasure } from './erasure.ts';
import type { SubjectFence } from './fence.ts';
import { permissionEvent, refusalEvent } from './plan-event.ts';
import type { ConsentEventKind, ConsentRecord, SubjectRef } from './record/record.ts';
import { createRecordWriter, type PlannedEvent, type WrittenRecord } from './record-writer.ts';
import type { ConsentStore } from './store/consent-store.ts';
import type { KeyStore } from './store/key-store.ts';
import { createSubjectKeys } from './subject-keys.ts';

export interface ConsentBookOptions {
  readonly store: ConsentStore;
  /** Needed to erase people; without it personal fields are encrypted under the secret alone. */
  readonly keys?: KeyStore | undefined;
  readonly tenant: string;
  /** At least 32 random bytes, the same for ever: references to people are made with it. */
  readonly secret: KeyObject | Uint8Array;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Shuts the gate for a person; `noFence` for a ledger that nothing sends by. */
  readonly fence: SubjectFence;
  readonly random?: RandomBytes | undefined;
}

/** Everything a host does with consent. The only place that appends withdrawals: each one closes the person's gate before it is acknowledged. */
export interface ConsentBook extends ConsentReader {
  /** The reference of a person's address. Pure. */
  subject(address: string): SubjectRef;
  /** The key that opens one person's personal fields to a third party, 32 bytes; `null` after an erasure. It opens nobody else's. */
  disclosureKey(subject: SubjectRef): Promise<Uint8Array | null>;
  /** Records a permission. */
  grant(act: GrantAct): Promise<ConsentRecord>;
  /** Records many permissions in one append, in the order given. */
  grantMany(acts: readonly GrantAct[]): Promise<readonly WrittenRecord[]>;
  /** Records imported claims in one append. A claim never revives what a person withdrew. */
  import(acts: readonly ImportAct[]): Promise<readonly WrittenRecord[]>;
  /** Renews a permission that is in force; it revives nothing. */
  refresh(act: GrantAct): Promise<ConsentRecord>;
  /** Opens a double opt-in and gives what to send to the person. */
  request(act: RequestAct): Promise<OpenRequest>;
  /** Completes a double opt-in, or says why not. */
  confirm(act: ConfirmAct): Promise<Confirmation>;
  /** Takes back. When it resolves, nothing more starts for that person and scope but what it names as in flight. */
  withdraw(act: WithdrawAct): Promise<WithdrawalResult>;
  /** Sets a standing "do not send". Closes the gate as a withdrawal does. */
  suppress(act: SuppressAct): Promise<WithdrawalResult>;
  unsuppress(act: UnsuppressAct): Promise<ConsentRecord>;
  /** Destroys the person's key, so that nothing that identifies the person can be read again, and records it. */
  erase(act: EraseAct): Promise<Erasure>;
}

/** A gate for a ledger that nothing sends by: there is never a call in flight. */
export const noFence: SubjectFence = { close: async () => ({ complete: true, inFlight: [] }) };

/**
 * Opens a tenant's consent ledger.
 * @throws {InvalidOptionsError} when the tenant is empty or the secret shorter than 32 bytes.
 */
export function createConsentBook(options: ConsentBookOptions): ConsentBook {
  const secret = readSecret(options);
  const { store, tenant, clock, newId, fence, random = systemRandom } = options;
  const keys = createSubjectKeys(secret, options.keys, random);
  const writer = createRecordWriter({ store, keys, tenant, clock, random });
  const subject = (address: string): SubjectRef => subjectRef(secret, tenant, address);
  const subjectOf = (person: Person): SubjectRef => (person.address === undefined ? person.subject : subject(person.address));
  const context: BookContext = { clock, newId, random, secret, fence, writer, keys, store, tenant, subjectOf };

  const writeAll = (events: readonly PlannedEvent[]): Promise<readonly WrittenRecord[]> =>
    writer.write(
      events.map((event) => event.subject),
      () => events,
    );
  const permissions = (kind: ConsentEventKind, acts: readonly GrantAct[]): Promise<readonly WrittenRecord[]> => {
    const reader = { now: clock.now(), newId, subjectOf };
    return writeAll(acts.map((act) => permissionEvent(kind, act, reader)));
  };
  const single = async (written: Promise<readonly WrittenRecord[]>): Promise<ConsentRecord> => (await written)[0]!.record;

  return {
    ...createConsentReader({ store, keys, tenant }),
    subject,
    disclosureKey: async (person) => (await keys.find([person])).get(person)?.export() ?? null,
    grant: (act) => single(permissions('granted', [act])),
    grantMany: (acts) => permissions('granted', acts),
    import: (acts) => permissions('imported', acts),
    refresh: (act) => single(permissions('refreshed', [act])),
    request: (act) => requestWith(context, act),
    confirm: (act) => confirmWith(context, act),
    withdraw: (act) => withdrawWith(context, 'withdrawn', act),
    suppress: (act) => withdrawWith(context, 'suppressed', act),
    unsuppress: (act) => single(writeAll([refusalEvent('unsuppressed', act, { now: clock.now(), newId, subjectOf })])),
    erase: (act) => eraseWith(context, act),
  };
}

const SECRET_BYTES = 32;

function readSecret(options: ConsentBookOptions): KeyObject {
  if (options.tenant === '') throw new InvalidOptionsError('A consent ledger belongs to a tenant.', [{ path: 'tenant', expected: 'a name' }]);
  const key = options.secret instanceof KeyObject ? options.secret : createSecretKey(options.secret);
  if (key.type !== 'secret' || (key.symmetricKeySize ?? 0) < SECRET_BYTES) {
    throw new InvalidOptionsError('The secret of a consent ledger is too short.', [
      { path: 'secret', expected: `at least ${SECRET_BYTES} random bytes` },
    ]);
  }
  return key;
}
