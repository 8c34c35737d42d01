/** A small sound utility template; samples of rules change what they are about. */
export function sampleTemplate(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { name: 'order_update', language: 'en_US', category: 'UTILITY', components: [sampleBody()], ...change };
}

/** A body with one variable and its sample, or another text with the samples given. */
export function sampleBody(text = 'Hello {{1}}, your order is on its way to you.', samples: readonly string[] = ['Ann']): object {
  return { type: 'BODY', text, ...(samples.length > 0 ? { example: { body_text: [samples] } } : {}) };
}

/** A sound template with these buttons. */
export function sampleButtons(...buttons: readonly object[]): Readonly<Record<string, unknown>> {
  return sampleTemplate({ components: [sampleBody(), { type: 'BUTTONS', buttons }] });
}

/** A sound authentication template with the parts given in place of its own. */
export function sampleAuthentication(
  change: { readonly body?: object; readonly footer?: object; readonly button?: object; readonly more?: readonly object[] } = {},
): Readonly<Record<string, unknown>> {
  const components = [
    { type: 'BODY', add_security_recommendation: true, ...change.body },
    { type: 'FOOTER', code_expiration_minutes: 10, ...change.footer },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code', ...change.button }, ...(change.more ?? [])] },
  ];
  return { name: 'login_code', language: 'en_US', category: 'AUTHENTICATION', components };
}

/** A sound limited-time offer with the parts given in place of its own. */
export function sampleOffer(
  change: Readonly<Record<string, unknown>> = {},
  offer = 'Ends soon!',
  buttons: readonly object[] = offerButtons,
): Readonly<Record<string, unknown>> {
  const components = [
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: offer, has_expiration: true } },
    sampleBody('Our autumn offer waits for you.', []),
    { type: 'BUTTONS', buttons },
  ];
  return { name: 'autumn_offer', language: 'en_US', category: 'MARKETING', components, ...change };
}

const offerButtons: readonly object[] = [
  { type: 'COPY_CODE', example: 'AUTUMN25' },
  { type: 'URL', text: 'Shop now', url: 'https://example.com/autumn' },
];

/** A sound carousel; `change` replaces parts of its first card, `category` its category. */
export function sampleCarousel(change: readonly object[] | undefined, cards = 2, category = 'MARKETING'): Readonly<Record<string, unknown>> {
  const card = { components: sampleCard() };
  const all = Array.from({ length: cards }, (_, index) => (index === 0 && change !== undefined ? { components: change } : card));
  return {
    name: 'autumn_carousel',
    language: 'en_US',
    category,
    components: [sampleBody('See what is new this autumn.', []), { type: 'CAROUSEL', cards: all }],
  };
}

/** The components of one sound card, or with others in place of its header, body or buttons. */
export function sampleCard(
  change: { readonly header?: object; readonly text?: string; readonly buttons?: readonly object[] } = {},
): readonly object[] {
  return [
    change.header ?? { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW1hZ2U='] } },
    { type: 'BODY', text: change.text ?? 'A lamp for long evenings.' },
    { type: 'BUTTONS', buttons: change.buttons ?? [{ type: 'QUICK_REPLY', text: 'Tell me more' }] },
  ];
}
