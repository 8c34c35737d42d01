import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { receiptsOf } from '../src/cascade/index.ts';
import { whatsappCloud } from '../src/channels/meta-whatsapp/index.ts';
import { rounds } from './consent-rounds.ts';

/**
 * One webhook in: verified, parsed, validated and made into receipts for the inbox, against an HMAC with an imported key, `JSON.parse` and a zod schema
 * of the same fields in sequence.
 */
const secret = 'app-secret';
const body = Buffer.from(
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '102900000000001',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '447700900900', phone_number_id: '106300000000001' },
              statuses: [
                {
                  id: 'wamid.HBgMNDQ3NzAwOTAwMTIzFQIAERgSMEE0MUQ5',
                  status: 'delivered',
                  timestamp: '1795428000',
                  recipient_id: '447700900123',
                  biz_opaque_callback_data: '0190a7b2-6c1e-7d3a-9f00-1f2e3d4c5b6a/0',
                  pricing: { billable: true, pricing_model: 'PMP', category: 'marketing' },
                },
              ],
            },
          },
        ],
      },
    ],
  }),
);
const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
const headers = new Headers({ 'x-hub-signature-256': signature, 'content-type': 'application/json' });
const request = { method: 'POST', url: 'https://hooks.example.test/hooks/meta-whatsapp', headers, body: new Uint8Array(body) };
const now = new Date('2026-11-23T10:00:00Z');
const adapter = whatsappCloud({ phoneNumberId: '106300000000001', accessToken: 't', appSecret: secret });

const key = createSecretKey(Buffer.from(secret));
const schema = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          field: z.string(),
          value: z.object({
            metadata: z.object({ phone_number_id: z.string() }),
            statuses: z.array(
              z.object({
                id: z.string(),
                status: z.enum(['sent', 'delivered', 'read', 'failed']),
                timestamp: z.string(),
                recipient_id: z.string(),
                biz_opaque_callback_data: z.optional(z.string()),
              }),
            ),
          }),
        }),
      ),
    }),
  ),
});

async function ours(): Promise<number> {
  const verdict = await adapter.parseWebhook(request, now);
  return verdict.ok ? receiptsOf(adapter.id, verdict.events, now).length : 0;
}

function floor(): number {
  const digest = Buffer.from(`sha256=${createHmac('sha256', key).update(request.body).digest('hex')}`);
  const given = Buffer.from(headers.get('x-hub-signature-256') ?? '');
  if (given.length !== digest.length || !timingSafeEqual(given, digest)) return 0;
  const parsed = schema.safeParse(JSON.parse(body.toString()));
  return parsed.success ? parsed.data.entry[0]!.changes[0]!.value.statuses.length : 0;
}

const CALLS = 3_000;
await rounds(
  'a webhook in',
  CALLS,
  {
    'licet: verify, parse, validate, receipts': async () => {
      let seen = 0;
      for (let call = 0; call < CALLS; call += 1) seen += await ours();
      if (seen !== CALLS) throw new Error('lost one');
    },
    'licet without receipts': async () => {
      for (let call = 0; call < CALLS; call += 1) if (!(await adapter.parseWebhook(request, now)).ok) throw new Error('refused');
    },
    'HMAC, JSON.parse, zod': () => {
      let seen = 0;
      for (let call = 0; call < CALLS; call += 1) seen += floor();
      if (seen !== CALLS) throw new Error('lost one');
    },
  },
  41,
);
