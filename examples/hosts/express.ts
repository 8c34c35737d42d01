import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { nodeListener } from 'licet/web';
import { openHost } from './host.ts';
import { tryOut } from './try-out.ts';

const host = openHost();
const publicUrl = 'https://acme.example';

// #region express
const app = express();
// before express.json(): signatures are over the raw bytes
app.all('/hooks/:provider', (request, response) =>
  nodeListener((raw) => host.messenger.webhook(request.params.provider, raw), { publicUrl })(request, response),
);
app.all('/preferences', nodeListener(host.preferences, { publicUrl }));
app.use(express.json());
// #endregion

const server = createServer(app).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
for (const line of await tryOut(host, (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init))) console.log(line);
server.close();
server.closeAllConnections();

// page 200, webhook 200
// ledger: granted, withdrawn
