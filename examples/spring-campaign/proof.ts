import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messenger, MessengerStores } from 'licet';
import { bundlePage, createLedgerLog, createProofBundle, ed25519Signer, fileWitness, verifierKeyText, verifyBundle } from 'licet/proof';
import { keptNotices } from 'licet/web';
import type { SandboxBooks } from './ledger-check.ts';

/**
 * The proof for one person who was written to: bundle, readable page, and the verdict of the verifier, which reads nothing but the bundle and
 * the public key. The signing key and the witness of checkpoints lie outside the store.
 */
export async function writeProof(messenger: Messenger, stores: MessengerStores, books: SandboxBooks, folder: string): Promise<boolean> {
  const optedOut = books.acts.find(({ meaning, to }) => meaning === 'opt-out' && to.startsWith('+'));
  const phone = optedOut?.to ?? books.entries.find(({ to }) => to.startsWith('+'))?.to;
  if (phone === undefined) return true;
  const signer = ed25519Signer('vesna.example', keptKey(join(folder, 'signing-key.pem')));
  const log = createLedgerLog({ store: stores.consentStore, signer, witness: fileWitness(join(folder, 'checkpoints')) });
  const subject = messenger.consent.subject(phone);
  const bundle = await createProofBundle({
    store: stores.consentStore,
    log,
    signer,
    subject,
    notices: await keptNotices(stores.documentStore),
    dataKey: await messenger.consent.disclosureKey(subject),
  });
  writeFileSync(join(folder, 'proof.json'), JSON.stringify(bundle, null, 2));
  writeFileSync(join(folder, 'public-key.txt'), `${verifierKeyText(signer)}\n`);
  const verdict = verifyBundle(JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8')), { publicKey: verifierKeyText(signer) });
  writeFileSync(join(folder, 'proof.html'), bundlePage(bundle, verdict, 'ru'));
  console.log(`Proof for one person (${bundle.records.length} records): ${verdict.ok ? 'verified' : 'NOT VERIFIED'}. out/proof.json, out/proof.html`);
  return verdict.ok;
}

function keptKey(file: string): ReturnType<typeof createPrivateKey> {
  if (!existsSync(file)) writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return createPrivateKey(readFileSync(file));
}
