import { once } from 'node:events';
import { providerIdOf } from '../channels/parsers.ts';
import { createSandbox, lifelike, obliging } from '../sandbox/index.ts';
import { providerApis } from '../sandbox/providers/index.ts';
import { type Command, readFormat, readOptions, UsageError } from './command.ts';
import { writeJson } from './json-lines.ts';

const DEFAULT_PORT = 8787;

export const sandbox: Command = {
  summary: 'speak the providers’ HTTP APIs on this machine, with people behind them and an inbox page',
  usage:
    'licet sandbox [--port 8787] [--ledger FILE] [--lifelike] [--seed S] [--webhook PROVIDER=URL]… [--secret PROVIDER=SECRET]… [--format text|jsonl]\n  --port 0 takes a free one; --lifelike makes people and networks behave like life; runs until Ctrl-C',
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      port: { type: 'string', short: 'p' },
      ledger: { type: 'string' },
      lifelike: { type: 'boolean' },
      seed: { type: 'string' },
      webhook: { type: 'string', multiple: true },
      secret: { type: 'string', multiple: true },
      format: { type: 'string', short: 'f' },
    });
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is not expected here; see licet sandbox --help.`);
    const format = readFormat(values.format, ['text', 'jsonl'], 'text');
    const webhooks = byProvider('--webhook', values.webhook ?? []);
    for (const [provider, url] of Object.entries(webhooks))
      if (!/^https?:$/u.test(URL.parse(url)?.protocol ?? ''))
        throw new UsageError(`--webhook ${provider}= takes a URL that begins with http:// or https://.`);
    const running = await createSandbox({
      port: readPort(values.port),
      behaviour: values.lifelike ? lifelike : obliging,
      webhooks,
      secrets: byProvider('--secret', values.secret ?? []),
      ...(values.ledger === undefined ? {} : { ledgerFile: values.ledger }),
      ...(values.seed === undefined ? {} : { seed: values.seed }),
    });
    try {
      const bases = providerApis.map(({ id }) => [id, running.baseUrl(id)] as const);
      if (format === 'jsonl') writeJson(io, { url: running.url, providers: Object.fromEntries(bases) });
      else io.out(welcome(running.url, bases));
      if (!io.signal.aborted) await once(io.signal, 'abort');
    } finally {
      await running.close();
    }
    if (format === 'text') io.out(`\nClosed; ${running.ledger.length} messages were taken.\n`);
    return 0;
  },
};

function welcome(url: string, bases: readonly (readonly [string, string])[]): string {
  const width = Math.max(...bases.map(([id]) => id.length));
  const lines = bases.map(([id, base]) => `  ${id.padEnd(width)}  ${base}`);
  return `Sandbox with its inbox page: ${url}\n\nbaseUrl of each provider:\n${lines.join('\n')}\n\nCtrl-C ends it.\n`;
}

function readPort(given: string | undefined): number {
  if (given === undefined) return DEFAULT_PORT;
  const port = Number(given);
  if (!/^\d{1,5}$/u.test(given) || port > 65_535) throw new UsageError('--port takes a whole number from 0 to 65535.');
  return port;
}

/** Reads `PROVIDER=VALUE`; the provider in any spelling licet knows. The value is never repeated in an error: it may be a secret. */
function byProvider(option: string, given: readonly string[]): Readonly<Record<string, string>> {
  const known = new Set(providerApis.map(({ id }) => id));
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1 || at === text.length - 1) throw new UsageError(`${option} takes PROVIDER=VALUE.`);
      const id = providerIdOf(text.slice(0, at));
      if (id === undefined || !known.has(id))
        throw new UsageError(`${option}: the sandbox speaks for ${[...known].join(', ')} and no other provider.`);
      return [id, text.slice(at + 1)];
    }),
  );
}
