import { changeDocument } from '../../cascade/stores/change-document.ts';
import type { DocumentStore } from '../../cascade/stores/document-store.ts';
import { InvalidOptionsError } from '../../errors.ts';
import type { IsoDate, LawPack } from '../../law/pack.ts';
import type { Channel, MessageKind } from '../../law/vocabulary.ts';
import type { JsonValue } from '../../ledger/canonical-json.ts';
import { gradeSheet } from '../quiz/answer-sheet.ts';

/** That one member of staff answered a quiz: what was taught, by which law, and how it went. */
export interface Attestation {
  /** The host's own opaque id of the person, never a name, an address or a number. */
  readonly staff: string;
  readonly takenAt: Date;
  /** The day whose law was asked about. */
  readonly on: IsoDate;
  readonly language: 'en' | 'ru';
  readonly countries: readonly string[];
  /** Empty: all. */
  readonly channels: readonly Channel[];
  readonly kinds: readonly MessageKind[];
  /** `ru@2026-11-23` */
  readonly packs: readonly string[];
  readonly seed: number;
  readonly right: number;
  readonly total: number;
  readonly passed: boolean;
  /** Rules answered wrong. */
  readonly missed: readonly string[];
}

export interface AttestOptions {
  readonly staff: string;
  /** The line at the end of the quiz. */
  readonly sheet: string;
  readonly packs: readonly LawPack[];
  /** Share of right answers that passes. @default 0.8 */
  readonly passShare?: number | undefined;
  readonly now: Date;
}

/** Attestations in the tenant's documents: written once, never changed. */
export interface AttestationBook {
  /**
   * Grades a handed-in sheet and keeps the result; the same sheet of the same person is kept once.
   * @throws {InvalidOptionsError} for an id that may name a person, or a line that is no sheet of these packs.
   */
  attest(options: AttestOptions): Promise<Attestation>;
  /** All of them, or one person's, oldest first. */
  list(staff?: string): Promise<readonly Attestation[]>;
}

const PREFIX = 'attestation/';
const DEFAULT_PASS_SHARE = 0.8;

export function openAttestations(documents: DocumentStore): AttestationBook {
  return {
    async attest({ staff, sheet, packs, passShare = DEFAULT_PASS_SHARE, now }) {
      refusePersonal(staff);
      if (!(passShare > 0 && passShare <= 1))
        throw new InvalidOptionsError('This is no share to pass by.', [{ path: 'passShare', expected: 'above 0, at most 1' }]);
      const { quiz, right, total, missed } = gradeSheet(sheet, packs);
      const { on, language, countries, channels, kinds, packs: versions, seed } = quiz;
      const passed = right >= passShare * total;
      const value = {
        staff,
        takenAt: now.toISOString(),
        on,
        language,
        countries,
        channels,
        kinds,
        packs: versions,
        seed,
        right,
        total,
        passed,
        missed,
      };
      const answers = sheet.trim().slice(sheet.trim().lastIndexOf('=') + 1);
      const key = `${PREFIX}${staff}/${on}/${language}/${seed}/${answers}`;
      const kept = await changeDocument(documents, key, (before) => (before === undefined ? (value as unknown as JsonValue) : undefined));
      return read(kept as JsonValue);
    },
    async list(staff) {
      const found = await documents.list(staff === undefined ? PREFIX : `${PREFIX}${staff}/`);
      return found.map(({ value }) => read(value)).toSorted((a, b) => a.takenAt.getTime() - b.takenAt.getTime());
    },
  };
}

/** An id that looks like a name, a number or an address would put personal data where none is looked for. */
function refusePersonal(staff: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u.test(staff) && !/\d{9}/u.test(staff.replace(/[._-]/gu, ''))) return;
  throw new InvalidOptionsError('Staff are referred to by an opaque id.', [
    { path: 'staff', expected: 'letters, digits, dots and dashes; no address, no telephone number' },
  ]);
}

function read(value: JsonValue): Attestation {
  const kept = value as unknown as Omit<Attestation, 'takenAt'> & { readonly takenAt: string };
  return { ...kept, takenAt: new Date(kept.takenAt) };
}
