import { type Host, openHost } from '../host.ts';

/** One host for the process: Next loads a module anew while one develops, so it is kept on the global object. */
const kept = globalThis as { licetHost?: Host };
kept.licetHost ??= openHost();
export const host: Host = kept.licetHost;
