/** Who writes: the legal entity behind every message, and what it may be called on each channel. */
export interface Sender {
  /** The host's id. Consent is given to a sender, never to a sister company. */
  readonly id: string;
  readonly legalEntity: string;
  /** What people know it as; used to check that a message says who writes. */
  readonly displayName: string;
  /** Alpha name or number shown on SMS; by country where it differs. */
  readonly sms?: string | { readonly default: string; readonly [country: string]: string };
  /** WhatsApp phone number id. */
  readonly whatsapp?: string;
  readonly max?: string;
  readonly telegram?: string;
  readonly viber?: string;
  readonly rcs?: string;
  readonly registrations?: readonly SenderRegistration[];
  /** Requisites the law asks for in some messages. */
  readonly requisites?: { readonly inn?: string; readonly ogrn?: string; readonly address?: string; readonly phone?: string };
}

/** A registration of the sender's name or number with an operator or a register. */
export interface SenderRegistration {
  readonly country: string;
  readonly operator?: string;
  readonly name: string;
  readonly number?: string;
  readonly scheme?: 'alpha-name' | 'dlt' | '10dlc' | 'toll-free' | 'short-code' | 'whatsapp';
  /** Entity and template ids of Indian DLT, brand and campaign ids of 10DLC. */
  readonly ids?: Readonly<Record<string, string>>;
  readonly validUntil?: Date;
}
