/** The page's part in the browser: reads a file, has the verifier judge it, shows the verdict. Texts only ever become text nodes. */
export const verifierView: string = `
const said = JSON.parse(document.getElementById('words').textContent);
const field = (id) => document.getElementById(id);
const verdictAt = field('verdict');
let chosen;

const element = (name, text, ...children) => {
  const made = document.createElement(name);
  if (text !== null) made.textContent = text;
  made.append(...children);
  return made;
};
const sentence = (good, text) => {
  const line = element('p', (good ? '\\u2713 ' : '\\u2717 ') + text);
  line.className = 'verdict ' + (good ? 'good' : 'bad');
  return line;
};
const listed = (values) => (values === '*' ? said.words.all : values.join(', '));
const fault = (text) => said.faults[text] ?? text;

function facts(record, personal) {
  const pairs = [
    [said.words.acted, record.occurredAt],
    [said.words.recorded, record.recordedAt],
    [said.words.sender, record.sender === '*' ? said.words.all : record.sender],
    [said.words.channels, listed(record.channels)],
    [said.words.purposes, listed(record.purposes)],
    [said.words.how, (said.methods[record.evidence.method] ?? record.evidence.method) + ', ' + record.evidence.grade],
    [said.words.reason, record.reason],
    ...Object.entries(personal ?? {}).flatMap(([name, value]) => (typeof value === 'object' ? Object.entries(value) : [[said.words[name] ?? name, value]])),
  ];
  return element('dl', null, ...pairs.filter(([, value]) => value !== undefined).flatMap(([name, value]) => [element('dt', name), element('dd', String(value))]));
}

function article(one, index, notices) {
  const kind = one.record === undefined ? '' : ': ' + (said.kinds[one.record.kind] ?? one.record.kind);
  const parts = [element('h2', said.words.record + ' ' + (index + 1) + kind)];
  if (one.fault !== null) parts.push(sentence(false, fault(one.fault)));
  if (one.record !== undefined) {
    parts.push(facts(one.record, one.personal));
    const notice = one.record.evidence.notice;
    const shown = notice && notices.find((text) => text.hash === notice.hash && text.version === notice.version && text.language === notice.language);
    if (shown) parts.push(element('p', said.words.shown + ' (' + shown.version + ', ' + shown.language + ')'), element('blockquote', shown.text));
  }
  return element('article', null, ...parts);
}

async function canVerify() {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32).fill(1), 'Ed25519', false, ['verify']);
    return true;
  } catch (error) {
    return error.name !== 'NotSupportedError' && crypto.subtle !== undefined;
  }
}

async function judge() {
  if (chosen === undefined) return;
  const key = field('key').value.trim();
  if (!(await canVerify())) return verdictAt.replaceChildren(sentence(false, said.words.old));
  let bundle;
  try {
    bundle = JSON.parse(await chosen.text());
  } catch {
    return verdictAt.replaceChildren(sentence(false, said.words.notJson));
  }
  const { ok, fault: whole, records } = await verifyBundle(bundle, key);
  const head = sentence(ok, ok ? said.words.sound : said.words.unsound + (whole === null ? '' : ' ' + fault(whole)));
  verdictAt.replaceChildren(head, ...records.map((one, index) => article(one, index, bundle.notices)));
}

field('file').addEventListener('change', (event) => {
  chosen = event.target.files[0];
  judge();
});
field('key').addEventListener('input', judge);
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  chosen = event.dataTransfer.files[0] ?? chosen;
  judge();
});
`;
