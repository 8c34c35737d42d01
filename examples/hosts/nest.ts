import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { nodeListener } from 'licet/web';
import { type Host, openHost } from './host.ts';
import { tryOut } from './try-out.ts';

// A NestJS host. Its default platform is Express; handlers of Node's own form are mounted before Nest's body parsers.

// #region nest
/** What is used of `INestApplication`. */
interface NestApplication {
  use(path: string, handler: (request: IncomingMessage, response: ServerResponse) => void): unknown;
}

/** A provider for a module: `@Module({ providers: [licetProvider], exports: [LICET] })`, and `@Inject(LICET) private readonly licet: Host`. */
export const LICET: unique symbol = Symbol('licet');
export const licetProvider: { readonly provide: typeof LICET; readonly useFactory: () => Host } = { provide: LICET, useFactory: openHost };

/** In `main.ts`, after `NestFactory.create(AppModule, { bodyParser: false })`, before `app.useBodyParser('json')`. */
export function mountLicet(app: NestApplication, { messenger, preferences }: Host, publicUrl: string): void {
  const byPath = (request: Request): Promise<Response> => messenger.webhook(new URL(request.url).pathname.split('/').at(-1) ?? '', request);
  app.use('/hooks', nodeListener(byPath, { publicUrl }));
  app.use('/preferences', nodeListener(preferences, { publicUrl }));
}
// #endregion

const host = licetProvider.useFactory();
const app = express();
mountLicet({ use: (path, handler) => app.use(path, handler) }, host, 'https://acme.example');
const server = createServer(app as RequestListener).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
for (const line of await tryOut(host, (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init))) console.log(line);
server.close();
server.closeAllConnections();

// page 200, webhook 200
// ledger: granted, withdrawn
