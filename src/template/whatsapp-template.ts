/** Template categories of WhatsApp. Source: facts on the WhatsApp platform, section 3. */
export type WhatsAppCategory = 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';

/** Ties a wording to an approved WhatsApp template and says which values go where. */
export interface WhatsAppBinding {
  /** 1 to 512 of `a-z 0-9 _`. */
  readonly name: string;
  /** Meta's code, underscore form: `en_GB`. */
  readonly language: string;
  readonly category: WhatsAppCategory;
  /** Named parameters are sent with their names. @default 'positional' */
  readonly parameterFormat?: 'positional' | 'named';
  /** Placeholder names in the order of the platform's parameters. The body defaults to the order of first use in the text. */
  readonly parameters?: {
    readonly header?: readonly string[];
    readonly body?: readonly string[];
    readonly buttons?: readonly {
      readonly index: number;
      readonly type: 'url' | 'quick-reply' | 'copy-code';
      readonly placeholder: string;
    }[];
  };
}

/** A template as it is sent to the Graph API. Source: facts on the WhatsApp platform, section 4. */
export interface WhatsAppTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: WhatsAppCategory;
  readonly parameter_format?: 'positional' | 'named' | 'POSITIONAL' | 'NAMED';
  readonly message_send_ttl_seconds?: number;
  readonly components: readonly WhatsAppComponent[];
}

export type WhatsAppComponent =
  | WhatsAppHeader
  | WhatsAppBody
  | WhatsAppFooter
  | { readonly type: 'BUTTONS'; readonly buttons: readonly WhatsAppButton[] }
  | { readonly type: 'LIMITED_TIME_OFFER'; readonly limited_time_offer: { readonly text: string; readonly has_expiration?: boolean } }
  | { readonly type: 'CAROUSEL'; readonly cards: readonly { readonly components: readonly WhatsAppComponent[] }[] };

export interface WhatsAppNamedSample {
  readonly param_name: string;
  readonly example: string;
}

export interface WhatsAppHeader {
  readonly type: 'HEADER';
  readonly format: 'TEXT' | 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'GIF' | 'LOCATION' | 'PRODUCT';
  readonly text?: string;
  readonly example?: {
    readonly header_text?: readonly string[];
    readonly header_text_named_params?: readonly WhatsAppNamedSample[];
    readonly header_handle?: readonly string[];
  };
}

export interface WhatsAppBody {
  readonly type: 'BODY';
  /** Absent in authentication templates, whose text the platform writes. */
  readonly text?: string;
  readonly add_security_recommendation?: boolean;
  readonly example?: {
    readonly body_text?: readonly (readonly string[])[];
    readonly body_text_named_params?: readonly WhatsAppNamedSample[];
  };
}

export interface WhatsAppFooter {
  readonly type: 'FOOTER';
  readonly text?: string;
  /** Authentication only: 1 to 90. */
  readonly code_expiration_minutes?: number;
}

export type WhatsAppButton =
  | { readonly type: 'QUICK_REPLY'; readonly text: string }
  | { readonly type: 'URL'; readonly text: string; readonly url: string; readonly example?: readonly string[] }
  | { readonly type: 'PHONE_NUMBER'; readonly text: string; readonly phone_number: string }
  | { readonly type: 'COPY_CODE'; readonly example: string }
  | {
      readonly type: 'OTP';
      readonly otp_type: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP';
      readonly text?: string;
      readonly autofill_text?: string;
      readonly zero_tap_terms_accepted?: boolean;
      readonly supported_apps?: readonly { readonly package_name: string; readonly signature_hash: string }[];
    }
  | {
      readonly type: 'MPM' | 'SPM' | 'CATALOG' | 'FLOW' | 'VOICE_CALL' | 'REQUEST_CONTACT_INFO';
      readonly text?: string;
      readonly [setting: string]: unknown;
    };
