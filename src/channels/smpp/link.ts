import { type Clock, systemClock } from '../../clock.ts';
import type { SmppOptions } from './options.ts';
import type { SmppModule, SmppPdu, SmppRequest, SmppSession } from './smpp-module.ts';

export type Answer =
  | { readonly kind: 'answered'; readonly pdu: SmppPdu }
  | { readonly kind: 'refused'; readonly pdu: SmppPdu | undefined }
  | { readonly kind: 'unknown'; readonly reason: 'timeout' | 'connection-lost' | 'aborted' };

/** One long-lived bind that comes back by itself. */
export interface SmppLink {
  /** Binds now; resolves with the refusal when the SMSC says no, with `undefined` when it is bound. */
  bind(): Promise<SmppPdu | 'unreachable' | undefined>;
  /** Sends one `submit_sm`. `refused` means that nothing left: there is no bind, and the SMSC may have said why. */
  submit(fields: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

interface Bound {
  readonly session: SmppSession;
  readonly lost: AbortController;
}

/** Opens nothing until the first use. Requests of the SMSC go to `take`, which says whether they were taken. */
export function smppLink(options: SmppOptions, load: () => Promise<SmppModule>, take: (pdu: SmppRequest) => Promise<boolean>): SmppLink {
  const clock: Clock = options.clock ?? systemClock;
  const timeoutMs = options.timeoutMs ?? 30_000;
  const closed = new AbortController();
  let bound: Bound | undefined;
  let binding: Promise<SmppPdu | 'unreachable' | undefined> | undefined;

  const bind = (): Promise<SmppPdu | 'unreachable' | undefined> => {
    if (bound !== undefined) return Promise.resolve(undefined);
    binding ??= open().finally(() => {
      binding = undefined;
    });
    return binding;
  };

  const open = async (): Promise<SmppPdu | 'unreachable' | undefined> => {
    if (closed.signal.aborted) return 'unreachable';
    const session = (await load()).connect({ url: options.url });
    const lost = new AbortController();
    const end = () => {
      lost.abort();
      session.destroy();
      if (bound?.session === session) {
        bound = undefined;
        void comeBack();
      }
    };
    session.on('error', end);
    session.on('close', end);
    session.on('pdu', ((pdu: SmppRequest) => void serve(session, pdu)) as (value: never) => void);
    await connected(session, options.url.startsWith('ssmpp:'), lost.signal, clock, timeoutMs);
    const credentials = { system_id: options.systemId, password: options.password, system_type: options.systemType ?? '', interface_version: 0x34 };
    const answer = lost.signal.aborted ? undefined : await ask((done) => session.bind_transceiver(credentials, done), lost.signal, clock, timeoutMs);
    if (answer === undefined || answer.command_status !== 0) {
      session.destroy();
      return answer ?? 'unreachable';
    }
    bound = { session, lost };
    void keepAlive(bound, end);
    return undefined;
  };

  /** A long-lived bind is needed for receipts, so it is sought until closed. */
  const comeBack = async (): Promise<void> => {
    while (!closed.signal.aborted && bound === undefined) {
      await clock.sleep(options.reconnectMs ?? 5_000, closed.signal);
      if (!closed.signal.aborted) await bind();
    }
  };

  const keepAlive = async ({ session, lost }: Bound, end: () => void): Promise<void> => {
    while (!lost.signal.aborted) {
      await clock.sleep(options.enquireLinkMs ?? 30_000, lost.signal);
      if (lost.signal.aborted) return;
      if ((await ask((done) => session.enquire_link(done), lost.signal, clock, timeoutMs)) === undefined) end();
    }
  };

  const serve = async (session: SmppSession, pdu: SmppRequest): Promise<void> => {
    if (pdu.command === 'enquire_link' || pdu.command === 'unbind') session.send(pdu.response({}));
    if (pdu.command !== 'deliver_sm' && pdu.command !== 'data_sm') return;
    const taken = await take(pdu).catch(() => false);
    session.send(pdu.response({ command_status: taken ? 0 : temporaryError }));
  };

  return {
    bind,
    async submit(fields, signal) {
      if (signal.aborted) return { kind: 'refused', pdu: undefined };
      const refusal = await bind();
      if (bound === undefined) return { kind: 'refused', pdu: typeof refusal === 'object' ? refusal : undefined };
      const { session, lost } = bound;
      let written = false;
      const stop = AbortSignal.any([lost.signal, signal]);
      const pdu = await ask(
        (done) => {
          written = session.submit_sm(fields, done);
          return written;
        },
        stop,
        clock,
        timeoutMs,
      );
      if (pdu !== undefined) return { kind: 'answered', pdu };
      if (!written) return { kind: 'refused', pdu: undefined };
      return { kind: 'unknown', reason: lost.signal.aborted ? 'connection-lost' : signal.aborted ? 'aborted' : 'timeout' };
    },
    async close() {
      closed.abort();
      if (bound === undefined) return;
      const { session, lost } = bound;
      bound = undefined;
      await ask((done) => session.unbind(done), lost.signal, clock, Math.min(timeoutMs, 2_000));
      lost.abort();
      session.destroy();
    },
  };
}

/** ESME_RX_T_APPN: the SMSC shall deliver again. */
const temporaryError = 0x64;

/** The answer to one request, or `undefined` when it was not written, the link broke or the time ran out. */
async function ask(
  send: (done: (pdu: SmppPdu) => void) => boolean,
  stop: AbortSignal,
  clock: Clock,
  timeoutMs: number,
): Promise<SmppPdu | undefined> {
  const answered = new AbortController();
  const answer = new Promise<SmppPdu | undefined>((resolve) => {
    if (!send(resolve)) resolve(undefined);
  });
  const expired = clock.sleep(timeoutMs, AbortSignal.any([stop, answered.signal])).then(() => undefined);
  const first = await Promise.race([answer, expired]);
  answered.abort();
  return first;
}

function connected(session: SmppSession, tls: boolean, lost: AbortSignal, clock: Clock, timeoutMs: number): Promise<void> {
  const ready = new AbortController();
  session.on(tls ? 'secureConnect' : 'connect', () => ready.abort());
  return clock.sleep(timeoutMs, AbortSignal.any([ready.signal, lost]));
}
