import { httpProvider } from '../http-provider.ts';
import type { ChannelProvider, ProviderCapabilities } from '../port.ts';
import { urlTokenCheck, webhookHandler } from '../webhook-handler.ts';
import { checkHttpGatewayOptions, type HttpGatewayOptions } from './options.ts';
import { gatewayParser } from './parse.ts';
import { sendRequest } from './submit.ts';

/**
 * Any HTTP gateway that is described by a mapping: fields of the request, paths into answers, receipts and inbound messages.
 * @experimental Its declared abilities are as true as the mapping: try it with an account of your own first.
 * @throws {InvalidOptionsError} when an option is unknown, missing or malformed.
 * @example
 * httpGateway({ id: 'acme-sms', baseUrl: 'https://sms.acme.test', send: { path: '/send', fields: { phone: '{to}', body: '{text}' } }, answer: { messageId: 'id' } })
 */
export function httpGateway(options: HttpGatewayOptions): ChannelProvider {
  checkHttpGatewayOptions(options);
  const capabilities = capabilitiesOf(options);
  return httpProvider({
    provider: options.id,
    channels: options.channels ?? ['sms'],
    capabilities,
    options,
    baseUrl: options.baseUrl,
    parse: gatewayParser(options),
    webhook: (parse) => webhookHandler({ parse, methods: ['POST', 'GET'], verify: urlTokenCheck(options.webhookUrlToken) }),
    request: (message, _context, now) => sendRequest(options, capabilities.validity, message, now),
  });
}

function capabilitiesOf(options: HttpGatewayOptions): ProviderCapabilities {
  const hasReceipts = options.receipt !== undefined;
  const statuses = Object.values(options.receipt?.statuses ?? {});
  const reaches = (['read', 'delivered', 'sent'] as const).find((status) => statuses.includes(status)) ?? 'accepted';
  return {
    dedup: { by: 'none' },
    lookup: options.receipt?.ref === undefined ? 'none' : 'webhook-echo',
    receipts: hasReceipts ? 'webhook' : 'none',
    reaches,
    inbound: options.inbound !== undefined,
    validity: null,
    contents: ['text', 'code'],
    limits: {},
    dataLocation: 'unknown',
    experimental: true,
    ...options.capabilities,
  };
}
