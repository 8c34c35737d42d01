import pLimit from 'p-limit';
import type { Clock } from '../clock.ts';
import type { WebhookCall } from './provider-api.ts';

/** Waits between tries, milliseconds of the sandbox's clock; the last one repeats until the sandbox closes. */
const waits = [5_000, 15_000, 60_000, 300_000] as const;
const timeoutMs = 10_000;

/** Posts webhooks until they are answered with success. */
export interface WebhookSender {
  /** Makes the call anew for every try; resolves to true once the host has answered with 2xx, to false when the sandbox closed first. */
  deliver(make: () => WebhookCall | null): Promise<boolean>;
  /** One try, for receipts that overtake the answer to their send. */
  tryOnce(call: WebhookCall): Promise<boolean>;
}

/** A sender on the sandbox's clock. */
export function createWebhookSender(clock: Clock, closed: AbortSignal): WebhookSender {
  const limit = pLimit(32);
  const tryOnce = async (call: WebhookCall): Promise<boolean> => {
    try {
      const method = call.method ?? 'POST';
      const response = await fetch(call.url, {
        method,
        headers: call.headers,
        redirect: 'manual',
        signal: AbortSignal.any([closed, AbortSignal.timeout(timeoutMs)]),
        ...(method === 'GET' ? {} : { body: call.body }),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  };
  return {
    tryOnce,
    async deliver(make) {
      for (let tries = 0; !closed.aborted; tries += 1) {
        const call = make();
        if (call === null) return false;
        if (await limit(tryOnce, call)) return true;
        await clock.sleep(waits[Math.min(tries, waits.length - 1)] ?? waits[0], closed);
      }
      return false;
    },
  };
}
