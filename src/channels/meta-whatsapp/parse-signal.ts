import { signalEvent } from '../channel-event.ts';
import { asInstant, asRecord, asRecords, asText, field, type JsonRecord } from '../json.ts';
import type { ChannelEvent } from '../taxonomy.ts';

type Subject = NonNullable<ChannelEvent['subject']>;

/**
 * Events that are about templates, numbers and the account rather than about a message: what changed stands in `subject`, in Meta's own words.
 * Source: facts on WhatsApp, section 12.
 */
export function parseSignal(provider: string, name: string, value: JsonRecord, batchAt?: Date): readonly ChannelEvent[] {
  const at = asInstant(value.time) ?? asInstant(value.timestamp) ?? batchAt;
  const signal = (kind: 'template' | 'quality', of: Subject): readonly ChannelEvent[] => [signalEvent(provider, kind, { at, subject: of })];
  if (value.new_quality_score !== undefined || value.previous_quality_score !== undefined) {
    return signal('quality', template('template-quality', value, value.new_quality_score, value.previous_quality_score));
  }
  if (value.new_category !== undefined || value.correct_category !== undefined || value.previous_category !== undefined) {
    return signal('template', category(value));
  }
  if (value.message_template_id !== undefined || value.message_template_name !== undefined) {
    const reason = asText(field(value, 'other_info', 'title')) ?? asText(value.reason);
    return signal('template', template('template-status', value, value.event, reason));
  }
  switch (name) {
    case 'phone_number_quality_update':
      return signal('quality', subject('number-quality', value.display_phone_number, value.event, limitOf(value)));
    case 'business_capability_update':
      return signal('quality', subject('capability', undefined, limitOf(value)));
    case 'account_update':
      return signal('quality', { ...subject('account', value.phone_number, accountState(value), accountReason(value)), ...restrictedUntil(value) });
    case 'account_review_update':
      return signal('quality', subject('account-review', undefined, value.decision));
    case 'account_alerts': {
      const alert = asRecord(value.alert_info) ?? value;
      return signal('quality', subject('account-alert', value.entity_type, alert.alert_status ?? alert.alert_severity, alert.alert_type));
    }
    case 'phone_number_name_update':
      return signal('quality', subject('number-name', value.display_phone_number, value.decision, value.rejection_reason));
    case 'security':
      return signal('quality', subject('security', value.display_phone_number, value.event));
    case 'business_username_update':
      return signal('quality', subject('business-username', undefined, value.status ?? value.event));
    default:
      return [];
  }
}

function subject(type: string, name: unknown, state?: unknown, reason?: unknown): Subject {
  const texts = { name: asText(name), state: asText(state), reason: asText(reason) };
  return {
    type,
    ...(texts.name === null ? {} : { name: texts.name }),
    ...(texts.state === null ? {} : { state: texts.state }),
    ...(texts.reason === null ? {} : { reason: texts.reason }),
  };
}

function template(type: string, value: JsonRecord, state: unknown, reason?: unknown): Subject {
  const language = asText(value.message_template_language);
  return { ...subject(type, value.message_template_name, state, reason), ...(language === null ? {} : { language }) };
}

/** An announced change names the category to come in `correct_category`; a done one gives `previous_category` and `new_category`. */
function category(value: JsonRecord): Subject {
  const announced = value.correct_category !== undefined;
  return template('template-category', value, announced ? value.correct_category : value.new_category, announced ? 'announced' : 'changed');
}

function limitOf(value: JsonRecord): unknown {
  return value.max_daily_conversations_per_business ?? value.current_limit ?? value.max_daily_conversation_per_phone;
}

function accountState(value: JsonRecord): unknown {
  return field(value, 'ban_info', 'waba_ban_state') ?? value.event;
}

/** The end of the longest restriction. */
function restrictedUntil(value: JsonRecord): { readonly until?: Date } {
  const ends = asRecords(value.restriction_info).flatMap((entry) => asInstant(entry.expiration) ?? []);
  return ends.length === 0 ? {} : { until: new Date(Math.max(...ends.map((end) => end.getTime()))) };
}

function accountReason(value: JsonRecord): unknown {
  const restrictions = asRecords(value.restriction_info).map((entry) => asText(entry.restriction_type));
  if (restrictions.length > 0) return restrictions.join(',');
  return field(value, 'violation_info', 'violation_type') ?? (field(value, 'ban_info') === undefined ? undefined : value.event);
}
