import { type Clock, definePlan } from 'licet';
import { maxBot } from 'licet/channels/max-bot';
import { whatsappCloud } from 'licet/channels/meta-whatsapp';
import { smsc } from 'licet/channels/smsc';
import { twilio } from 'licet/channels/twilio';
import { type CampaignConfig, defineCampaign } from 'licet/cli';

const minutes = (count: number): number => count * 60_000;
const nineToNine = [['09:00', '21:00']] as const;

/** Keys of the sandbox's make-believe accounts. A real campaign reads its own from wherever the host keeps secrets. */
export const accounts = {
  whatsapp: { phoneNumberId: '106300000000001', accessToken: 'sandbox-token', appSecret: 'sandbox-app-secret' },
  max: { token: 'sandbox-max-token', webhookSecret: 'sandbox-max-secret' },
  smsc: { login: 'vesna', password: 'sandbox-password', callbackSecret: 'sandbox-smsc-secret', webhookToken: 'sandbox-smsc-token' },
  twilio: { accountSid: 'AC00000000000000000000000000000001', authToken: 'sandbox-twilio-token' },
} as const;

interface Surroundings {
  /** Where the providers are: here the sandbox. */
  readonly sandbox: string;
  readonly clock?: Clock;
  readonly policy?: CampaignConfig['policy'];
  readonly timing?: CampaignConfig['timing'];
}

/** A garden shop's spring sale: WhatsApp first, SMS when it is not delivered; in Russia MAX first, because advertising in WhatsApp is barred there. */
export function springCampaign({ sandbox, clock, policy, timing }: Surroundings): CampaignConfig {
  return defineCampaign({
    tenant: 'vesna',
    law: ['ru', 'kz', 'gb', 'us', 'de', 'in', 'sms', 'whatsapp'],
    senders: [
      {
        id: 'vesna',
        legalEntity: 'ООО «Весна-сад»',
        displayName: 'Весна-сад Vesna Garden',
        sms: { default: 'VESNASAD', US: '+18335550100', IN: 'VESNAG-P' },
        whatsapp: accounts.whatsapp.phoneNumberId,
        max: 'vesna_sad_bot',
        requisites: { inn: '7700000016', ogrn: '1000000000000' },
      },
    ],
    channels: ({ clock: time, webhookUrl }) => {
      const shared = { clock: time, timeoutMs: 1_500 };
      const statusCallback = webhookUrl('twilio');
      return [
        whatsappCloud({ ...accounts.whatsapp, ...shared, baseUrl: `${sandbox}/meta-whatsapp` }),
        maxBot({ ...accounts.max, ...shared, baseUrl: `${sandbox}/max-bot` }),
        smsc({ ...accounts.smsc, ...shared, baseUrl: `${sandbox}/smsc` }),
        twilio({ ...accounts.twilio, ...shared, baseUrl: `${sandbox}/twilio`, ...(statusCallback === undefined ? {} : { statusCallback }) }),
      ];
    },
    templates: ['templates/spring-sale.yaml', 'templates/flash-sale.yaml'],
    plans: [
      definePlan(
        'whatsapp-then-sms',
        [
          { channel: 'whatsapp', waitFor: 'delivered', fallBackAfterMs: minutes(120), on: { 'content-rejected': 'next' } },
          { channel: 'sms', provider: 'twilio', waitFor: 'delivered' },
        ],
        {
          onUnknown: 'wait',
          byCountry: {
            RU: [
              { channel: 'max', waitFor: 'accepted' },
              { channel: 'sms', provider: 'smsc', waitFor: 'delivered' },
            ],
            KZ: [
              { channel: 'whatsapp', waitFor: 'delivered', fallBackAfterMs: minutes(120), on: { 'content-rejected': 'next' } },
              { channel: 'sms', provider: 'smsc', waitFor: 'delivered' },
            ],
          },
        },
      ),
    ],
    campaign: {
      id: 'spring-2026',
      template: 'spring-sale',
      sender: 'vesna',
      kind: 'marketing',
      purpose: 'offers',
      plan: 'whatsapp-then-sms',
      validForHours: 28,
    },
    audience: 'audience.csv',
    consents: 'consents.csv',
    notices: 'notices.jsonl',
    webhooks: { port: 0 },
    budgetMicros: 60_000_000,
    currency: 'EUR',
    prices: {
      worstCase: ({ channel, country, segments }) =>
        channel === 'max'
          ? 5_000
          : channel === 'whatsapp'
            ? 40_000
            : segments * (country === 'RU' ? 55_000 : country === 'KZ' ? 60_000 : country === 'IN' ? 30_000 : 45_000),
    },
    hostWindows: [{ weekdays: nineToNine, saturday: nineToNine, sunday: nineToNine, holidays: nineToNine }],
    limits: () => ({ perSecond: 60 }),
    fallbackLocale: 'en',
    ...(clock === undefined ? {} : { clock }),
    ...(policy === undefined ? {} : { policy }),
    ...(timing === undefined ? {} : { timing }),
  });
}

/** For `licet send licet.config.ts` beside a `licet sandbox` on its usual port. */
const config: CampaignConfig = springCampaign({ sandbox: 'http://127.0.0.1:8787' });

export default config;
