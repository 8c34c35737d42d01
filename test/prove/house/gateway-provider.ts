import { httpGateway } from '../../../src/channels/http-gateway/index.ts';
import type { ChannelProvider } from '../../../src/index.ts';
import { TIMEOUT_MS, type WorkerSetup } from './worker-setup.ts';

/** The library's own adapter for HTTP gateways, declared as the gateway behaves; or, naively, as if everything could be sent again. */
export function gatewayProvider({ gateway, recourse, naive, concurrency = 4 }: Omit<WorkerSetup, 'url' | 'name' | 'limit'>): ChannelProvider {
  const resend = naive === 'resend';
  const provider = httpGateway({
    id: 'gateway',
    baseUrl: gateway,
    timeoutMs: TIMEOUT_MS,
    send: { path: '/send', fields: { to: '{to}', text: '{text}', ...(resend ? {} : { ref: '{ref}' }) } },
    answer: { messageId: 'id' },
    capabilities: {
      dedup: { by: resend || recourse === 'key' ? 'key' : 'none' },
      lookup: recourse === 'look-up' && !resend ? 'by-client-ref' : 'none',
      limits: { concurrency },
    },
  });
  if (recourse !== 'look-up') return provider;
  return {
    ...provider,
    async lookup({ stepKey }, signal) {
      const answer = await fetch(`${gateway}/status?${new URLSearchParams({ ref: stepKey })}`, { signal });
      if (answer.status === 404) return { found: 'absent' };
      const { id } = (await answer.json()) as { readonly id: string };
      return { found: 'present', providerMessageId: id, status: 'accepted' };
    },
  };
}
