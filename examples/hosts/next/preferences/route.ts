import { host } from '../the-host.ts';

// app/preferences/route.ts of a Next application.

export const GET = (request: Request): Promise<Response> => host.preferences(request);
export const POST = (request: Request): Promise<Response> => host.preferences(request);
