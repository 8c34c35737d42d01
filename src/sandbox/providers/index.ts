import type { ProviderApi } from '../provider-api.ts';
import { awsSmsApi } from './aws-sms.ts';
import { devinoApi } from './devino.ts';
import { ednaApi } from './edna.ts';
import { exolveApi } from './exolve.ts';
import { iDigitalApi } from './idigital.ts';
import { infobipApi } from './infobip.ts';
import { maxBotApi } from './max-bot.ts';
import { metaWhatsapp } from './meta-whatsapp.ts';
import { mtsOmniApi } from './mts-omni.ts';
import { rbmApi } from './rbm.ts';
import { sinchApi } from './sinch.ts';
import { smsAeroApi } from './sms-aero.ts';
import { smsRuApi } from './sms-ru.ts';
import { smscApi } from './smsc.ts';
import { telegramBotApi } from './telegram-bot.ts';
import { telegramGatewayApi } from './telegram-gateway.ts';
import { twilioApi } from './twilio.ts';
import { viberBotApi } from './viber-bot.ts';
import { vonageApi } from './vonage.ts';

/** The provider APIs the sandbox speaks. */
export const providerApis: readonly ProviderApi[] = [
  metaWhatsapp,
  maxBotApi,
  smscApi,
  twilioApi,
  smsAeroApi,
  smsRuApi,
  exolveApi,
  devinoApi,
  ednaApi,
  iDigitalApi,
  mtsOmniApi,
  telegramBotApi,
  viberBotApi,
  vonageApi,
  infobipApi,
  sinchApi,
  telegramGatewayApi,
  rbmApi,
  awsSmsApi,
];
