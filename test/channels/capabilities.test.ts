import { globSync, readFileSync } from 'node:fs';
import { definePlan } from 'licet';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/cascade/index.ts';
import { parserIds } from '../../src/channels/parsers.ts';
import { reachesOn } from '../../src/channels/port.ts';
import { documentedProviders } from '../docs/provider-list.ts';

describe.each(documentedProviders)('what $name declares', ({ factory, subpath, provider }) => {
  it('names its channels, and every channel with a reach of its own is one of them and reports less', () => {
    const { capabilities, channels } = provider;
    for (const channel of Object.keys(capabilities.reachesOn ?? {})) expect(channels).toContain(channel);
    for (const channel of channels) {
      const ranks = ['accepted', 'sent', 'delivered', 'read'];
      expect(ranks.indexOf(reachesOn(capabilities, channel))).toBeLessThanOrEqual(ranks.indexOf(capabilities.reaches));
    }
  });

  it('says in its types that it is experimental exactly when its data say so', () => {
    const source = globSync(`src/channels/${subpath}/*.ts`)
      .map((file) => readFileSync(file, 'utf8'))
      .find((text) => text.includes(`export function ${factory}(`))!;
    const docs = source.slice(0, source.indexOf(`export function ${factory}(`));
    expect(docs.slice(docs.lastIndexOf('/**')).includes('@experimental')).toBe(provider.capabilities.experimental === true);
  });
});

describe('all of them together', () => {
  it('are the twenty-one of the fact sheet and the generic one, each with what is paid for and where data lie', () => {
    const ids = documentedProviders.map(({ provider }) => provider.provider);
    expect(ids.toSorted()).toEqual([...parserIds, 'http-gateway'].toSorted());
    for (const { provider } of documentedProviders.filter(({ subpath }) => subpath !== 'http-gateway')) {
      expect(provider.capabilities.charges, provider.id).toBeDefined();
      expect(provider.capabilities.dataLocation, provider.id).toBeDefined();
    }
  });

  it('let no plan wait for a read SMS, though the same provider reports reads elsewhere', () => {
    for (const { provider } of documentedProviders.filter((one) => one.provider.channels.length > 1 && one.provider.channels.includes('sms'))) {
      const plan = (channel: 'sms' | 'whatsapp') => definePlan('p', [{ channel, waitFor: 'read', provider: provider.id }], { onUnknown: 'wait' });
      expect(checkPlan(plan('sms'), [provider]), provider.id).toHaveLength(1);
      expect(checkPlan(plan('whatsapp'), [provider]), provider.id).toEqual([]);
    }
  });
});
