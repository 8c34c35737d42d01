/**
 * The main job, on embedded parts: a thousand people, four providers behind a sandbox that behaves like life, two days in about a minute.
 * Stop it with Ctrl-C or `kill -9` at any moment and start it again: it finishes the same campaign.
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clock, isLicetError } from 'licet';
import { forecastTable, runCampaign, startProgress, totalsTable } from 'licet/cli';
import { keptTime, type StoryTime, storyClock } from './clock.ts';
import { checkLedger, type SandboxBooks } from './ledger-check.ts';
import { springCampaign } from './licet.config.ts';
import { openStores } from './open-stores.ts';
import { writeProof } from './proof.ts';
import { writeReport } from './report.ts';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'out');
const START = new Date('2026-04-13T06:00:00Z');
const SCALE = 1_400;

const stop = new AbortController();
process.once('SIGINT', () => {
  console.log('\nStopping: nothing more is started. Run it again to go on.');
  stop.abort();
});
process.once('SIGTERM', () => stop.abort());

try {
  process.exitCode = await main();
} catch (error) {
  if (!isLicetError(error)) throw error;
  console.error(`spring campaign: ${error.message}`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  if (existsSync(join(out, 'finished'))) rmSync(out, { recursive: true });
  const resumed = existsSync(join(out, 'clock'));
  mkdirSync(out, { recursive: true });
  // the store first: a second process on the same campaign is refused before it has touched anything
  const story: { clock?: Clock } = {};
  const stores = await openStores(join(out, 'store'), 'vesna', {
    now: () => story.clock!.now(),
    monotonicMs: () => story.clock!.monotonicMs(),
    sleep: (ms, signal) => story.clock!.sleep(ms, signal),
  });
  const secret = keptSecret(join(out, 'secret'));
  const time = keptTime(join(out, 'clock'), START);
  const clock = storyClock(time.anchor);
  story.clock = clock;
  console.log(
    `${resumed ? 'Going on with' : 'Starting'} the spring campaign on ${clock.now().toISOString().slice(0, 16).replace('T', ' ')} UTC; one second is ${Math.round(SCALE / 60)} minutes.`,
  );
  let sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined;
  let progress: ReturnType<typeof startProgress> | undefined;
  const books = async (): Promise<SandboxBooks> => (await (await fetch(`${sandbox!.url}/_sandbox/ledger`)).json()) as SandboxBooks;
  try {
    const later = { url: '' };
    const config = springCampaign({
      sandbox: 'http://sandbox.invalid',
      clock,
      // what is real here are the requests: patience with them is set in the machine's time
      policy: { leaseMs: 10_000 * SCALE, lookupGraceMs: 3_000 * SCALE, receiptGraceMs: 2_000 * SCALE },
      timing: { pollMs: 250 * SCALE, clearedForMs: 5_000 * SCALE, slackMs: 100 * SCALE, horizonMs: 1_000 * SCALE, drainMs: 5_000 * SCALE },
    });
    const started = performance.now();
    const result = await runCampaign(
      { ...config, channels: (context) => springCampaign({ sandbox: later.url }).channels(context) },
      {
        stores: stores.stores,
        secret,
        folder: here,
        signal: stop.signal,
        onListening: async (webhooks) => {
          sandbox = await startSandbox(time, join(out, 'sandbox.jsonl'), webhooks!);
          later.url = sandbox.url;
          console.log(`Sandbox with its inbox page: ${sandbox.url}`);
        },
        onConsents: ({ granted, imported, withdrawn, faults }) =>
          console.log(
            `Consents: ${granted} granted, ${imported} imported claims, ${withdrawn} withdrawals${faults.length > 0 ? `, ${faults.length} lines passed over` : ''}`,
          ),
        onPreflight: (findings) => {
          for (const template of new Set(findings.map((finding) => finding.template))) {
            const rules = new Set(
              findings.filter((finding) => finding.template === template).flatMap((finding) => finding.diagnostics.map((found) => found.rule)),
            );
            console.log(`Template ${template} is refused before anything is sent: ${[...rules].join(', ')}`);
          }
        },
        onForecast: (forecast) =>
          process.stdout.write(`Forecast, decided like the real thing and nothing sent:${forecastTable(forecast, config.currency)}`),
        onReady: ({ messenger }) => {
          // everything is set up: from here on the story's time flies
          time.pace(SCALE);
          sandbox?.retell();
          progress = startProgress(messenger, clock, config.currency, {
            write: (text) => process.stdout.write(text),
            redraws: process.stdout.isTTY,
            columns: process.stdout.columns,
          });
        },
        onProgress: (counts) => progress?.show(counts),
        afterSettled: () => untilQuiet(() => sandbox!.url, stop.signal),
      },
    );
    progress?.end();
    if (result.outcome === 'refused') {
      console.error('The campaign is refused.');
      return 1;
    }
    if (result.outcome === 'not-approved') {
      console.error('The campaign has not been approved.');
      return 1;
    }
    if (result.outcome === 'aborted') return 130;
    console.log(
      `Finished in ${Math.round((performance.now() - started) / 1000)} s, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory.`,
    );
    process.stdout.write(totalsTable(result.counts, result.audience, config.currency));
    const told = await books();
    const check = await checkLedger(result.messenger, told, config);
    for (const line of check.lines) console.log(line);
    await writeReport(stores.stores, config, clock.now(), out);
    const proven = await writeProof(result.messenger, stores.stores, told, out);
    if (check.ok && proven) writeFileSync(join(out, 'finished'), `${clock.now().toISOString()}\n`);
    return check.ok && proven ? 0 : 1;
  } finally {
    progress?.end();
    sandbox?.close();
    time.stop();
    await stores.close();
  }
}

async function startSandbox(time: StoryTime, ledgerFile: string, hooks: string): Promise<{ readonly url: string; retell(): void; close(): void }> {
  const child = fork(join(here, 'sandbox-process.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send({ anchor: time.anchor(), ledgerFile, hooks });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { url: string }) => resolve(message.url));
    child.once('exit', (code) => reject(new Error(`The sandbox ended with code ${code}.`)));
  });
  return { url, retell: () => void child.send({ anchor: time.anchor() }), close: () => void (child.connected && child.disconnect()) };
}

/** Waits until the sandbox has nothing more to tell: late receipts and replies belong to the story too. */
async function untilQuiet(url: () => string, signal: AbortSignal): Promise<void> {
  for (let quiet = 0; quiet < 3 && !signal.aborted; ) {
    const { pending } = (await (await fetch(`${url()}/_sandbox/health`)).json()) as { pending: number };
    quiet = pending === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function keptSecret(file: string): Uint8Array {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}
