/** A PDU as the `smpp` package gives it: fields and TLVs by name. */
export interface SmppPdu {
  readonly command: string;
  readonly command_status: number;
  readonly [field: string]: unknown;
}

/** The part of an `smpp` session we use. */
export interface SmppSession {
  on(event: string, listener: (value: never) => void): unknown;
  bind_transceiver(options: Readonly<Record<string, unknown>>, callback: (pdu: SmppPdu) => void): boolean;
  submit_sm(options: Readonly<Record<string, unknown>>, callback: (pdu: SmppPdu) => void): boolean;
  enquire_link(callback: (pdu: SmppPdu) => void): boolean;
  unbind(callback: (pdu: SmppPdu) => void): boolean;
  send(pdu: unknown): boolean;
  destroy(): void;
}

/** The part of the `smpp` package (0.5 or newer) we use. */
export interface SmppModule {
  connect(options: Readonly<Record<string, unknown>>): SmppSession;
}

/** An incoming request, which can be answered. */
export interface SmppRequest extends SmppPdu {
  response(fields: Readonly<Record<string, unknown>>): unknown;
}
