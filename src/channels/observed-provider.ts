import type { Observe } from '../observe.ts';
import type { ChannelProvider } from './port.ts';

/** The same provider, its calls to the wire told to an observer. */
export function observedProvider(provider: ChannelProvider, observe: Observe): ChannelProvider {
  const { id, provider: kind, channels, capabilities } = provider;
  const only = channels.length === 1 ? { channel: channels[0]! } : {};
  return {
    id,
    provider: kind,
    channels,
    capabilities,
    submit: (message, context) =>
      observe(
        {
          name: 'submit',
          provider: kind,
          channel: message.channel,
          kind: message.kind,
          stepKey: context.attempt.stepKey,
          attempt: context.attempt.number,
        },
        () => provider.submit(message, context),
        (result) => ({ outcome: result.outcome, ...(result.outcome === 'accepted' ? {} : { error: result.errorClass }) }),
      ),
    parseWebhook: (request, now) => provider.parseWebhook(request, now),
    ...(provider.lookup === undefined
      ? {}
      : {
          lookup: (query, signal) =>
            observe(
              { name: 'look-up', provider: kind, ...only, stepKey: query.stepKey },
              () => provider.lookup!(query, signal),
              ({ found }) => ({ outcome: found }),
            ),
        }),
    ...(provider.cancel === undefined ? {} : { cancel: (messageId, signal) => provider.cancel!(messageId, signal) }),
  };
}
