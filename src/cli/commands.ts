import type { Command } from './command.ts';

interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command, loaded when called. */
export const commands: Readonly<Record<string, Entry>> = {
  lint: { summary: 'check messages and WhatsApp templates against law and platform rules', load: async () => (await import('./lint.ts')).lint },
  rules: { summary: 'list the rules in force, explain one, or show what changes when', load: async () => (await import('./rules.ts')).rules },
  classify: { summary: 'read what people want from their replies', load: async () => (await import('./classify.ts')).classify },
  segments: { summary: 'count SMS segments exactly', load: async () => (await import('./segments.ts')).segments },
  webhook: { summary: 'show what a provider’s webhook or answer means', load: async () => (await import('./webhook.ts')).webhook },
  plan: { summary: 'say what a campaign would do without sending', load: async () => (await import('./plan.ts')).plan },
  send: { summary: 'run a campaign from its file', load: async () => (await import('./send.ts')).send },
  consent: { summary: 'take over, ask, withdraw, prove and erase consents', load: async () => (await import('./consent.ts')).consent },
  complaints: { summary: 'take in, list, assign and answer complaints', load: async () => (await import('./complaints.ts')).complaints },
  verify: { summary: 'check a proof bundle, record by record', load: async () => (await import('./verify.ts')).verify },
  audit: { summary: 'judge again what went out, by the law of its day and of another', load: async () => (await import('./audit.ts')).audit },
  report: { summary: 'write a campaign’s report as one HTML file', load: async () => (await import('./report.ts')).report },
  handbook: { summary: 'write the handbook for staff from the rules in force', load: async () => (await import('./handbook.ts')).handbook },
  quiz: { summary: 'write a quiz for staff; record and watch attestations', load: async () => (await import('./quiz.ts')).quiz },
  sandbox: { summary: 'speak the providers’ APIs on this machine, with an inbox page', load: async () => (await import('./sandbox.ts')).sandbox },
};
