import { findVariables, type TemplateVariables } from './template-variables.ts';

/** Samples given for the variables of a text. */
export interface SamplesView {
  readonly count: number;
  /** Names of named samples; `undefined` for positional ones. */
  readonly names: readonly string[] | undefined;
}

/** One text of a template with its variables and where it stands in the JSON. */
export interface TextView {
  readonly path: string;
  readonly text: string;
  readonly variables: TemplateVariables;
  /** `undefined` when no samples are given at all. */
  readonly samples: SamplesView | undefined;
}

export interface HeaderView {
  readonly path: string;
  /** Upper case; `TEXT` when absent. */
  readonly format: string;
  /** Only of text headers. */
  readonly text: TextView | undefined;
  readonly hasMediaSample: boolean;
}

export interface ButtonView {
  readonly path: string;
  /** Upper case, for instance `QUICK_REPLY`. */
  readonly type: string;
  readonly text: string | undefined;
  readonly url: TextView | undefined;
  readonly phoneNumber: string | undefined;
  readonly example: string | undefined;
  /** Upper case, only of `OTP` buttons. */
  readonly otpType: string;
  readonly supportedApps: number;
}

export interface FooterView {
  readonly path: string;
  readonly text: TextView | undefined;
  readonly codeExpirationMinutes: unknown;
}

export interface BodyView {
  readonly path: string;
  /** `undefined` when absent or blank. */
  readonly text: TextView | undefined;
}

/** The parts a template, or one card of a carousel, is made of. */
export interface PartsView {
  readonly headers: readonly HeaderView[];
  readonly bodies: readonly BodyView[];
  readonly footers: readonly FooterView[];
  readonly buttons: readonly ButtonView[];
}

export interface LimitedTimeOfferView {
  readonly path: string;
  readonly text: string;
  readonly hasExpiration: boolean;
}

export interface CarouselView {
  readonly path: string;
  readonly cards: readonly (PartsView & { readonly path: string })[];
}

/** A WhatsApp template as rules see it: whatever the JSON was, nothing here has a surprising type. */
export interface TemplateView extends PartsView {
  readonly name: unknown;
  readonly languages: readonly unknown[];
  /** Upper case; `undefined` when it is not text. */
  readonly category: string | undefined;
  readonly isNamed: boolean;
  /** `undefined` when absent. */
  readonly ttlSeconds: unknown;
  readonly limitedTimeOffer: LimitedTimeOfferView | undefined;
  readonly carousel: CarouselView | undefined;
  /** Every component with its type, upper case. */
  readonly components: readonly { readonly type: string; readonly path: string }[];
}

type Json = Readonly<Record<string, unknown>>;

const record = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const upper = (value: unknown): string => (typeof value === 'string' ? value.trim().toUpperCase() : '');
const isFilled = (value: unknown): boolean => (typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null);

/** Reads any JSON as a template. Enumerations are taken in either case, as the platform does. */
export function viewTemplate(json: unknown): TemplateView {
  const template = record(json);
  const components = list(template.components).map((component, index) => {
    const fields = record(component);
    return { fields, type: upper(fields.type), path: `components.${index}` };
  });
  const offer = components.find((component) => component.type === 'LIMITED_TIME_OFFER');
  const carousel = components.find((component) => component.type === 'CAROUSEL');
  return {
    name: template.name,
    languages: Array.isArray(template.languages) ? template.languages : [languageCode(template.language)],
    category: typeof template.category === 'string' ? upper(template.category) : undefined,
    isNamed: upper(template.parameter_format) === 'NAMED',
    ttlSeconds: template.message_send_ttl_seconds,
    components: components.map(({ type, path }) => ({ type, path })),
    ...viewParts(template.components, 'components'),
    limitedTimeOffer: offer && viewOffer(offer.fields, offer.path),
    carousel: carousel && viewCarousel(carousel.fields, carousel.path),
  };
}

function languageCode(language: unknown): unknown {
  return typeof language === 'object' && language !== null ? record(language).code : language;
}

function viewOffer(fields: Json, path: string): LimitedTimeOfferView {
  const offer = record(fields.limited_time_offer);
  return { path: `${path}.limited_time_offer.text`, text: text(offer.text) ?? '', hasExpiration: offer.has_expiration === true };
}

function viewCarousel(fields: Json, path: string): CarouselView {
  const cards = list(fields.cards).map((card, index) => {
    const at = `${path}.cards.${index}`;
    return { path: at, ...viewParts(record(card).components, `${at}.components`) };
  });
  return { path, cards };
}

function viewParts(components: unknown, path: string): PartsView {
  const headers: HeaderView[] = [];
  const bodies: BodyView[] = [];
  const footers: FooterView[] = [];
  const buttons: ButtonView[] = [];
  for (const [index, component] of list(components).entries()) {
    const fields = record(component);
    const at = `${path}.${index}`;
    const type = upper(fields.type);
    if (type === 'HEADER') headers.push(viewHeader(fields, at));
    if (type === 'BODY') bodies.push({ path: at, text: viewText(fields.text, `${at}.text`, fields.example, 'body_text') });
    if (type === 'FOOTER') {
      const footer = viewText(fields.text, `${at}.text`, undefined, '');
      footers.push({ path: at, text: footer, codeExpirationMinutes: fields.code_expiration_minutes });
    }
    if (type === 'BUTTONS') buttons.push(...list(fields.buttons).map((button, n) => viewButton(record(button), `${at}.buttons.${n}`)));
  }
  return { headers, bodies, footers, buttons };
}

function viewHeader(fields: Json, path: string): HeaderView {
  const format = upper(fields.format) || 'TEXT';
  const handles = record(fields.example).header_handle;
  return {
    path,
    format,
    text: format === 'TEXT' ? viewText(fields.text, `${path}.text`, fields.example, 'header_text') : undefined,
    hasMediaSample: Array.isArray(handles) ? handles.some(isFilled) : isFilled(handles),
  };
}

function viewButton(fields: Json, path: string): ButtonView {
  const example = Array.isArray(fields.example) ? fields.example[0] : fields.example;
  const apps = list(fields.supported_apps).map(record);
  return {
    path,
    type: upper(fields.type),
    text: text(fields.text),
    url: viewText(fields.url, `${path}.url`, isFilled(example) ? { url: [example] } : undefined, 'url'),
    phoneNumber: text(fields.phone_number),
    example: text(example),
    otpType: upper(fields.otp_type),
    supportedApps: apps.filter((app) => isFilled(app.package_name)).length,
  };
}

function viewText(value: unknown, path: string, example: unknown, samplesKey: string): TextView | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return { path, text: value, variables: findVariables(value), samples: viewSamples(record(example), samplesKey) };
}

/** Positional samples come as `[['a', 'b']]` (body) or `['a']` (header); the other nesting is understood too. */
function viewSamples(example: Json, key: string): SamplesView | undefined {
  const named = example[`${key}_named_params`];
  if (Array.isArray(named)) {
    const filled = named.map(record).filter((sample) => isFilled(sample.example));
    return { count: filled.length, names: filled.map((sample) => text(sample.param_name) ?? '') };
  }
  const given = example[key];
  if (given === undefined || given === null) return undefined;
  const values = Array.isArray(given) ? (Array.isArray(given[0]) ? (given[0] as readonly unknown[]) : given) : [given];
  return { count: values.filter(isFilled).length, names: undefined };
}

/** Number of characters as people and the platform count them: code points. */
export function characterCount(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}
