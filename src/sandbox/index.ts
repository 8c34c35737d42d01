export { type Behaviour, lifelike, obliging, type PersonScript } from './behaviour.ts';
export type { PersonAct } from './books.ts';
export { createSandbox, type Sandbox } from './create-sandbox.ts';
export type { LedgerEntry } from './ledger.ts';
export type { SandboxOptions, SandboxTemplate } from './options.ts';
