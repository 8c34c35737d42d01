import { awsSmsErrors } from '../../src/channels/aws-sms/errors.ts';
import { awsSms } from '../../src/channels/aws-sms/index.ts';
import { imErrors, restErrors, restStates } from '../../src/channels/devino/errors.ts';
import { devino } from '../../src/channels/devino/index.ts';
import { ednaErrors } from '../../src/channels/edna/errors.ts';
import { edna } from '../../src/channels/edna/index.ts';
import type { ErrorTable } from '../../src/channels/error-table.ts';
import { exolveErrors } from '../../src/channels/exolve/errors.ts';
import { exolve } from '../../src/channels/exolve/index.ts';
import { greenApiErrors } from '../../src/channels/green-api/errors.ts';
import { greenApi } from '../../src/channels/green-api/index.ts';
import { httpGateway } from '../../src/channels/http-gateway/index.ts';
import { iDigitalErrors } from '../../src/channels/idigital/errors.ts';
import { iDigital } from '../../src/channels/idigital/index.ts';
import { infobip, infobipErrors, infobipStatuses } from '../../src/channels/infobip/index.ts';
import { maxErrors } from '../../src/channels/max-bot/errors.ts';
import { maxBot } from '../../src/channels/max-bot/index.ts';
import { metaErrors, whatsappCloud } from '../../src/channels/meta-whatsapp/index.ts';
import { mtsOmniErrors } from '../../src/channels/mts-omni/errors.ts';
import { mtsOmni } from '../../src/channels/mts-omni/index.ts';
import type { ChannelProvider } from '../../src/channels/port.ts';
import { rbm, rbmErrors } from '../../src/channels/rbm/index.ts';
import { sinch, sinchConversationErrors, sinchSmsErrors } from '../../src/channels/sinch/index.ts';
import { smpp, smppErrors } from '../../src/channels/smpp/index.ts';
import { smsAeroErrors } from '../../src/channels/sms-aero/errors.ts';
import { smsAero } from '../../src/channels/sms-aero/index.ts';
import { smsRuErrors } from '../../src/channels/sms-ru/errors.ts';
import { smsRu } from '../../src/channels/sms-ru/index.ts';
import { answerErrors, receiptErrors } from '../../src/channels/smsc/errors.ts';
import { smsc } from '../../src/channels/smsc/index.ts';
import { telegramBot, telegramBotErrors } from '../../src/channels/telegram-bot/index.ts';
import { telegramGateway, telegramGatewayErrors } from '../../src/channels/telegram-gateway/index.ts';
import { twilio, twilioErrors } from '../../src/channels/twilio/index.ts';
import { viberBot, viberBotErrors, viberBusinessErrors } from '../../src/channels/viber-bot/index.ts';
import { vonage, vonageErrors } from '../../src/channels/vonage/index.ts';

/** What a provider's page is made of. */
export interface DocumentedProvider {
  readonly name: string;
  readonly subpath: string;
  readonly factory: string;
  readonly provider: ChannelProvider;
  /** Error tables by title; one without a title when there is only one. */
  readonly errors: Readonly<Record<string, ErrorTable>>;
}

const any = 'x'.repeat(32);
const token = () => any;

/** Every provider licet ships, built with options that are only good for reading what it declares. */
export const documentedProviders: readonly DocumentedProvider[] = [
  {
    name: 'WhatsApp Cloud API',
    subpath: 'meta-whatsapp',
    factory: 'whatsappCloud',
    provider: whatsappCloud({ phoneNumberId: '106540352242922', accessToken: any, appSecret: any }),
    errors: { '': metaErrors },
  },
  {
    name: 'Twilio',
    subpath: 'twilio',
    factory: 'twilio',
    provider: twilio({ accountSid: `AC${'0'.repeat(32)}`, authToken: any }),
    errors: { '': twilioErrors },
  },
  {
    name: 'Vonage Messages API',
    subpath: 'vonage',
    factory: 'vonage',
    provider: vonage({ auth: { apiKey: any, apiSecret: any } }),
    errors: { '': vonageErrors },
  },
  {
    name: 'Infobip',
    subpath: 'infobip',
    factory: 'infobip',
    provider: infobip({ baseUrl: 'https://x.api.infobip.com', apiKey: any }),
    errors: { 'Status ids': infobipStatuses, 'Error codes': infobipErrors },
  },
  {
    name: 'Sinch',
    subpath: 'sinch',
    factory: 'sinch',
    provider: sinch({ servicePlanId: any, apiToken: any, conversation: { projectId: any, appId: any, accessToken: token } }),
    errors: { SMS: sinchSmsErrors, 'Conversation API': sinchConversationErrors },
  },
  {
    name: 'AWS End User Messaging SMS',
    subpath: 'aws-sms',
    factory: 'awsSms',
    provider: awsSms({ region: 'eu-west-1', credentials: { accessKeyId: any, secretAccessKey: any } }),
    errors: { '': awsSmsErrors },
  },
  {
    name: 'SMSC.ru',
    subpath: 'smsc',
    factory: 'smsc',
    provider: smsc({ login: any, password: any }),
    errors: { 'Answers to a send': answerErrors, Receipts: receiptErrors },
  },
  { name: 'SMS Aero', subpath: 'sms-aero', factory: 'smsAero', provider: smsAero({ email: any, apiKey: any }), errors: { '': smsAeroErrors } },
  { name: 'MTS Exolve', subpath: 'exolve', factory: 'exolve', provider: exolve({ apiKey: any }), errors: { '': exolveErrors } },
  { name: 'SMS.ru', subpath: 'sms-ru', factory: 'smsRu', provider: smsRu({ apiId: any }), errors: { '': smsRuErrors } },
  {
    name: 'Devino Telecom',
    subpath: 'devino',
    factory: 'devino',
    provider: devino({ login: any, password: any }),
    errors: { 'REST answers': restErrors, 'REST states': restStates, Messengers: imErrors },
  },
  { name: 'edna Pulse', subpath: 'edna', factory: 'edna', provider: edna({ apiKey: any, cascadeId: 1 }), errors: { '': ednaErrors } },
  { name: 'i-Digital Direct', subpath: 'idigital', factory: 'iDigital', provider: iDigital({ token: any }), errors: { '': iDigitalErrors } },
  {
    name: 'MTS Omnichannel',
    subpath: 'mts-omni',
    factory: 'mtsOmni',
    provider: mtsOmni({ login: any, password: any }),
    errors: { '': mtsOmniErrors },
  },
  { name: 'Green-API', subpath: 'green-api', factory: 'greenApi', provider: greenApi(), errors: { '': greenApiErrors } },
  {
    name: 'Telegram Gateway',
    subpath: 'telegram-gateway',
    factory: 'telegramGateway',
    provider: telegramGateway({ token: any }),
    errors: { '': telegramGatewayErrors },
  },
  {
    name: 'Telegram Bot API',
    subpath: 'telegram-bot',
    factory: 'telegramBot',
    provider: telegramBot({ token: `1234567:${any}xxxx` }),
    errors: { '': telegramBotErrors },
  },
  { name: 'MAX Bot API', subpath: 'max-bot', factory: 'maxBot', provider: maxBot({ token: any }), errors: { '': maxErrors } },
  {
    name: 'Viber Bot API',
    subpath: 'viber-bot',
    factory: 'viberBot',
    provider: viberBot({ authToken: any, senderName: 'Acme' }),
    errors: { Bot: viberBotErrors, 'Business messages, through partners': viberBusinessErrors },
  },
  { name: 'RCS for Business', subpath: 'rbm', factory: 'rbm', provider: rbm({ agentId: any, accessToken: token }), errors: { '': rbmErrors } },
  {
    name: 'SMPP 3.4',
    subpath: 'smpp',
    factory: 'smpp',
    provider: smpp({ url: 'smpp://127.0.0.1:2775', systemId: any, password: 'x' }),
    errors: { '': smppErrors },
  },
  {
    name: 'Any HTTP gateway',
    subpath: 'http-gateway',
    factory: 'httpGateway',
    provider: httpGateway({ id: 'http-gateway', baseUrl: 'https://sms.example', send: { path: '/send', fields: {} }, answer: { messageId: 'id' } }),
    errors: {},
  },
];
