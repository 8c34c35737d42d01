import { describe, expect, it } from 'vitest';
import { bookOverDeliveries } from '../../src/cascade/book-over-deliveries.ts';
import { openBook } from '../consent/support.ts';

const anna = '+447700900123';
const evidence = { method: 'staff', grade: 'B' } as const;

/** A book over deliveries that only write down what they are told. */
function scene() {
  const told: string[] = [];
  const { book } = openBook();
  const name = (subject: unknown): string => (subject === book.subject(anna) ? 'anna' : 'somebody else');
  const store = {
    wake: async ({ subject }: { readonly subject?: unknown }) => told.push(`wake ${name(subject)}`),
    forget: async (subject: unknown) => told.push(`forget ${name(subject)}`),
  };
  return { told, book: bookOverDeliveries(book, store, { onRefusal: () => void told.push('look') }), inner: book };
}

describe('bookOverDeliveries', () => {
  it('wakes what is planned after a withdrawal and after a suppression', async () => {
    const { told, book, inner } = scene();
    await book.withdraw({ address: anna, evidence });
    await book.suppress({ subject: book.subject(anna), reason: 'complaint', evidence });
    expect(told).toEqual(['wake anna', 'look', 'wake anna', 'look']);
    expect((await inner.history(book.subject(anna))).map(({ kind }) => kind)).toEqual(['withdrawn', 'suppressed']);
  });

  it('takes an erased person out of the deliveries before it wakes them', async () => {
    const { told, book } = scene();
    await book.grant({ address: anna, sender: 'acme', channels: ['sms'], purposes: ['offers'], evidence });
    expect(told).toEqual([]);
    await book.erase({ address: anna, reason: 'request', evidence });
    expect(told).toEqual(['forget anna', 'wake anna', 'look']);
  });
});
