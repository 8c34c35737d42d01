#!/usr/bin/env node
// Checks a proof bundle of consent records, offline, with nothing but this file.
//   node verify.mjs bundle.json --key 'name+id+base64'
// Also runs in a browser: import { verifyBundle } from './verify.mjs'. Uses the platform's own SHA-256, Ed25519 and AES-GCM only.

const utf8 = new TextEncoder();
const { subtle } = globalThis.crypto;

const fromBase64 = (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  if (toBase64(bytes) !== text) throw new Error('not canonical base64');
  return bytes;
};
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const concat = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const sha256 = async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes));
const leafHash = (text) => sha256(concat([0], utf8.encode(text)));
const nodeHash = (left, right) => sha256(concat([1], left, right));
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const insist = (condition, fault) => {
  if (!condition) throw new Error(fault);
};

async function readKey(text) {
  const [, name, id, key64] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  insist(key64 !== undefined, 'the key is not of the form name+id+base64');
  const typed = fromBase64(key64);
  insist(typed.length === 33 && typed[0] === 1, 'the key is not an Ed25519 key');
  insist(toHex(await sha256(concat(utf8.encode(`${name}\n`), typed))).startsWith(id), 'the id of the key does not fit it');
  return { name, id, key: await subtle.importKey('raw', typed.slice(1), 'Ed25519', false, ['verify']) };
}

async function openCheckpoint(note, { name, id, key }) {
  const end = note.lastIndexOf('\n\n');
  insist(end > 0 && note.endsWith('\n'), 'the checkpoint is not a signed note');
  const text = note.slice(0, end + 1);
  let signed = false;
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, signer, signature64] = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
    insist(signature64 !== undefined, 'the checkpoint has a line that is no signature');
    const signature = fromBase64(signature64);
    if (signer !== name || toHex(signature.slice(0, 4)) !== id) continue;
    insist(await subtle.verify('Ed25519', key, signature.slice(4), utf8.encode(text)), 'the signature of the checkpoint is false');
    signed = true;
  }
  insist(signed, 'the checkpoint is not signed with this key');
  const [origin, size, root] = text.split('\n');
  insist(origin === name && /^(0|[1-9][0-9]{0,15})$/.test(size), 'the checkpoint is of another ledger');
  return { size: Number(size), root: fromBase64(root) };
}

/** Root that a leaf and its path lead to. Recursive, after the definition of the tree. */
async function rootOf(leaf, index, size, path) {
  if (size === 1) {
    insist(path.length === 0, 'the path is too long');
    return leaf;
  }
  insist(path.length > 0, 'the path is too short');
  let split = 1;
  while (split * 2 < size) split *= 2;
  const sibling = path.at(-1);
  const rest = path.slice(0, -1);
  return index < split
    ? nodeHash(await rootOf(leaf, index, split, rest), sibling)
    : nodeHash(sibling, await rootOf(leaf, index - split, size - split, rest));
}

/** Roots of the old and the new tree that a consistency path leads to; `whole` while the old tree fills this subtree from its left edge. */
async function rootsOf(oldSize, newSize, path, oldRoot, whole = true) {
  if (oldSize === newSize) {
    if (whole) {
      insist(path.length === 0, 'the path is too long');
      return [oldRoot, oldRoot];
    }
    insist(path.length === 1, 'the path is too short');
    return [path[0], path[0]];
  }
  insist(path.length > 0, 'the path is too short');
  let split = 1;
  while (split * 2 < newSize) split *= 2;
  const sibling = path.at(-1);
  const rest = path.slice(0, -1);
  if (oldSize <= split) {
    const [then, now] = await rootsOf(oldSize, split, rest, oldRoot, whole);
    return [then, await nodeHash(now, sibling)];
  }
  const [then, now] = await rootsOf(oldSize - split, newSize - split, rest, oldRoot, false);
  return [await nodeHash(sibling, then), await nodeHash(sibling, now)];
}

function parseProof(text) {
  const end = text.indexOf('\n\n');
  const [head, ...lines] = text.slice(0, end).split('\n');
  insist(end > 0 && head === 'c2sp.org/tlog-proof@v1', 'the proof is not a tlog-proof');
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const [, index] = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? '') ?? [];
  insist(index !== undefined, 'the proof has no index');
  return { index: Number(index), path: lines.map(fromBase64), checkpoint: text.slice(end + 2) };
}

// Personal fields are packed (RFC 1951) over these words before they are encrypted.
const words = utf8.encode(
  [
    'Получено согласие на обработку персональных данных и на получение рекламы, рекламных и информационных сообщений по SMS, в мессенджере, ',
    'по телефону, по электронной почте. Согласен получать рекламную рассылку об акциях, скидках и специальных предложениях. ',
    'Согласие дано на сайте, в магазине, на кассе, через форму, по звонку оператору; анкета, договор № от года, подпись клиента. ',
    'Могу отозвать его в любой момент. Отказаться: ответьте СТОП. ',
    'By ticking this box, I agree to receive recurring automated marketing text messages, news and special offers from the company ',
    'at the phone number provided, by SMS, WhatsApp or email. Consent is not a condition of purchase. Message and data rates may apply. ',
    'Reply STOP to unsubscribe, HELP for help. You can withdraw consent at any time. Privacy policy, terms and conditions. ',
    'customer signed up in store, on paper, by phone call with the agent, at checkout; recording, contract, order, invoice, loyalty card ',
    'newsletter subscribe subscription signup register registration account profile settings checkout landing campaign preference ',
    'Version/ Mobile/15E148 Safari/604.1 Edg/ YaBrowser/ OPR/ SamsungBrowser/ ',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ',
    'Mozilla/5.0 (Linux; Android 10; K) Mobile Safari/537.36 Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 ',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 ',
    '.com/ .ru/ .org/ .html?utm_source=&utm_medium=&utm_campaign=&id= ',
    'false true null 2026-01-T00:00:00.000Z https://www. ',
    '\\",\\"userAgent\\":\\" \\",\\"ip\\":\\"192.168. \\",\\"url\\":\\"https:// \\":true,\\" {\\" \\"} ',
    '"},"note":"","sourceUrl":"https:// {"address":"+7 ","details":{"ip":"192.168.","userAgent":"Mozilla/5.0 ',
    '"},"note":"{\\"","sourceUrl":"https://www.{"address":"+447","note":"',
  ].join(''),
);
const LONGEST_PERSONAL = 1_048_576;

/** Unpacks what was packed over the words: as a stored block before it they are as good as a preset dictionary, which browsers do not take. */
async function unpack(packed) {
  const { length } = words;
  const stored = concat([0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255], words, packed);
  const reader = new Blob([stored]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts = [];
  let total = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    total += part.value.length;
    insist(total <= length + LONGEST_PERSONAL, 'the personal fields do not open with the key given');
  }
  return concat(...parts).slice(length);
}

async function openPersonal(record, key) {
  const salt = fromBase64(record.salt);
  const sealed = { name: 'AES-GCM', iv: salt.slice(0, 12), additionalData: utf8.encode(record.id) };
  const opened = new Uint8Array(await subtle.decrypt(sealed, key, fromBase64(record.personal)));
  return JSON.parse(new TextDecoder().decode(opened[0] === 0x7b ? opened : await unpack(opened.slice(1))));
}

const members = {
  bundle: ['dataKey', 'format', 'later', 'notices', 'publicKey', 'records', 'subject'],
  record: ['body', 'proof'],
  notice: ['hash', 'language', 'text', 'version'],
  later: ['checkpoint', 'consistency'],
};
const hasExactly = (value, names) => Object.keys(value).sort().join() === names.join();

async function checkRecord(bundle, position, key, dataKey) {
  const { body, proof } = bundle.records[position];
  const { index, path, checkpoint } = parseProof(proof);
  const { size, root } = await openCheckpoint(checkpoint, key);
  insist(index < size, 'the record is not in the ledger');
  insist(same(await rootOf(await leafHash(body), index, size, path), root), 'the record is not in the ledger');
  const record = JSON.parse(body);
  insist(record.version === 1, 'the record is of an unknown version');
  insist(record.subject === bundle.subject, 'the record is of another person');
  const before = position === 0 ? undefined : toHex(await leafHash(bundle.records[position - 1].body));
  insist(record.sequence === position + 1 && record.previousHash === before, "the person's records are not complete or not in order");
  const { notice } = record.evidence;
  const shown = (one) => one.hash === notice.hash && one.version === notice.version && one.language === notice.language;
  insist(notice === undefined || bundle.notices.some(shown), 'the text that was shown is missing');
  if (record.personal === undefined || dataKey === null) return { record };
  const erasedLater = bundle.records.slice(position + 1).some((later) => JSON.parse(later.body).kind === 'erased');
  try {
    return { record, personal: await openPersonal(record, dataKey) };
  } catch {
    insist(erasedLater, 'the personal fields do not open with the key given');
    return { record };
  }
}

async function checkWhole(bundle, key, keyText) {
  insist(bundle.publicKey === keyText, 'the bundle is of another key');
  insist(bundle.records.length > 0, 'the bundle has no records');
  const proofs = bundle.records.map((record) => parseProof(record.proof));
  insist(
    proofs.every((proof) => proof.checkpoint === proofs[0].checkpoint),
    'the records are proven in different states',
  );
  const named = bundle.records.map((record) => JSON.parse(record.body).evidence.notice).filter((notice) => notice !== undefined);
  for (const notice of bundle.notices) {
    insist(toHex(await sha256(utf8.encode(notice.text))) === notice.hash, 'a text was changed');
    const meant = (one) => one.hash === notice.hash && one.version === notice.version && one.language === notice.language;
    insist(named.some(meant), 'a text is named by no record');
  }
  if (bundle.later === null) return;
  const then = await openCheckpoint(proofs[0].checkpoint, key);
  const now = await openCheckpoint(bundle.later.checkpoint, key);
  insist(then.size <= now.size, 'the later state is the smaller one');
  const [oldRoot, newRoot] = await rootsOf(then.size, now.size, bundle.later.consistency.map(fromBase64), then.root);
  insist(same(oldRoot, then.root) && same(newRoot, now.root), 'the ledger was rewritten since');
}

function requireForm(bundle) {
  const lists = Array.isArray(bundle?.records) && Array.isArray(bundle.notices) && hasExactly(bundle, members.bundle);
  insist(lists && bundle.format === 'licet-proof-bundle/1', 'this is not a proof bundle');
  insist(
    bundle.records.every((record) => hasExactly(record, members.record)),
    'a record has unknown members',
  );
  insist(
    bundle.notices.every((notice) => hasExactly(notice, members.notice)),
    'a text has unknown members',
  );
  insist(bundle.later === null || hasExactly(bundle.later, members.later), 'the later state has unknown members');
}

/** The verdict: what is wrong with the whole (`null`: nothing), and per record what is wrong and what it says. Never throws. */
export async function verifyBundle(bundle, keyText) {
  const faultOf = async (check) => {
    try {
      return { fault: null, ...(await check()) };
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) };
    }
  };
  let key;
  let dataKey = null;
  const form = await faultOf(async () => {
    key = await readKey(keyText);
    requireForm(bundle);
    if (bundle.dataKey !== null) dataKey = await subtle.importKey('raw', fromBase64(bundle.dataKey), 'AES-GCM', false, ['decrypt']);
  });
  if (form.fault !== null) return { ok: false, fault: form.fault, records: [] };
  const records = [];
  for (const position of bundle.records.keys()) records.push(await faultOf(() => checkRecord(bundle, position, key, dataKey)));
  const { fault } = await faultOf(() => checkWhole(bundle, key, keyText));
  return { ok: fault === null && records.every((record) => record.fault === null), fault, records };
}

async function main([file, flag, keyText]) {
  const { readFileSync } = await import('node:fs');
  if (file === undefined || flag !== '--key' || keyText === undefined) {
    process.stderr.write("usage: node verify.mjs BUNDLE --key 'name+id+base64'\n");
    return 2;
  }
  let bundle;
  try {
    bundle = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    process.stdout.write(`FALSE  ${file} cannot be read: ${error.message}\n`);
    return 1;
  }
  const { ok, fault, records } = await verifyBundle(bundle, keyText);
  for (const [i, one] of records.entries()) {
    const said = one.record === undefined ? '' : ` ${one.record.kind} ${one.record.occurredAt} sender ${one.record.sender}`;
    process.stdout.write(`${one.fault === null ? 'true ' : 'FALSE'}  record ${i + 1}${said}${one.fault === null ? '' : `: ${one.fault}`}\n`);
  }
  if (fault !== null) process.stdout.write(`FALSE  bundle: ${fault}\n`);
  process.stdout.write(ok ? 'The bundle is sound.\n' : 'The bundle is NOT sound.\n');
  return ok ? 0 : 1;
}

if (typeof process !== 'undefined' && process.argv?.[1] && import.meta.url.endsWith(encodeURI(process.argv[1].replaceAll('\\', '/')))) {
  process.exitCode = await main(process.argv.slice(2));
}
