import type { ProviderApi } from '../provider-api.ts';
import { maxBotApi } from './max-bot.ts';
import { metaWhatsapp } from './meta-whatsapp.ts';
import { smscApi } from './smsc.ts';
import { twilioApi } from './twilio.ts';

/** The provider APIs the sandbox speaks. */
export const providerApis: readonly ProviderApi[] = [metaWhatsapp, maxBotApi, smscApi, twilioApi];
