import type { HttpClient } from '../http.ts';
import { asRecord, asRecords, field, type JsonRecord, tryParseJson } from '../json.ts';
import type { ChannelProvider, LookupResult, ParseEvents } from '../port.ts';
import type { TwilioOptions } from './options.ts';
import { authorization, messagesPath } from './submit.ts';

/** Slack for clocks that differ: a message dated a little before our attempt may still be it. */
const slackMs = 60_000;

/**
 * Looks for messages to this person, on any channel, made since the attempt. One is taken for ours, none is `absent`, several leave it `unsure`: Twilio's
 * list does not know our step key. A known message id is asked for directly.
 */
export function twilioLookup(options: TwilioOptions, http: HttpClient, parse: ParseEvents): NonNullable<ChannelProvider['lookup']> {
  const list = messagesPath(options);
  const get = async (path: string, query: Record<string, string>, signal: AbortSignal): Promise<JsonRecord | undefined> => {
    const exchange = await http({ method: 'GET', path, query, headers: authorization(options) }, signal);
    return exchange.ok && exchange.answer.status === 200 ? asRecord(tryParseJson(exchange.answer.body)) : undefined;
  };
  return async (query, signal) => {
    if (query.providerMessageId !== undefined) {
      return present(parse, await get(list.replace(/\.json$/u, `/${encodeURIComponent(query.providerMessageId)}.json`), {}, signal));
    }
    const found: JsonRecord[] = [];
    for (const prefix of ['', 'whatsapp:', 'rcs:']) {
      const page = await get(list, { To: `${prefix}${query.to}`, 'DateSent>': dayOf(query.startedAt), PageSize: '100' }, signal);
      if (page === undefined || typeof field(page, 'next_page_uri') === 'string') return { found: 'unsure' };
      found.push(...asRecords(page.messages).filter((item) => createdAt(item) >= query.startedAt.getTime() - slackMs));
    }
    if (found.length === 0) return { found: 'absent' };
    return found.length > 1 ? { found: 'unsure' } : present(parse, found[0]);
  };
}

function present(parse: ParseEvents, item: JsonRecord | undefined): LookupResult {
  const event = item === undefined ? undefined : parse({ payload: item, surface: 'response' })[0];
  if (event === undefined || event.status === null || event.messageId === null) return { found: 'unsure' };
  return { found: 'present', providerMessageId: event.messageId, status: event.status };
}

function createdAt(item: JsonRecord): number {
  return Date.parse(String(item.date_created ?? ''));
}

/** The list filters by whole days in UTC. */
function dayOf(at: Date): string {
  return new Date(at.getTime() - slackMs).toISOString().slice(0, 10);
}
