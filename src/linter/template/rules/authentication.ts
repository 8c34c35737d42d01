import { sampleAuthentication } from '../sample-template.ts';
import { platformPages } from '../template-basis.ts';
import { defineTemplateRule, type TemplateRule } from '../template-rule.ts';

const common = { severity: 'error', basis: platformPages.authentication, confidence: 'provider', concerns: 'authentication' } as const;
const app = { package_name: 'com.example.app', signature_hash: 'K8a/AINcGX7' };

export const authBodyTextNotAllowed: TemplateRule = defineTemplateRule({
  ...common,
  id: 'auth-body-text-not-allowed',
  description: { en: 'The platform writes the text of an authentication template', ru: 'Текст шаблона AUTHENTICATION пишет платформа' },
  messages: { broken: { en: 'Leave `text` out of the body: the platform supplies it.', ru: 'Уберите `text` из тела: текст подставляет платформа.' } },
  examples: {
    correct: [sampleAuthentication()],
    incorrect: [{ template: sampleAuthentication({ body: { text: 'Your code is {{1}}.' } }), message: 'broken' }],
  },
  check({ bodies }, report) {
    for (const { text } of bodies) {
      if (text !== undefined) report({ message: 'broken', range: [0, text.text.length], path: text.path });
    }
  },
});

export const authOtpButtonMissing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'auth-otp-button-missing',
  description: { en: 'An authentication template has exactly one OTP button', ru: 'В шаблоне AUTHENTICATION ровно одна кнопка OTP' },
  messages: { broken: { en: 'Add exactly one OTP button.', ru: 'Добавьте ровно одну кнопку OTP.' } },
  examples: {
    correct: [sampleAuthentication()],
    incorrect: [{ template: sampleAuthentication({ button: { type: 'QUICK_REPLY' } }), message: 'broken' }],
  },
  check({ buttons }, report) {
    const codes = buttons.filter((button) => button.type === 'OTP');
    if (codes.length !== 1) report({ message: 'broken', range: null, path: codes[1]?.path ?? 'components' });
  },
});

const ownComponents = ['BODY', 'FOOTER', 'BUTTONS'];

export const authExtraComponent: TemplateRule = defineTemplateRule({
  ...common,
  id: 'auth-extra-component',
  description: {
    en: 'An authentication template has only body, expiry footer and OTP button',
    ru: 'В шаблоне AUTHENTICATION только тело, подвал со сроком и кнопка OTP',
  },
  messages: {
    component: { en: 'Remove this component.', ru: 'Удалите этот компонент.' },
    footer: {
      en: 'Remove the footer text; only `code_expiration_minutes` is allowed.',
      ru: 'Удалите текст подвала; допустимо только `code_expiration_minutes`.',
    },
    button: { en: 'Remove this button; only one OTP button is allowed.', ru: 'Удалите эту кнопку; допустима только одна кнопка OTP.' },
  },
  examples: {
    correct: [sampleAuthentication()],
    incorrect: [
      { template: { ...sampleAuthentication(), components: [{ type: 'HEADER', format: 'TEXT', text: 'Code' }] }, message: 'component' },
      { template: sampleAuthentication({ footer: { text: 'Acme' } }), message: 'footer' },
      { template: sampleAuthentication({ more: [{ type: 'URL', text: 'Help', url: 'https://example.com' }] }), message: 'button' },
    ],
  },
  check({ components, footers, buttons }, report) {
    for (const { type, path } of components) {
      if (type !== '' && !ownComponents.includes(type)) report({ message: 'component', range: null, path });
    }
    for (const { text } of footers) {
      if (text !== undefined) report({ message: 'footer', range: [0, text.text.length], path: text.path });
    }
    for (const { type, path } of buttons) {
      if (type !== 'OTP') report({ message: 'button', range: null, path });
    }
  },
});

export const authExpiryOutOfRange: TemplateRule = defineTemplateRule({
  ...common,
  id: 'auth-expiry-out-of-range',
  description: { en: 'A code is said to expire in 1 to 90 minutes', ru: 'Срок действия кода от 1 до 90 минут' },
  messages: { broken: { en: '`code_expiration_minutes` lies between 1 and 90.', ru: '`code_expiration_minutes`: от 1 до 90.' } },
  examples: {
    correct: [sampleAuthentication({ footer: { code_expiration_minutes: 90 } })],
    incorrect: [
      { template: sampleAuthentication({ footer: { code_expiration_minutes: 91 } }), message: 'broken' },
      { template: sampleAuthentication({ footer: { code_expiration_minutes: 0 } }), message: 'broken' },
    ],
  },
  check({ footers }, report) {
    for (const { path, codeExpirationMinutes } of footers) {
      if (codeExpirationMinutes === undefined || codeExpirationMinutes === null) continue;
      const minutes = typeof codeExpirationMinutes === 'boolean' ? Number.NaN : Number(codeExpirationMinutes);
      if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 90) continue;
      report({ message: 'broken', range: null, path: `${path}.code_expiration_minutes` });
    }
  },
});

export const authSupportedAppsMissing: TemplateRule = defineTemplateRule({
  ...common,
  id: 'auth-supported-apps-missing',
  description: { en: 'One-tap and zero-tap codes name their apps', ru: 'Для кода в одно касание и без касания указаны приложения' },
  messages: {
    broken: {
      en: 'List the apps in `supported_apps` with package name and signature hash.',
      ru: 'Перечислите приложения в `supported_apps`: имя пакета и хеш подписи.',
    },
  },
  examples: {
    correct: [sampleAuthentication({ button: { otp_type: 'ONE_TAP', supported_apps: [app] } })],
    incorrect: [{ template: sampleAuthentication({ button: { otp_type: 'ZERO_TAP', supported_apps: [] } }), message: 'broken' }],
  },
  check({ buttons }, report) {
    for (const { type, otpType, supportedApps, path } of buttons) {
      if (type === 'OTP' && ['ONE_TAP', 'ZERO_TAP'].includes(otpType) && supportedApps === 0) report({ message: 'broken', range: null, path });
    }
  },
});
