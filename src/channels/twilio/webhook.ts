import type { ParseEvents } from '../port.ts';
import { secretList } from '../signature.ts';
import { queryOf, type WebhookHandler, webhookHandler } from '../webhook-handler.ts';
import type { TwilioOptions } from './options.ts';
import { twilioSignatureCheck } from './signature.ts';

/** An empty instruction document: answer nothing to the person. */
const noReply = { status: 200, body: '<Response></Response>', contentType: 'text/xml; charset=utf-8' } as const;

/** Verifies `X-Twilio-Signature` over the configured public URL, then parses; our step key is read from the callback's query. */
export function twilioWebhook(options: TwilioOptions, parse: ParseEvents): WebhookHandler {
  const handle = webhookHandler({ parse, verify: twilioSignatureCheck(secretList(options.authToken)), reply: noReply, methods: ['POST', 'GET'] });
  return async (request, now) => {
    const verdict = await handle(request, now);
    const clientRef = queryOf(request.url).get('ref');
    if (!verdict.ok || clientRef === null) return verdict;
    return { ...verdict, events: verdict.events.map((event) => (event.kind === 'status' ? { ...event, clientRef } : event)) };
  };
}
