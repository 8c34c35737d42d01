import type { ConsentRecord } from '../record/record.ts';

/** The sender, channel and purpose a question is about; `purpose` is absent when the message has none. */
export interface Scope {
  readonly sender: string;
  readonly channel: string;
  readonly purpose?: string | undefined;
}

/** Whether a record speaks about a sender; `*` speaks about all of the tenant's. */
export function coversSender(record: ConsentRecord, scope: Scope): boolean {
  return record.sender === scope.sender || record.sender === '*';
}

/** Whether a record speaks about a channel. */
export function coversChannel(record: ConsentRecord, scope: Scope): boolean {
  return record.channels === '*' || (record.channels as readonly string[]).includes(scope.channel);
}

/** Whether a record speaks about a purpose; a message without one is met by `*` only. */
export function coversPurpose(record: ConsentRecord, scope: Scope): boolean {
  return record.purposes === '*' || (scope.purpose !== undefined && record.purposes.includes(scope.purpose));
}

/** Whether a record speaks about exactly this sender, channel and purpose. */
export function covers(record: ConsentRecord, scope: Scope): boolean {
  return coversSender(record, scope) && coversChannel(record, scope) && coversPurpose(record, scope);
}
