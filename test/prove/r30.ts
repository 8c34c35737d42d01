import { setTimeout as sleep } from 'node:timers/promises';
import type { AudienceRow } from '../../src/cascade/index.ts';
import { dice, fictionPhone, type Outcome, type ProveOptions } from './claim.ts';
import { acceptedBy, duplicatesIn } from './house/ledger.ts';
import { type Stage, setStage } from './house/stage.ts';
import { LEASE_MS } from './house/worker-setup.ts';

const WORKERS = 2;
/** Claims without a write after which a message is parked: the library's default. */
const MAX_STRIKES = 5;
/** Deaths of the messages that die in the call: they are tried again by their key, as often as the library does by default. */
const MAX_ATTEMPTS = 3;

/** What is wrong with a hostile recipient. */
type Malice = 'throws' | 'dies-calling' | 'dies-clearing' | 'bad-number' | 'bad-zone' | 'giant' | 'lone-surrogate';

/** Where each kind must end; a number of no zone is no obstacle where hours are open in all of them. */
const ends: Readonly<Record<Malice, readonly string[]>> = {
  throws: ['parked provider-threw'],
  'dies-calling': ['unknown no-answer', 'parked crash-loop'],
  'dies-clearing': ['parked crash-loop'],
  'bad-number': ['refused invalid-recipient'],
  'bad-zone': ['reached'],
  giant: ['reached', 'refused content-refused', 'undelivered content-rejected'],
  'lone-surrogate': ['refused content-refused'],
};
const kinds = Object.keys(ends) as readonly Malice[];

/**
 * One recipient in a hundred breaks what handles it: adapters that throw, processes that die at a name, numbers and zones that are none, giant
 * texts. Everybody else gets their message once, and each hostile one ends in a state that says why. Naive: what breaks a worker is tried for ever.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const count = full ? 28_000 : 20_000;
  const roll = dice(seed);
  const stage = await setStage({ seed, honoursKeys: true, answersLookups: false, answerMs: [0, 2] });
  const malices = new Map<string, Malice>();
  // What can bring a process down is rarer: each takes one down several times.
  const mortal = new Set<Malice>(['dies-calling', 'dies-clearing']);
  const rows = Array.from({ length: count }, (_, index): AudienceRow => {
    const key = String(index);
    let malice = roll() < 0.01 ? kinds[Math.floor(roll() * kinds.length)] : undefined;
    if (malice !== undefined && mortal.has(malice) && roll() < 0.7) malice = 'throws';
    const to = malice === 'bad-number' ? `${fictionPhone(index)}99999` : fictionPhone(index);
    if (malice !== undefined) malices.set(key, malice);
    const name = malice === 'giant' ? 'A'.repeat(200_000) : malice === 'lone-surrogate' ? 'A\ud800' : 'Ada';
    return { key, to, values: { name }, ...(malice === 'bad-zone' ? { timeZone: 'Mars/Olympus' } : {}) };
  });
  const whoIs = (malice: Malice) => rows.filter(({ key }) => malices.get(key!) === malice).map(({ to }) => to);
  const deadly = whoIs('dies-calling').length + whoIs('dies-clearing').length;
  const mostDeaths = whoIs('dies-clearing').length * MAX_STRIKES + whoIs('dies-calling').length * MAX_ATTEMPTS;
  try {
    const validUntil = new Date(Date.now() + (full ? 900_000 : 600_000));
    const common = { kind: 'transactional', sender: 'acme', template: 'note', plan: 'usual' } as const;
    const slow = new Set(rows.filter(({ key }) => malices.get(key!) === 'dies-calling'));
    // Nobody can be asked about these; they are waited for until their own, nearer end.
    await stage.host.campaign({ ...common, id: 'deadly', validUntil: new Date(Date.now() + 60_000), audience: slow });
    await stage.host.campaign({ ...common, id: 'notes', validUntil, audience: rows.filter((row) => !slow.has(row)) });
    const hostile = { throwsFor: whoIs('throws'), diesCalling: whoIs('dies-calling'), diesClearing: whoIs('dies-clearing') };
    const hire = () =>
      stage.hire({ recourse: 'key', limit: 200, concurrency: 32, hostile, maxStrikes: broken ? Number.MAX_SAFE_INTEGER : MAX_STRIKES });
    const deaths = await workOn(stage, hire, mostDeaths + 50);
    const { judged, wrong } = await judge(stage, rows, malices);
    const accepted = acceptedBy(stage.gateway.ledger());
    const good = rows.filter(({ key }) => !malices.has(key!));
    const figures = {
      people: count,
      hostile: malices.size,
      deadly,
      deaths: deaths.count,
      finished: deaths.finished,
      goodNotSent: good.filter(({ to }) => !accepted.has(to)).length,
      duplicates: duplicatesIn(accepted),
      wrongEnds: wrong.length,
      wrong: wrong.slice(0, 5),
      ends: judged,
    };
    return { ok: deaths.finished && figures.goodNotSent + figures.duplicates + figures.wrongEnds === 0, figures };
  } finally {
    await stage.strike();
  }
}

/** Lets workers work, and new ones where they die, until all is done or more have died than may. */
async function workOn(
  stage: Stage,
  hire: () => ReturnType<Stage['hire']>,
  mostDeaths: number,
): Promise<{ readonly count: number; readonly finished: boolean }> {
  const working = Array.from({ length: WORKERS }, hire);
  let spare = hire();
  for (const worker of working) await worker.ready.then(() => worker.go());
  let [count, calls, movedMs] = [0, 0, performance.now()];
  while (count <= mostDeaths && performance.now() - movedMs < 70_000 + 3 * LEASE_MS) {
    if ((await stage.open()) === 0) return { count, finished: true };
    if (stage.gateway.calls() > calls) [calls, movedMs] = [stage.gateway.calls(), performance.now()];
    for (const [place, worker] of working.entries()) {
      if (!worker.isGone()) continue;
      count += 1;
      await spare.ready;
      spare.go();
      working[place] = spare;
      spare = hire();
    }
    await sleep(50);
  }
  return { count, finished: false };
}

/** How everybody ended, by what was wrong with them, and who did not end as they should. */
async function judge(stage: Stage, rows: readonly AudienceRow[], malices: ReadonlyMap<string, Malice>) {
  const judged: Record<string, number> = {};
  const wrong: string[] = [];
  const byPhone = new Map(rows.map(({ to, key }) => [to, malices.get(key!)]));
  let seen = 0;
  for await (const { request, state, reason } of stage.host.deliveries()) {
    const malice = request.phone === null ? 'bad-number' : byPhone.get(request.phone);
    const end = reason === null ? state : `${state} ${reason}`;
    seen += 1;
    judged[`${malice ?? 'good'}: ${end}`] = (judged[`${malice ?? 'good'}: ${end}`] ?? 0) + 1;
    const wanted = malice === undefined ? ['reached'] : ends[malice];
    if (!wanted.includes(end)) wrong.push(`${malice ?? 'good'}: ${end}`);
  }
  if (seen !== rows.length) wrong.push(`${rows.length - seen} have no delivery`);
  return { judged, wrong };
}
