import { host } from '../the-host.ts';

// app/preferences/route.ts of a Next application.

export const GET: (request: Request) => Promise<Response> = host.preferences;
export const POST: typeof GET = host.preferences;
