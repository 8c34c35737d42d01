export type { ConsentDocument, ConsentText } from './consent-document.ts';
export { type DoubleOptInPageOptions, doubleOptInPage } from './consent-double-opt-in.ts';
export { type ConsentFormOptions, consentForm } from './consent-form.ts';
export { keepNotices, keptNotices } from './consent-notices.ts';
export type { ConsentBrand } from './consent-page.ts';
export type { ConfirmationAsk, DoubleOptIn } from './consent-submission.ts';
export { type ConsentWords, consentWords } from './consent-words.ts';
export { type NodeListenerOptions, nodeListener, type WebHandler } from './node-listener.ts';
