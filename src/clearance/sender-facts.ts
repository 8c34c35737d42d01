import type { Channel } from '../law/vocabulary.ts';
import type { LintFacts } from '../linter/lint-message.ts';
import type { Sender, SenderRegistration } from '../message/sender.ts';
import type { ClearanceDeps } from './clearance-deps.ts';

/** The sender's name or number on a channel, or why it has none that may be used. */
export type SenderOnChannel =
  | { readonly ok: true; readonly from: string }
  | { readonly ok: false; readonly reason: 'sender-not-on-channel' | 'sender-not-registered' };

/** What a sender writes as, in a country on a day. A registration that is known but over, or for another name, refuses. */
export function senderOnChannel(
  sender: Sender,
  channel: Channel,
  country: string,
  now: Date,
  required: ClearanceDeps['requiresRegistration'],
): SenderOnChannel {
  const from = addressOf(sender, channel, country);
  if (from === undefined) return { ok: false, reason: 'sender-not-on-channel' };
  const registrations = (sender.registrations ?? []).filter((one) => one.country === country && isFor(one, channel));
  const registered = registrations.some((one) => (one.name === from || one.number === from) && isValid(one, now));
  const needed = registrations.length > 0 || required?.(country, channel) === true;
  return needed && !registered ? { ok: false, reason: 'sender-not-registered' } : { ok: true, from };
}

/** What the linter should know about a sender in a country. */
export function senderLintFacts(sender: Sender, country: string, now: Date): LintFacts {
  const valid = (sender.registrations ?? []).filter((one) => one.country === country && isValid(one, now));
  const { inn, ogrn } = sender.requisites ?? {};
  return {
    advertiser: { name: sender.legalEntity, ...(inn === undefined ? {} : { inn }), ...(ogrn === undefined ? {} : { ogrn }) },
    brandWords: [sender.displayName],
    ...(valid.length === 0 ? {} : { registeredSenders: valid.map((one) => one.name) }),
  };
}

function addressOf(sender: Sender, channel: Channel, country: string): string | undefined {
  if (channel !== 'sms') return sender[channel];
  return typeof sender.sms === 'object' ? (sender.sms[country] ?? sender.sms.default) : sender.sms;
}

function isFor(registration: SenderRegistration, channel: Channel): boolean {
  return channel === 'whatsapp' ? registration.scheme === 'whatsapp' : channel === 'sms' && registration.scheme !== 'whatsapp';
}

function isValid(registration: SenderRegistration, now: Date): boolean {
  return registration.validUntil === undefined || now < registration.validUntil;
}
