import pLimit from 'p-limit';
import { type Clock, systemClock } from '../../clock.ts';
import { reclassify } from '../error-table.ts';
import { unsendable } from '../http-provider.ts';
import type { ChannelProvider } from '../port.ts';
import type { ChannelEvent } from '../taxonomy.ts';
import { smppCapabilities } from './capabilities.ts';
import { smppLink } from './link.ts';
import { canonicalMessageId } from './message-id.ts';
import { type MessageParts, messageParts } from './message-parts.ts';
import { checkSmppOptions, type SmppOptions } from './options.ts';
import { parseEvents, smppProvider } from './parse.ts';
import type { SmppModule } from './smpp-module.ts';
import { submitFields } from './submit-fields.ts';
import { submitParts } from './submit-parts.ts';

/** A provider with a bind of its own. */
export interface SmppProvider extends ChannelProvider {
  /** Binds before the first message, so that receipts come in; `false` when the SMSC cannot be reached or refuses. */
  connect(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * SMS over SMPP 3.4 through the optional package `smpp`: one transceiver bind that comes back by itself.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * const smsc = smpp({ url: 'smpp://smsc.example.test:2775', systemId, password, receive: (events) => inbox.add(events) })
 */
export function smpp(options: SmppOptions): SmppProvider {
  checkSmppOptions(options);
  const clock: Clock = options.clock ?? systemClock;
  const parse = reclassify(parseEvents, options.errorClasses);
  const parts = messageParts();
  const windowed = pLimit(options.window ?? 10);
  const link = smppLink(
    options,
    async () => options.module ?? loadSmpp(),
    async (pdu) => {
      if (options.receive === undefined) return false;
      await options.receive(parse({ payload: pdu, surface: 'webhook' }).map((event) => renamed(event, options, parts)));
      return true;
    },
  );
  let reference = 0;
  return {
    id: options.id ?? smppProvider,
    provider: smppProvider,
    channels: ['sms'],
    capabilities: {
      ...smppCapabilities,
      limits: { concurrency: options.window ?? 10, ...(options.perSecond === undefined ? {} : { perSecond: options.perSecond }) },
    },
    connect: async () => (await link.bind()) === undefined,
    close: () => link.close(),
    parseWebhook: async () => ({ ok: false, status: 405, reason: 'smpp-has-no-webhook' }),
    submit: async (message, context) => {
      reference = (reference + 1) & 0xffff;
      const pdus = submitFields(options, message, clock.now(), reference);
      if ('refused' in pdus) return unsendable(pdus);
      return submitParts({ link, parse, options, parts, windowed }, pdus, context);
    },
  };
}

/** The optional peer; its types are described, not imported. */
async function loadSmpp(): Promise<SmppModule> {
  const name = 'smpp';
  const loaded = (await import(name)) as { readonly default: SmppModule };
  return loaded.default;
}

function renamed(event: ChannelEvent, options: SmppOptions, parts: MessageParts): ChannelEvent {
  if (event.kind !== 'status' || event.messageId === null) return event;
  return parts.whole(event, canonicalMessageId(event.messageId, options.messageIds?.receipt ?? 'text'));
}
