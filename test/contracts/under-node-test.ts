import { describe, it } from 'node:test';
import { memoryConsentStore } from '../../src/consent/index.ts';
import { consentStoreContract, describeContract } from '../../src/testing/index.ts';

/** The contract as a host with node:test declares it: for a store that holds it and for one that forgets who it was asked about. */
const forgetful = () => ({ ...memoryConsentStore(), load: async () => new Map() });

describeContract({ describe, it }, 'memory', consentStoreContract, () => ({ store: memoryConsentStore(), otherTenant: memoryConsentStore() }));
describeContract({ describe, it }, 'forgetful', consentStoreContract, () => ({ store: forgetful(), otherTenant: forgetful() }));
