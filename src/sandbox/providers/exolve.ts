import { type ApiAnswer, type ApiRequest, type Desk, fieldText, jsonOf, type ProviderApi, toE164 } from '../provider-api.ts';

/** HTTP status and gRPC code by the name of a refusal. */
const errors: Readonly<Record<string, readonly [status: number, grpc: number]>> = {
  '401': [401, 16],
  '403': [403, 7],
  '400': [400, 3],
  '402': [402, 9],
  '429': [429, 8],
};

/** MTS Exolve; it tells nothing after the answer. Source: facts on providers, MTS Exolve. */
export const exolveApi: ProviderApi = {
  id: 'exolve',
  channel: 'sms',
  absence: 'by-receipt',
  reportsReads: false,
  reportsReceipts: false,
  codes: { throttled: '429', absent: '400', stopped: '403', unreachable: '400' },
  keepsStop: () => false,
  matches: (path) => path === '/messaging/v1/SendSMS',
  newId: (hex) => String(BigInt(`0x${hex(14)}`)).padStart(18, '4'),
  answer,
  refuse,
  webhook: () => null,
};

function refuse(code: string): ApiAnswer {
  const [status, grpc] = errors[code] ?? [400, 3];
  return { status, body: { error: { code: grpc, message: 'refused by the sandbox', details: [] } } };
}

async function answer(request: ApiRequest, desk: Desk): Promise<ApiAnswer> {
  const key = /^Bearer (.+)$/u.exec(request.headers.get('authorization') ?? '')?.[1];
  if (key === undefined || (desk.credential !== undefined && key !== desk.credential)) return refuse('401');
  const body = jsonOf(request);
  const to = toE164(fieldText(body?.destination));
  const text = fieldText(body?.text);
  const from = fieldText(body?.number);
  if (!to.startsWith('+') || text === '' || from === '') return refuse('400');
  const taken = await desk.take({ to, from, text });
  return 'refused' in taken ? taken.refused : { status: 200, body: { message_id: taken.entry.messageId } };
}
