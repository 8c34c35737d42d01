import { createHash } from 'node:crypto';
import { asText, type JsonRecord } from '../json.ts';
import type { ParseEvents, WebhookRequest } from '../port.ts';
import { equalInConstantTime, secretList } from '../signature.ts';
import { urlTokenCheck, type WebhookHandler, webhookHandler } from '../webhook-handler.ts';
import { recordOf } from '../webhook-payload.ts';

/**
 * The callback of SMSC.ru. A receipt is signed (`md5` and `sha1` over `id:phone:status:secret`) and every digest it carries must be right. The
 * signature leaves the other fields open and inbound texts have none: the token in the URL covers both, and is wanted wherever it is configured.
 */
export function smscWebhook(
  parse: ParseEvents,
  options: { readonly callbackSecret?: string | readonly string[] | undefined; readonly webhookToken?: string | readonly string[] | undefined },
): WebhookHandler {
  const callbackSecrets = secretList(options.callbackSecret);
  const hasToken = urlTokenCheck(options.webhookToken);
  const wantsToken = secretList(options.webhookToken).length > 0;
  return webhookHandler({
    parse,
    format: 'form',
    verify: (request) => {
      const fields = fieldsOf(request);
      const isReceipt = fields.status !== undefined && fields.mes === undefined;
      if (!isReceipt) return hasToken(request);
      return isSigned(fields, callbackSecrets) && (!wantsToken || hasToken(request));
    },
  });
}

function fieldsOf(request: WebhookRequest): JsonRecord {
  return recordOf({ payload: new TextDecoder().decode(request.body), surface: 'webhook' }) ?? {};
}

function isSigned(fields: JsonRecord, keys: readonly string[]): boolean {
  const given = (['md5', 'sha1'] as const).filter((algorithm) => asText(fields[algorithm]) !== null);
  if (given.length === 0) return false;
  return keys.some((key) => given.every((algorithm) => matches(fields, algorithm, key)));
}

function matches(fields: JsonRecord, algorithm: 'md5' | 'sha1', key: string): boolean {
  const signed = [fields.id, fields.phone, fields.status, key].map((part) => asText(part) ?? '').join(':');
  return equalInConstantTime(asText(fields[algorithm])?.toLowerCase() ?? '', createHash(algorithm).update(signed).digest('hex'));
}
