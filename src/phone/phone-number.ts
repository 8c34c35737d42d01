declare const e164: unique symbol;

/** A phone number in E.164 form (`+447700900123`) that its country's numbering plan knows. Only `parsePhone` makes one. */
export type E164 = string & { readonly [e164]: true };

/** What the numbering plan says a number is for. In some plans (US, CA) fixed and mobile numbers look alike. */
export type PhoneKind =
  | 'mobile'
  | 'fixed-line'
  | 'fixed-line-or-mobile'
  | 'toll-free'
  | 'premium-rate'
  | 'shared-cost'
  | 'voip'
  | 'personal'
  | 'pager'
  | 'uan'
  | 'voicemail';

/** Why an input is not taken as a phone number. The input itself is never part of the answer. */
export type PhoneRefusal =
  | 'empty'
  /** Letters, also vanity numbers (`0800 FLOWERS`): what people type with letters is rarely the number they mean. */
  | 'has-letters'
  /** An extension (`ext. 12`, `доб. 12`, `#12`): a message cannot reach it. */
  | 'has-extension'
  | 'not-a-number'
  /** A national number and no `defaultCountry`, or a calling code nobody has. */
  | 'unknown-country'
  | 'too-short'
  | 'too-long'
  /** Right length, but no range of the country's plan holds it. */
  | 'not-in-plan';

export type ParsedPhone =
  | {
      readonly ok: true;
      readonly e164: E164;
      /** ISO 3166-1 alpha-2; `null` for numbers of no country (`+800`, `+883`). */
      readonly country: string | null;
      readonly kind: PhoneKind;
    }
  | { readonly ok: false; readonly reason: PhoneRefusal };
