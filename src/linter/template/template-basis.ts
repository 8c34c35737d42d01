import type { Basis } from '../../law/pack.ts';

const root = 'https://developers.facebook.com/documentation/business-messaging/whatsapp/';
const page = (article: string): readonly Basis[] => [{ act: 'WhatsApp Business Platform (Cloud API)', article, url: root }];

type Page =
  | 'overview'
  | 'components'
  | 'review'
  | 'categories'
  | 'languages'
  | 'timeToLive'
  | 'authentication'
  | 'limitedTimeOffer'
  | 'coupon'
  | 'carousel'
  | 'marketing';

/** Pages of the platform's documentation the rules rest on. Source: facts on the WhatsApp platform, section 16. */
export const platformPages: Readonly<Record<Page, readonly Basis[]>> = {
  overview: page('Templates overview'),
  components: page('Template components'),
  review: page('Template review'),
  categories: page('Template categorization'),
  languages: page('Supported languages'),
  timeToLive: page('Time-to-live'),
  authentication: page('Authentication templates'),
  limitedTimeOffer: page('Limited-time offer templates'),
  coupon: page('Coupon code templates'),
  carousel: page('Media card carousel templates'),
  marketing: page('Marketing Messages changelog'),
};
