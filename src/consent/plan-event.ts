import type { NewId } from '../clock.ts';
import type { ActDetails, GrantAct, Person, WithdrawAct } from './consent-act.ts';
import type { ConsentEventKind, PersonalFields, SubjectRef } from './record/record.ts';
import type { PlannedEvent } from './record-writer.ts';

/** What turns an act into an event: the person's reference, the time and an id. */
export interface ActReader {
  readonly now: Date;
  readonly newId: NewId;
  subjectOf(person: Person): SubjectRef;
}

/** The event of a permission or of a request for one. */
export function permissionEvent(kind: ConsentEventKind, act: GrantAct, reader: ActReader): PlannedEvent {
  return {
    ...common(kind, act, reader),
    sender: act.sender,
    channels: act.channels,
    purposes: act.purposes,
    ...(act.validUntil === undefined ? {} : { validUntil: act.validUntil }),
    ...(act.lawfulBasis === undefined ? {} : { lawfulBasis: act.lawfulBasis }),
  };
}

/** The event of a withdrawal or suppression: of everything, where the act does not say less. */
export function refusalEvent(kind: ConsentEventKind, act: WithdrawAct, reader: ActReader): PlannedEvent {
  return {
    ...common(kind, act, reader),
    sender: act.sender ?? '*',
    channels: act.channels ?? '*',
    purposes: act.purposes ?? '*',
    ...(act.reason === undefined ? {} : { reason: act.reason }),
  };
}

/** The event without the address: a refusal needs only the reference, and an erased person's address must not come back with it. */
export function withoutAddress(event: PlannedEvent): PlannedEvent {
  if (event.personal?.address === undefined) return event;
  const { address: _address, ...rest } = event.personal;
  return { ...event, personal: Object.keys(rest).length === 0 ? undefined : rest };
}

function common(kind: ConsentEventKind, act: Person & Omit<ActDetails, 'sender'>, reader: ActReader) {
  const { sourceUrl: urlInEvidence, ...evidence } = act.evidence;
  return {
    kind,
    id: act.id ?? reader.newId(),
    subject: reader.subjectOf(act),
    evidence,
    occurredAt: act.occurredAt ?? reader.now,
    ...(act.jurisdiction === undefined ? {} : { jurisdiction: act.jurisdiction }),
    personal: personalOf(act, act.sourceUrl ?? urlInEvidence),
  };
}

function personalOf(act: Person & Omit<ActDetails, 'sender'>, sourceUrl: string | undefined): PersonalFields | undefined {
  const fields: PersonalFields = {
    ...(act.address === undefined ? {} : { address: act.address }),
    ...(act.note === undefined ? {} : { note: act.note }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(act.details === undefined ? {} : { details: act.details }),
  };
  return Object.keys(fields).length === 0 ? undefined : fields;
}
