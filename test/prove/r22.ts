import { setTimeout as sleep } from 'node:timers/promises';
import { randomId, systemClock } from '../../src/clock.ts';
import { type ConsentBook, createConsentBook, memoryConsentStore, memoryKeyStore, noFence } from '../../src/consent/index.ts';
import { type LinkTokens, linkTokens, unsubscribePage, type WebHandler } from '../../src/web/index.ts';
import { dice, fictionPhone, type Outcome, type ProveOptions, quantile } from './claim.ts';

const base = 'https://stop.example.test/u';
const now = new Date('2026-11-24T10:00:00Z');
const LOOKS = 10_000;
/** What the ledger of the timing run takes to write, in milliseconds. */
const WRITE_MS = [4, 12] as const;
const ANSWER_AFTER_MS = 60;

/**
 * Looking at an unsubscribe link changes nothing, pressing it twice is pressing it once, no forged or mutated token takes anybody off, and a token that
 * is none, was used, or is of somebody erased gets the same answer at the same time. The verdict is what the ledger holds, and what came back on the
 * outside. Naive: a page that acts on GET, tokens that name the person and are not sealed, answers as they come.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const roll = dice(seed);
  const looks = await lookAt(broken);
  const forged = await forge(full ? 1_000_000 : 200_000, roll, broken);
  const answers = await compareAnswers(full ? 200 : 60, roll, broken);
  const ok = looks.changed === 0 && looks.again === 1 && forged.accepted === 0 && forged.goodRead && answers.distinct === 1 && answers.withinNoise;
  return { ok, figures: { looks, forged, answers } };
}

function openBook(): ConsentBook {
  const deps = { clock: systemClock, newId: randomId, fence: noFence, tenant: 'prove', secret: Buffer.alloc(32, 7) };
  return createConsentBook({ ...deps, store: memoryConsentStore(), keys: memoryKeyStore() });
}

const sealed = (): LinkTokens => linkTokens({ secrets: [Buffer.alloc(32, 1)], tenant: 'prove' });

/** Tokens as they are often made: what they say, in base64. */
const plain: LinkTokens = {
  issue: (about) => Buffer.from(about.subject).toString('base64url'),
  read(token) {
    const text = Buffer.from(token, 'base64url').toString('latin1');
    return text.length < 24 ? null : { subject: text.slice(0, 24) as ReturnType<ConsentBook['subject']> };
  },
};

function openPage(consent: Pick<ConsentBook, 'load' | 'withdraw'>, tokens: LinkTokens, broken: boolean, answerAfterMs: number): WebHandler {
  const clock = { ...systemClock, now: () => now, ...(answerAfterMs === 0 ? { sleep: async () => {} } : {}) };
  const page = unsubscribePage({ consent, tokens, clock, answerAfterMs, guessesPerMinute: 10_000_000_000 });
  return broken ? async (request) => page(request.method === 'POST' ? request : press(request.url)) : page;
}

function press(url: string): Request {
  return new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
}

const linkOf = (token: string): string => `${base}?t=${encodeURIComponent(token)}`;

async function granted(book: ConsentBook, address: string): Promise<void> {
  await book.grant({ address, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence: { method: 'web-form', grade: 'B' } });
}

async function recordsOf(book: ConsentBook, address: string): Promise<number> {
  return (await book.load([book.subject(address)])).get(book.subject(address))?.length ?? 0;
}

/** Scanners look at the link by every harmless method; then a person presses it many times. */
async function lookAt(broken: boolean): Promise<{ readonly looked: number; readonly changed: number; readonly again: number }> {
  const book = openBook();
  const tokens = sealed();
  const page = openPage(book, tokens, broken, 0);
  const phone = fictionPhone(1);
  await granted(book, phone);
  const link = linkOf(tokens.issue({ subject: book.subject(phone) }, now));
  for (let i = 0; i < LOOKS; i++) await page(new Request(link, { method: ['GET', 'HEAD', 'OPTIONS'][i % 3]! }));
  const changed = (await recordsOf(book, phone)) - 1;
  await Promise.all(Array.from({ length: 50 }, () => page(press(link))));
  for (let i = 0; i < 50; i++) await page(press(link));
  return { looked: LOOKS, changed, again: (await recordsOf(book, phone)) - 1 - changed };
}

/** Every single-bit change, cuts, extensions, splices, other keys, other tenants and pure guesses are posted; the ledger must not move. */
async function forge(
  count: number,
  roll: () => number,
  broken: boolean,
): Promise<{ readonly tried: number; readonly accepted: number; readonly goodRead: boolean }> {
  const tokens = broken ? plain : sealed();
  let accepted = 0;
  const book = openBook();
  const counting: Pick<ConsentBook, 'load' | 'withdraw'> = {
    // the ledger itself is not asked: what is counted is who would be taken off
    load: async () => new Map(),
    withdraw: async () => {
      accepted += 1;
      return { recordId: 'r', complete: true, inFlight: [] };
    },
  };
  const page = openPage(counting, tokens, false, 0);
  const subjects = Array.from({ length: 50 }, (_, index) => book.subject(fictionPhone(index)));
  const good = subjects.map((subject, index) => tokens.issue(index % 2 === 0 ? { subject } : { subject, sender: 'acme', purposes: ['offers'] }, now));
  const known = new Set(good);
  const foreign = [
    linkTokens({ secrets: [Buffer.alloc(32, 2)], tenant: 'prove' }),
    linkTokens({ secrets: [Buffer.alloc(32, 1)], tenant: 'other' }),
  ].flatMap((other) => subjects.map((subject) => other.issue({ subject }, now)));
  const bitsOf = good.flatMap((token) => {
    const bytes = Buffer.from(token, 'base64url');
    return Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      return changed.toString('base64url');
    });
  });
  const pick = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;
  const makers: readonly (() => string)[] = [
    () => Buffer.from(Array.from({ length: 37 + Math.floor(roll() * 30) }, () => Math.floor(roll() * 256))).toString('base64url'),
    () => pick(good).slice(0, Math.floor(roll() * 50)),
    () => `${pick(good)}${pick([...'Aa0-_=. %'])}`,
    () => {
      const cut = 1 + Math.floor(roll() * 48);
      return pick(good).slice(0, cut) + pick(good).slice(cut);
    },
    () => {
      const bytes = Buffer.from(pick(good), 'base64url');
      for (let i = 0; i < 2 + roll() * 6; i++) bytes[Math.floor(roll() * bytes.length)] = Math.floor(roll() * 256);
      return bytes.toString('base64url');
    },
    () => {
      // our key number and a guessed seal over a body of our choice
      const bytes = Buffer.from(pick(good), 'base64url');
      for (let i = 1; i <= 16; i++) bytes[i] = Math.floor(roll() * 256);
      return bytes.toString('base64url');
    },
  ];
  const forgeries = function* (): Generator<string> {
    yield* foreign;
    yield* bitsOf;
    for (;;) yield makers[Math.floor(roll() * makers.length)]!();
  };
  let tried = 0;
  for (const token of forgeries()) {
    if (tried >= count) break;
    if (known.has(token) || token === '') continue;
    tried += 1;
    await page(press(linkOf(token)));
  }
  const before = accepted;
  for (const token of good) await page(press(linkOf(token)));
  return { tried, accepted: before, goodRead: accepted - before === good.length };
}

/** The three kinds of token that must look alike, in turns, against a ledger that takes its time to write. */
async function compareAnswers(rounds: number, roll: () => number, broken: boolean) {
  const book = openBook();
  const slow: Pick<ConsentBook, 'load' | 'withdraw'> = {
    load: (subjects) => book.load(subjects),
    async withdraw(act) {
      const done = await book.withdraw(act);
      await sleep(WRITE_MS[0] + roll() * (WRITE_MS[1] - WRITE_MS[0]));
      return done;
    },
  };
  const tokens = sealed();
  const page = openPage(slow, tokens, false, broken ? 0 : ANSWER_AFTER_MS);
  const [used, erased] = [fictionPhone(2), fictionPhone(3)];
  for (const phone of [used, erased]) await granted(book, phone);
  await book.withdraw({ address: used, evidence: { method: 'link', grade: 'B' } });
  await book.erase({ address: erased, reason: 'asked', evidence: { method: 'staff', grade: 'B' } });
  const links = {
    unknown: () => linkOf(Buffer.from(Array.from({ length: 37 }, () => Math.floor(roll() * 256))).toString('base64url')),
    used: () => linkOf(tokens.issue({ subject: book.subject(used) }, now)),
    erased: () => linkOf(tokens.issue({ subject: book.subject(erased) }, now)),
  };
  const seen = new Set<string>();
  const took: Record<keyof typeof links, number[]> = { unknown: [], used: [], erased: [] };
  for (let round = 0; round < rounds; round++)
    for (const kind of ['unknown', 'used', 'erased'] as const) {
      const request = press(links[kind]());
      const startedMs = performance.now();
      const answer = await page(request);
      took[kind].push(performance.now() - startedMs);
      seen.add(JSON.stringify([answer.status, [...answer.headers], await answer.text()]));
    }
  const medians = Object.values(took).map((times) => quantile(times, 0.5)!);
  const spread = Math.max(...Object.values(took).map((times) => quantile(times, 0.75)! - quantile(times, 0.25)!));
  const apart = Math.max(...medians) - Math.min(...medians);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    rounds,
    distinct: seen.size,
    mediansMs: Object.fromEntries(Object.keys(took).map((kind, i) => [kind, medians[i]!])),
    apartMs: round(apart),
    spreadMs: round(spread),
    withinNoise: apart <= Math.max(1.5, spread),
  };
}
