import type { HttpClient } from '../http.ts';
import type { ChannelProvider, LookupResult, ParseEvents } from '../port.ts';
import { withoutPlus } from '../recipient-address.ts';
import { ownId } from './own-id.ts';

type Lookup = NonNullable<ChannelProvider['lookup']>;

/** Asks `status.php` by our own id and the number. State −3 is definite: no such message was taken. */
export function smscLookup(credentials: Readonly<Record<string, string>>, http: HttpClient, parse: ParseEvents): Lookup {
  return async (query, signal): Promise<LookupResult> => {
    const id = ownId(query.stepKey);
    const asked = { ...credentials, phone: withoutPlus(query.to), id, fmt: '3', all: '1', charset: 'utf-8' };
    const exchange = await http({ method: 'GET', path: '/sys/status.php', query: asked }, signal);
    if (!exchange.ok || exchange.answer.status !== 200) return { found: 'unsure' };
    const event = parse({ payload: exchange.answer.body, surface: 'response', httpStatus: 200 })[0];
    if (event === undefined || event.status === null) return { found: 'unsure' };
    if (event.status === 'unknown') return event.providerCode === '-3' ? { found: 'absent' } : { found: 'unsure' };
    // A refusal of the question itself has no receipt time and says nothing about the message.
    if (event.status === 'rejected' && event.at === undefined) return { found: 'unsure' };
    if (event.recipient !== null && event.recipient !== query.to) return { found: 'unsure' };
    return { found: 'present', providerMessageId: id, status: event.status };
  };
}
