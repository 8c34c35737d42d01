import { createSandbox } from '../../src/sandbox/index.ts';

/** A sandbox in a process of its own, to be killed: prints its origin, lives until then. Arguments: ledger file, port. */
const [ledgerFile = '', port = '0'] = process.argv.slice(2);
const sandbox = await createSandbox({ ledgerFile, port: Number(port), behaviour: { cut: 0.2 } });
process.stdout.write(`${sandbox.url}\n`);
