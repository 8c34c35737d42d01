/** Lets an example that imports `licet` by name run on the sources: for tests that must not depend on a build. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const source = (path: string): string => pathToFileURL(`src/${path}`).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'licet') return next(source('index.ts'), context);
    const law = /^licet\/law\/(.+)$/u.exec(specifier)?.[1];
    if (law !== undefined) return next(source(`law/packs/${law}.ts`), context);
    const room = /^licet\/(.+)$/u.exec(specifier)?.[1];
    return next(room === undefined ? specifier : source(`${room}/index.ts`), context);
  },
});
