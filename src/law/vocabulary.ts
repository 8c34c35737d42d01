/** How a message travels. */
export type Channel = 'sms' | 'whatsapp' | 'telegram' | 'max' | 'viber' | 'rcs';
export const channels: readonly Channel[] = ['sms', 'whatsapp', 'telegram', 'max', 'viber', 'rcs'];

/** What the law sees in a message. The host's own consent `purpose` is a different, open set. */
export type MessageKind = 'marketing' | 'transactional' | 'auth';
export const messageKinds: readonly MessageKind[] = ['marketing', 'transactional', 'auth'];

/** A wording in the two languages licet speaks to staff. */
export interface LocalText {
  readonly en: string;
  readonly ru: string;
}

/** How a finding weighs: `error` stops a send, `warn` asks a human, `info` is advice. */
export type Severity = 'error' | 'warn' | 'info';
