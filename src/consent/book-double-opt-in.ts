import type { BookContext } from './book-context.ts';
import {
  type ConfirmAct,
  type Confirmation,
  codeProof,
  judgeAnswer,
  makeCode,
  makeToken,
  type OpenRequest,
  type RequestAct,
  readToken,
} from './double-opt-in.ts';
import { permissionEvent } from './plan-event.ts';
import type { ConsentRecord, SubjectRef } from './record/record.ts';
import type { PlannedEvent } from './record-writer.ts';

const CODE_TTL_MS = 600_000;
const LINK_TTL_MS = 172_800_000;
const CODE_DIGITS = 6;

/** Records the request and makes the code or token; asking again with the same id gives the same token, but never the code. */
export async function requestWith(context: BookContext, act: RequestAct): Promise<OpenRequest> {
  const now = context.clock.now();
  const id = act.id ?? context.newId();
  const subject = context.subjectOf(act);
  const code = act.by === 'code' ? makeCode(act.codeDigits ?? CODE_DIGITS, context.random) : null;
  const expiresAt = new Date(now.getTime() + (act.ttlMs ?? (act.by === 'code' ? CODE_TTL_MS : LINK_TTL_MS)));
  const proof = code === null ? {} : { proofHash: codeProof(context.secret, id, code) };
  const event = permissionEvent(
    'requested',
    { ...act, id, validUntil: expiresAt, evidence: { ...act.evidence, ...proof } },
    { now, newId: context.newId, subjectOf: context.subjectOf },
  );
  const [written] = await context.writer.write([subject], () => [event]);
  const secret = act.by === 'link' ? makeToken(context.secret, subject, id) : written!.added ? code : null;
  return { requestId: id, subject, expiresAt: written!.record.validUntil ?? expiresAt, secret };
}

/** Judges the answer over the chain as it is at the moment of writing, so that two guesses at once are two guesses. */
export async function confirmWith(context: BookContext, act: ConfirmAct): Promise<Confirmation> {
  const asked = 'token' in act ? readToken(context.secret, act.token) : act;
  if (asked === null) return { confirmed: false, reason: 'unknown-request', record: null };
  const { subject, requestId } = asked;
  const proof = 'code' in act ? codeProof(context.secret, requestId, act.code) : null;
  const id = context.newId();
  let judged: ReturnType<typeof judgeAnswer> = { refusal: 'unknown-request', request: null };
  const [written] = await context.writer.write([subject], (chains) => {
    judged = judgeAnswer(chains.get(subject) ?? [], requestId, proof, context.clock.now());
    return answerEvents(context, act, subject, id, judged);
  });
  if (judged.refusal !== null) return { confirmed: false, reason: judged.refusal, record: written?.record ?? judged.request };
  return { confirmed: true, record: written!.record };
}

function answerEvents(
  context: BookContext,
  act: ConfirmAct,
  subject: SubjectRef,
  id: string,
  { refusal, request }: ReturnType<typeof judgeAnswer>,
): readonly PlannedEvent[] {
  if (request === null || (refusal !== null && refusal !== 'wrong-code')) return [];
  const { sender, channels, purposes, jurisdiction, lawfulBasis, evidence } = request;
  return [
    {
      kind: refusal === null ? 'confirmed' : 'challenge-failed',
      id,
      subject,
      sender,
      channels,
      purposes,
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      ...(lawfulBasis === undefined ? {} : { lawfulBasis }),
      evidence: answerEvidence(act, evidence),
      occurredAt: context.clock.now(),
      answers: request.id,
    },
  ];
}

/** The text agreed to is the one the request showed; the answer adds the proof that the handset's owner gave it. */
function answerEvidence(act: ConfirmAct, asked: ConsentRecord['evidence']): ConsentRecord['evidence'] {
  return {
    method: 'double-opt-in',
    grade: 'A',
    ...(asked.notice === undefined ? {} : { notice: asked.notice }),
    ...('replyProofHash' in act ? { proofHash: act.replyProofHash } : {}),
  };
}
