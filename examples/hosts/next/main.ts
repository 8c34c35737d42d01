import { tryOut } from '../try-out.ts';
import { POST as hook } from './hooks/[provider]/route.ts';
import { GET as page } from './preferences/route.ts';
import { host } from './the-host.ts';

// Calls the route modules as Next does.

const call = (path: string, init?: RequestInit): Promise<Response> => {
  const request = new Request(`https://acme.example${path}`, init);
  const provider = /^\/hooks\/([^/?]+)/u.exec(path)?.[1];
  return provider === undefined ? page(request) : hook(request, { params: Promise.resolve({ provider }) });
};
for (const line of await tryOut(host, call)) console.log(line);

// page 200, webhook 200
// ledger: granted, withdrawn
