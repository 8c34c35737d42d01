import { createServer, type Server } from 'node:http';
import { LicetError } from '../../errors.ts';
import type { Messenger } from '../../messenger.ts';
import { nodeListener } from '../../web/node-listener.ts';
import type { CampaignConfig } from './campaign-config.ts';

/** Takes providers' calls on this machine for as long as a campaign runs. @throws {LicetError} `port-in-use` */
export async function listenForWebhooks(
  { port, publicUrl }: NonNullable<CampaignConfig['webhooks']>,
  messenger: () => Messenger | undefined,
): Promise<{ readonly publicUrl: string; close(): Promise<void> }> {
  let origin = publicUrl ?? '';
  const handler = async (request: Request): Promise<Response> => {
    const provider = /^\/hooks\/([a-z0-9_-]+)$/u.exec(new URL(request.url).pathname)?.[1];
    const target = messenger();
    if (provider === undefined) return new Response('not found', { status: 404 });
    return target === undefined ? new Response('starting', { status: 503 }) : target.webhook(provider, request);
  };
  const server: Server = createServer((incoming, outgoing) => nodeListener(handler, { publicUrl: origin })(incoming, outgoing));
  await new Promise<void>((listening, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      failed(
        cause.code === 'EADDRINUSE'
          ? new LicetError('port-in-use', `Port ${port} for webhooks is in use; set webhooks.port to a free one, or to 0 for any.`, { cause })
          : cause,
      ),
    );
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  if (origin === '') origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
  return {
    publicUrl: origin,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
