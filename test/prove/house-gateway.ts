import { openSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { dice } from './claim.ts';
import type { LedgerLine } from './house/ledger.ts';

/** What the gateway is told at its start. */
export interface GatewaySetup {
  /** File of its ledger, written before each answer. */
  readonly ledger: string;
  readonly seed: number;
  /** A repeated reference is the same message. */
  readonly honoursKeys: boolean;
  readonly answersLookups: boolean;
  /** How long an answer takes, from and to, in milliseconds. */
  readonly answerMs: readonly [number, number];
  /** Calls in any second beyond which it answers 429. */
  readonly perSecond?: number;
  /** Price of a segment, in millionths. */
  readonly segmentMicros?: number;
}

/** What the gateway is told while it runs: answer 429 for so long. */
export interface GatewayOrder {
  readonly closeForMs: number;
}

/** What it says: its port. */
export interface GatewayReady {
  readonly port: number;
}

// A provider of its own, in a process of its own: it shares nothing with the library but HTTP, and its ledger is the witness.
const setup: GatewaySetup = JSON.parse(process.argv[2]!);
const file = openSync(setup.ledger, 'a');
const roll = dice(setup.seed);
const known = new Map<string, string>();
const lastSecond: number[] = [];
let closedUntilMs = 0;
let taken = 0;

const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;
const note = (line: LedgerLine): void => void writeSync(file, `${JSON.stringify(line)}\n`);

const server = createServer(async (request, response) => {
  const atMs = nowMs();
  const url = new URL(request.url ?? '/', 'http://gateway.test');
  const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  if (request.method === 'GET') {
    const ref = url.searchParams.get('ref') ?? '';
    note({ kind: 'asked', ref, atMs });
    const id = setup.answersLookups ? known.get(ref) : undefined;
    return answer(id === undefined ? 404 : 200, id === undefined ? {} : { id });
  }
  const { to, text, ref } = JSON.parse(await bodyOf(request)) as { readonly to: string; readonly text: string; readonly ref?: string };
  const waitMs = closedUntilMs > atMs ? closedUntilMs - atMs : overPace(atMs) ? 1_000 : 0;
  if (waitMs > 0) {
    note({ kind: 'limited', to, ...(ref === undefined ? {} : { ref }), atMs });
    return answer(429, {}, { 'retry-after': String(Math.ceil(waitMs / 1_000)) });
  }
  const before = ref === undefined ? undefined : known.get(ref);
  const isRepeat = setup.honoursKeys && before !== undefined;
  const id = isRepeat ? before : `m${++taken}`;
  const micros = setup.segmentMicros === undefined ? {} : { micros: setup.segmentMicros * segmentsOf(text) };
  note({ kind: isRepeat ? 'repeat' : 'accepted', to, ...(ref === undefined ? {} : { ref }), atMs, ...(isRepeat ? {} : micros) });
  if (ref !== undefined) known.set(ref, id);
  const [from, until] = setup.answerMs;
  await sleep(from + roll() * (until - from));
  answer(200, { id });
});

/** Counts this call and says whether it is one too many for a second. */
function overPace(atMs: number): boolean {
  if (setup.perSecond === undefined) return false;
  while (lastSecond[0] !== undefined && lastSecond[0] <= atMs - 1_000) lastSecond.shift();
  if (lastSecond.length >= setup.perSecond) return true;
  lastSecond.push(atMs);
  return false;
}

/** As operators bill: 160 characters of GSM, 70 of anything else, a few fewer in each part of several. */
function segmentsOf(text: string): number {
  const [one, part] = /^[ -_a-z\n]*$/.test(text) ? [160, 153] : [70, 67];
  return text.length <= one ? 1 : Math.ceil(text.length / part);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

process.on('message', ({ closeForMs }: GatewayOrder) => {
  const atMs = nowMs();
  closedUntilMs = atMs + closeForMs;
  note({ kind: 'closed', atMs, untilMs: closedUntilMs });
});
// Nobody is left to answer when the test is gone.
process.on('disconnect', () => process.exit(0));
try {
  // Its clock is the witness: it is not to be late because others keep the machine busy.
  setPriority(-15);
} catch {
  // Only root may.
}
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send!({ port: address.port } satisfies GatewayReady);
});
