import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from '../../src/proof/checkpoint.ts';
import { ed25519Signer, parseVerifierKey, verifierKeyText } from '../../src/proof/note-key.ts';
import { openNote, signNote } from '../../src/proof/signed-note.ts';
import { formatTlogProof, parseTlogProof } from '../../src/proof/tlog-proof.ts';
import { fixedSigner, freshSigner } from './support.ts';

// Published example of the note format (Go, golang.org/x/mod/sumdb/note).
const published = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  note:
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

const signer = fixedSigner();
const key = parseVerifierKey(verifierKeyText(signer));

describe('signed notes', () => {
  it('open the published example', () => {
    expect(openNote(published.note, [parseVerifierKey(published.key)])).toMatchObject({ signedBy: ['PeterNeumann'] });
  });

  it('refuse the published example with any bit of it flipped', () => {
    const known = parseVerifierKey(published.key);
    const bytes = Buffer.from(published.note);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      if (openNote(bytes.toString(), [known]) !== null) expect.fail(`bit ${bit} was not noticed`);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
    }
  });

  it('ignore signatures of unknown keys, but not a false one of a known key', async () => {
    const note = await signNote('text\n', signer);
    const foreign = (await signNote('text\n', freshSigner('other.example'))).split('\n\n')[1]!;
    expect(openNote(note + foreign, [key])?.signedBy).toEqual([signer.name]);
    const false_ = (await signNote('other text\n', signer)).split('\n\n')[1]!;
    expect(openNote(note + false_, [key])).toBeNull();
    expect(openNote(await signNote('text\n', freshSigner(signer.name)), [key])).toBeNull();
  });

  it.each(['', 'text\n', 'text\n\n', 'text\n\nno signature\n', 'te\u0001xt\n\n— a AAAAAAA=\n'])('refuse what is no note: %j', (note) =>
    expect(openNote(note, [key])).toBeNull(),
  );

  it('refuse keys that are none', () => {
    const text = verifierKeyText(signer);
    for (const bad of ['', 'a+b+c', text.replace('acme', 'acne'), `${text}AA`, text.replace('+', ' ')])
      expect(() => parseVerifierKey(bad)).toThrow('verifier key');
    expect(() => fixedSigner('two words')).toThrow(expect.objectContaining({ code: 'invalid-options' }));
    expect(() => ed25519Signer('a', generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey)).toThrow(
      expect.objectContaining({ code: 'invalid-options' }),
    );
  });
});

describe('checkpoints', () => {
  const root = Buffer.alloc(32, 3);

  it('say what was signed', async () => {
    const note = await signCheckpoint(20_852_163, root, signer);
    expect(note.split('\n').slice(0, 3)).toEqual(['acme.example/consent', '20852163', root.toString('base64')]);
    expect(openCheckpoint(note, key)).toEqual({ origin: signer.name, size: 20_852_163, root });
  });

  it.each(['acme.example/consent\n007\n', 'other.example\n7\n', 'acme.example/consent\n7\nAAAA\n', 'acme.example/consent\n-1\n'])(
    'refuse a signed text that is no checkpoint of the ledger: %j',
    async (head) => {
      const text = head.split('\n').length > 3 ? head : `${head}${root.toString('base64')}\n`;
      expect(openCheckpoint(await signNote(text, signer), key)).toBeNull();
    },
  );
});

describe('tlog proofs', () => {
  const proof = { index: 73_894, path: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)], checkpoint: 'a\n1\n\n— b c\n' };

  it('read back as they were written', () => expect(parseTlogProof(formatTlogProof(proof))).toEqual(proof));

  it('may carry extra data, which is not read', () => {
    expect(parseTlogProof(formatTlogProof(proof).replace('\nindex', '\nextra AAAA\nindex'))).toEqual(proof);
  });

  it.each([
    ['another head', (text: string) => text.replace('@v1', '@v2')],
    ['a padded index', (text: string) => text.replace('73894', '073894')],
    ['a short hash', (text: string) => text.replace('AQEB', '')],
    ['no checkpoint', (text: string) => text.split('\n\n')[0]!],
  ])('are refused with %s', (_what, change) => expect(parseTlogProof(change(formatTlogProof(proof)))).toBeNull());
});
