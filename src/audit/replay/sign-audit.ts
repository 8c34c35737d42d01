import { canonicalJson, type JsonValue } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/hash.ts';
import { openCheckpoint } from '../../proof/checkpoint.ts';
import type { LedgerLog } from '../../proof/ledger-log.ts';
import { parseVerifierKey, type Signer } from '../../proof/note-key.ts';
import { openNote, signNote } from '../../proof/signed-note.ts';
import type { Witness } from '../../proof/witness.ts';
import type { CampaignAudit } from './audit-campaign.ts';

/** An audit that nobody can change afterwards: signed, and bound to the state of the ledger it was read from. */
export interface SignedAudit {
  readonly audit: CampaignAudit;
  /** A C2SP signed note over the audit's hash and the checkpoint's. */
  readonly note: string;
  /** The ledger when the audit was made. */
  readonly checkpoint: string;
}

export interface AuditSigning {
  readonly signer: Signer;
  readonly log: Pick<LedgerLog, 'checkpoint'>;
  /** Keeps the note outside the database, as it keeps checkpoints. */
  readonly witness: Pick<Witness, 'keep'>;
}

/** Why a signed audit is not believed. */
export type AuditFault = 'note-unreadable' | 'audit-changed' | 'checkpoint-changed' | 'checkpoint-unreadable';

/**
 * Signs an audit over a fresh checkpoint of the ledger, and has the witness keep the note.
 * @throws {LedgerTamperedError} when the ledger does not fit what was signed before: then nothing is signed over it.
 */
export async function signAudit(audit: CampaignAudit, { signer, log, witness }: AuditSigning): Promise<SignedAudit> {
  const checkpoint = await log.checkpoint();
  const note = await signNote(noteText(signer.name, audit, checkpoint), signer);
  await witness.keep(`${signer.name}/audit`, note);
  return { audit, note, checkpoint };
}

/** Checks a signed audit against the ledger's public key, offline. */
export function verifyAudit(
  { audit, note, checkpoint }: SignedAudit,
  publicKey: string,
): { readonly ok: true } | { readonly ok: false; readonly fault: AuditFault } {
  const key = parseVerifierKey(publicKey);
  const opened = openNote(note, [key]);
  if (opened === null) return { ok: false, fault: 'note-unreadable' };
  const [, , , auditHash, checkpointHash] = opened.text.split('\n');
  if (auditHash !== hashOf(audit)) return { ok: false, fault: 'audit-changed' };
  if (checkpointHash !== sha256Hex(checkpoint)) return { ok: false, fault: 'checkpoint-changed' };
  if (opened.text !== noteText(key.name, audit, checkpoint)) return { ok: false, fault: 'note-unreadable' };
  return openCheckpoint(checkpoint, key) === null ? { ok: false, fault: 'checkpoint-unreadable' } : { ok: true };
}

function noteText(name: string, audit: CampaignAudit, checkpoint: string): string {
  const when = new Date(audit.madeAt).toISOString();
  return `${name}/audit\n${audit.campaignId ?? '*'}\n${when}\n${hashOf(audit)}\n${sha256Hex(checkpoint)}\n`;
}

function hashOf(audit: CampaignAudit): string {
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(audit)) as JsonValue));
}
