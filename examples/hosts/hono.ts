import { Hono } from 'hono';
import { openHost } from './host.ts';
import { tryOut } from './try-out.ts';

const host = openHost();

// #region hono
const app = new Hono();
app.all('/hooks/:provider', (context) => host.messenger.webhook(context.req.param('provider'), context.req.raw));
app.all('/preferences', (context) => host.preferences(context.req.raw));
// #endregion

// With @hono/node-server: serve({ fetch: app.fetch, port: 8080 })
for (const line of await tryOut(host, async (path, init) => app.fetch(new Request(`https://acme.example${path}`, init)))) console.log(line);

// page 200, webhook 200
// ledger: granted, withdrawn
