import { LicetError } from '../../errors.ts';

/** Packages the command line uses when they are there, and how each is imported. */
interface Peers {
  readonly yaml: typeof import('yaml');
  readonly 'csv-parse': typeof import('csv-parse');
  readonly fflate: typeof import('fflate');
}

const peers: { readonly [Name in keyof Peers]: () => Promise<Peers[Name]> } = {
  yaml: () => import('yaml'),
  'csv-parse': () => import('csv-parse'),
  fflate: () => import('fflate'),
};

/**
 * Loads an optional package.
 * @throws {LicetError} `package-missing` with the line that installs it.
 */
export async function loadPeer<Name extends keyof Peers>(name: Name): Promise<Peers[Name]> {
  try {
    return await peers[name]();
  } catch (cause) {
    throw new LicetError('package-missing', `This needs the package ${name}; install it with: npm install ${name}`, { cause });
  }
}
