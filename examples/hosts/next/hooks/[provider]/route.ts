import { host } from '../../the-host.ts';

// app/hooks/[provider]/route.ts of a Next application. Webhooks need Node: `export const runtime = 'nodejs'`, which is the default.

interface Context {
  readonly params: Promise<{ readonly provider: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return host.messenger.webhook((await params).provider, request);
}

/** Some providers ask for the address once by GET before they use it. */
export const GET: typeof POST = (request, context) => POST(request, context);
