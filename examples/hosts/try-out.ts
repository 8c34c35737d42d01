import type { Host } from './host.ts';

/** What every host must do: take a provider's webhook and record the STOP in it, show a person's page, and know no other path. */
export async function tryOut(host: Host, call: (path: string, init?: RequestInit) => Promise<Response>): Promise<readonly string[]> {
  const emma = '+447700900123';
  const { consent } = host.messenger;
  await consent.grant({ address: emma, sender: 'acme', purposes: ['offers'], channels: ['sms'], evidence: { method: 'web-form', grade: 'B' } });
  const { pathname, search } = new URL(host.preferencesOf(emma));
  const page = await call(`${pathname}${search}`);
  const said = {
    provider: 'memory',
    kind: 'inbound',
    status: null,
    messageId: 'in-1',
    recipient: emma,
    errorClass: null,
    providerCode: null,
    text: 'STOP',
  };
  const hook = await call('/hooks/sms', { method: 'POST', body: JSON.stringify({ events: [said] }) });
  const records = (await consent.history(consent.subject(emma))).map(({ kind }) => kind);
  return [`page ${page.status}, webhook ${hook.status}`, `ledger: ${records.join(', ')}`];
}
