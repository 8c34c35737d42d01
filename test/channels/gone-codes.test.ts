import { describe, expect, it } from 'vitest';
import { parseEvents as infobip, infobipErrors } from '../../src/channels/infobip/index.ts';
import { parseEvents as smsc } from '../../src/channels/smsc/index.ts';
import { documentedProviders } from '../docs/provider-list.ts';

const declared = new Map(documentedProviders.map(({ provider }) => [provider.provider, provider.capabilities.goneCodes ?? []]));
const isGone = (provider: string, event: { readonly errorClass: string | null; readonly providerCode: string | null } | undefined) =>
  event?.errorClass === 'recipient-unreachable' && (declared.get(provider) ?? []).includes(event.providerCode ?? '');

describe('codes of numbers that are assigned to nobody', () => {
  it('are declared from the error tables, and each is a number out of reach', () => {
    for (const { provider, errors } of documentedProviders) {
      const tables = Object.values(errors);
      const marked = tables.flatMap(({ gone }) => gone);
      expect([...(provider.capabilities.goneCodes ?? [])].toSorted(), provider.id).toEqual(marked.toSorted());
      for (const table of tables) for (const code of table.gone) expect(table.classOf(code), `${provider.id} ${code}`).toBe('recipient-unreachable');
    }
    expect([...declared].filter(([, codes]) => codes.length > 0).map(([id]) => id)).toEqual(expect.arrayContaining(['infobip', 'smsc']));
  });

  it('SMSC.ru: only the receipt’s 1, not the answer’s and not a state', () => {
    const receipt = (status: string, err: string) => smsc({ payload: { id: '4471', phone: '79000000001', status, err }, surface: 'webhook' })[0];
    expect(isGone('smsc', receipt('20', '1'))).toBe(true);
    for (const [status, err] of [
      ['20', '6'],
      ['20', '13'],
      ['3', '0'],
      ['1', '0'],
    ] as const)
      expect(isGone('smsc', receipt(status, err)), `${status}/${err}`).toBe(false);
    expect(isGone('smsc', smsc({ payload: { error: 'parameters', error_code: 1 }, surface: 'response', httpStatus: 200 })[0])).toBe(false);
  });

  it('Infobip: not assigned and deactivated, by the error and not by the status of the same number', () => {
    const report = (status: object, error: object) =>
      infobip({ payload: { results: [{ messageId: 'm1', to: '447700900123', status, error }] }, surface: 'webhook' })[0];
    for (const code of infobipErrors.gone.filter((one) => /^\d+$/u.test(one)))
      expect(isGone('infobip', report({ groupId: 2, id: 9 }, { id: Number(code), name: 'X', permanent: true })), code).toBe(true);
    expect(isGone('infobip', report({ groupId: 2, id: 9 }, { id: 27, name: 'EC_ABSENT_SUBSCRIBER', permanent: false }))).toBe(false);
    expect(isGone('infobip', report({ groupId: 1, id: 1 }, { id: 0, name: 'NO_ERROR', permanent: false }))).toBe(false);
  });
});
