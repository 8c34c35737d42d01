import { channelProviderContract } from '../../src/testing/channel-provider-contract.ts';
import { counterStoreContract } from '../../src/testing/counter-store-contract.ts';
import { deliveryStoreContract } from '../../src/testing/delivery-store-contract.ts';
import { keyStoreContract } from '../../src/testing/key-store-contract.ts';
import { suppressionSourceContract } from '../../src/testing/suppression-source-contract.ts';
import { handWritten, handWrittenPart } from './hand-written.ts';
import { generatedNotice, inline, page } from './markdown.ts';

interface DocumentedPort {
  readonly path: string;
  readonly name: string;
  readonly constant: string;
  readonly contract: { readonly port: string; readonly cases: readonly { readonly name: string }[] };
}

/** The ports whose pages are made here. */
export const documentedPorts: readonly DocumentedPort[] = [
  { path: 'ports/channel-provider.md', name: 'ChannelProvider', constant: 'channelProviderContract', contract: channelProviderContract },
  { path: 'ports/counter-store.md', name: 'CounterStore', constant: 'counterStoreContract', contract: counterStoreContract },
  { path: 'ports/delivery-store.md', name: 'DeliveryStore', constant: 'deliveryStoreContract', contract: deliveryStoreContract },
  { path: 'ports/key-store.md', name: 'KeyStore', constant: 'keyStoreContract', contract: keyStoreContract },
  {
    path: 'ports/suppression-source.md',
    name: 'SuppressionSource',
    constant: 'suppressionSourceContract',
    contract: suppressionSourceContract,
  },
];

/** The page of a port: what it is for by hand, the demands of its contract from the suite. */
export function portPage({ name, constant, contract }: DocumentedPort, old: string | undefined): string {
  return page(
    generatedNotice('the contract suite', 'about'),
    `# ${name}`,
    handWrittenPart('about', handWritten(old, 'about')),
    '## What its contract demands',
    `The ${contract.cases.length} cases of \`${constant}\` (\`licet/testing\`), each on a fresh implementation:`,
    contract.cases.map((one) => `1. ${inline(one.name)}`).join('\n'),
    'A case that cannot hold in your place is skipped by name with a reason, and a name the contract does not have is refused.',
  );
}
