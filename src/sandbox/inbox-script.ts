/** Script of the inbox page. Everything people wrote is set as text, never as markup. */
export const inboxScript: string = `'use strict';
const shownAtMost = 500;
const list = document.getElementById('messages');
const card = document.getElementById('card');
const filters = document.getElementById('filters');
const summary = document.getElementById('summary');
const empty = document.getElementById('empty');
const messages = new Map();
const order = ['taken', 'sent', 'failed', 'expired', 'delivered', 'read'];
const bad = new Set(['failed', 'expired']);
let pending = false;

function words(event) {
  switch (event.type) {
    case 'reply': return 'answered: “' + event.text + '”' + (event.meaning === 'other' ? '' : ' (' + event.meaning + ')');
    case 'stop': return 'blocked the sender';
    case 'template': return 'the platform set the template to ' + event.state;
    case 'failed': return 'failed with code ' + (event.code || '(none)');
    default: return event.type;
  }
}

function clockTime(iso) {
  return iso.slice(0, 10) + ' ' + iso.slice(11, 19);
}

function billing(entry) {
  if (entry.channel === 'sms') return entry.segments + (entry.segments === 1 ? ' segment' : ' segments') + ' to pay';
  return entry.template ? 'template ' + entry.template.name + ' (' + entry.template.language + '), paid when delivered' : 'no price per message';
}

function add(entry) {
  const item = card.content.cloneNode(true).firstElementChild;
  const set = (name, text) => { item.querySelector(name).textContent = text; };
  item.dataset.channel = entry.channel;
  item.dataset.seq = entry.seq;
  set('.channel', entry.channel);
  set('.from', entry.from);
  set('.to', entry.to);
  set('.text', entry.text);
  set('.billing', billing(entry));
  set('.reference', entry.provider + ' ' + entry.messageId);
  const time = item.querySelector('time');
  time.dateTime = entry.at;
  time.textContent = clockTime(entry.at);
  for (const text of entry.buttons) {
    const button = document.createElement('li');
    button.textContent = text;
    item.querySelector('.buttons').append(button);
  }
  const known = { entry, item, state: 'taken', answered: false };
  messages.set(entry.seq, known);
  show(known);
  offerChannel(entry.channel);
  list.prepend(item);
  while (list.children.length > shownAtMost) {
    messages.delete(Number(list.lastElementChild.dataset.seq));
    list.lastElementChild.remove();
  }
}

function happen(news) {
  const known = messages.get(news.seq);
  if (known === undefined) return;
  const line = document.createElement('li');
  line.textContent = clockTime(news.at) + ' ' + words(news.event);
  known.item.querySelector('.history').append(line);
  if (order.indexOf(news.event.type) > order.indexOf(known.state)) known.state = news.event.type;
  if (news.event.type === 'reply' || news.event.type === 'stop') known.answered = true;
  show(known);
}

function show(known) {
  const state = known.item.querySelector('.state');
  state.textContent = known.state + (known.answered ? ', answered' : '');
  state.dataset.bad = String(bad.has(known.state));
  known.item.hidden = !fits(known);
  later();
}

function fits({ entry, state, answered }) {
  const { channel, state: wanted, text } = Object.fromEntries(new FormData(filters));
  if (channel !== '' && entry.channel !== channel) return false;
  if (wanted !== '' && (wanted === 'answered' ? !answered : state !== wanted)) return false;
  const needle = text.trim().toLowerCase();
  return needle === '' || (entry.to + ' ' + entry.from + ' ' + entry.text).toLowerCase().includes(needle);
}

function offerChannel(channel) {
  const select = filters.elements.channel;
  if ([...select.options].some((option) => option.value === channel)) return;
  select.append(new Option(channel, channel));
}

function later() {
  if (pending) return;
  pending = true;
  requestAnimationFrame(() => {
    pending = false;
    const shown = [...messages.values()].filter(({ item }) => !item.hidden).length;
    summary.textContent = shown === messages.size ? messages.size + ' messages' : shown + ' of ' + messages.size + ' messages';
    empty.hidden = messages.size > 0;
  });
}

async function act(item, body) {
  const outcome = item.querySelector('.outcome');
  try {
    const response = await fetch('/_sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seq: Number(item.dataset.seq), ...body }),
    });
    outcome.textContent = response.ok ? 'Done' : (await response.json()).error;
  } catch {
    outcome.textContent = 'The sandbox does not answer';
  }
}

list.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-type]');
  if (button === null) return;
  const { type, text, meaning } = button.dataset;
  act(button.closest('.message'), { type, text, meaning });
});

list.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  act(form.closest('.message'), { type: form.dataset.type, ...Object.fromEntries(new FormData(form)) });
});

filters.addEventListener('input', () => { for (const known of messages.values()) show(known); });
filters.addEventListener('submit', (event) => event.preventDefault());

function connect() {
  const feed = new EventSource('/_sandbox/events');
  feed.addEventListener('open', () => {
    messages.clear();
    list.replaceChildren();
    later();
  });
  feed.addEventListener('message', ({ data }) => {
    const news = JSON.parse(data);
    if (news.news === 'message') add(news.entry);
    else happen(news);
  });
  feed.addEventListener('error', () => { summary.textContent = 'The sandbox does not answer; trying again…'; });
}
connect();
`;
