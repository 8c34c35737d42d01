import type { ParseEvents } from './port.ts';

type ParserModule = () => Promise<{ readonly parseEvents: ParseEvents }>;

/** Parsers by provider id of the facts in kebab-case, each loaded when first asked for. */
const modules: Readonly<Record<string, ParserModule>> = {
  'meta-whatsapp': () => import('./meta-whatsapp/parse.ts'),
  twilio: () => import('./twilio/parse.ts'),
  vonage: () => import('./vonage/parse.ts'),
  infobip: () => import('./infobip/parse.ts'),
  sinch: () => import('./sinch/parse.ts'),
  'aws-sms': () => import('./aws-sms/parse.ts'),
  smsc: () => import('./smsc/parse.ts'),
  smsaero: () => import('./sms-aero/parse.ts'),
  exolve: () => import('./exolve/parse.ts'),
  smsru: () => import('./sms-ru/parse.ts'),
  devino: () => import('./devino/parse.ts'),
  edna: () => import('./edna/parse.ts'),
  idigital: () => import('./idigital/parse.ts'),
  'mts-omni': () => import('./mts-omni/parse.ts'),
  greenapi: () => import('./green-api/parse.ts'),
  'telegram-gateway': () => import('./telegram-gateway/parse.ts'),
  'telegram-bot': () => import('./telegram-bot/parse.ts'),
  'max-bot': () => import('./max-bot/parse.ts'),
  'viber-bot': () => import('./viber-bot/parse.ts'),
  rbm: () => import('./rbm/parse.ts'),
  smpp: () => import('./smpp/parse.ts'),
};

/** Other names in use, by their letters and digits only. */
const aliases: Readonly<Record<string, string>> = {
  whatsapp: 'meta-whatsapp',
  whatsappcloud: 'meta-whatsapp',
  meta: 'meta-whatsapp',
  smscru: 'smsc',
  mtsexolve: 'exolve',
  devinotelecom: 'devino',
  ednapulse: 'edna',
  idigitaldirect: 'idigital',
  mtsomnichannel: 'mts-omni',
  max: 'max-bot',
  viber: 'viber-bot',
  googlerbm: 'rbm',
  awsendusermessaging: 'aws-sms',
};

const byLetters: ReadonlyMap<string, string> = new Map([
  ...Object.keys(modules).map((id) => [lettersOf(id), id] as const),
  ...Object.entries(aliases),
]);

/** Ids of every provider with a parser, kebab-case. */
export const parserIds: readonly string[] = Object.keys(modules);

/** The provider's id in kebab-case for any spelling (`_`, `-`, capitals, usual other names); `undefined` when nobody answers to it. */
export function providerIdOf(name: string): string | undefined {
  return byLetters.get(lettersOf(name));
}

/** Loads the parser of a provider by any spelling of its id; `undefined` when there is none. */
export async function loadParser(name: string): Promise<ParseEvents | undefined> {
  const id = providerIdOf(name);
  const load = id === undefined ? undefined : modules[id];
  return load === undefined ? undefined : (await load()).parseEvents;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/gu, '');
}
