import { deepEqual, equal } from 'node:assert/strict';
import type { SubjectRef } from '../consent/record/record.ts';
import type { KeyStore } from '../consent/store/key-store.ts';
import type { Contract } from './contract.ts';

/** What the contract tries: an empty store, and another tenant's view of the same database. */
export interface KeyStoreSubject {
  readonly store: KeyStore;
  readonly otherTenant: KeyStore;
}

const person = (name: string): SubjectRef => name.padStart(24, '0') as SubjectRef;
const share = (value: number): Uint8Array => new Uint8Array(32).map((_, i) => (value * 7 + i * 31) % 256);
const bytesOf = (shares: ReadonlyMap<SubjectRef, Uint8Array>, who: SubjectRef): readonly number[] | null => {
  const found = shares.get(who);
  return found === undefined ? null : [...found];
};

/** What every `KeyStore` must do. */
export const keyStoreContract: Contract<KeyStoreSubject> = {
  port: 'KeyStore',
  cases: [
    {
      name: 'keeps the first share offered and gives it back to the byte',
      async run({ store }) {
        const first = await store.getOrCreate(new Map([[person('a'), share(1)]]));
        deepEqual(bytesOf(first, person('a')), [...share(1)]);
        const second = await store.getOrCreate(
          new Map([
            [person('a'), share(2)],
            [person('b'), share(3)],
          ]),
        );
        deepEqual(bytesOf(second, person('a')), [...share(1)]);
        deepEqual(bytesOf(second, person('b')), [...share(3)]);
        deepEqual(bytesOf(await store.get([person('a')]), person('a')), [...share(1)]);
      },
    },
    {
      name: 'leaves people without a share out of the answer',
      async run({ store }) {
        equal((await store.get([person('a')])).size, 0);
        equal((await store.get([])).size, 0);
        equal((await store.getOrCreate(new Map())).size, 0);
      },
    },
    {
      name: 'destroys for good, and only what it is told',
      async run({ store }) {
        await store.getOrCreate(
          new Map([
            [person('a'), share(1)],
            [person('b'), share(2)],
          ]),
        );
        await store.destroy([person('a'), person('nobody')]);
        deepEqual([...(await store.get([person('a'), person('b')])).keys()], [person('b')]);
        deepEqual(bytesOf(await store.getOrCreate(new Map([[person('a'), share(9)]])), person('a')), [...share(9)]);
        await store.destroy([]);
      },
    },
    {
      name: 'gives callers at once one share',
      async run({ store }) {
        const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => store.getOrCreate(new Map([[person('a'), share(i)]]))));
        for (const answer of answers) deepEqual(bytesOf(answer, person('a')), bytesOf(answers[0]!, person('a')));
      },
    },
    {
      name: 'keeps thousands at once',
      async run({ store }) {
        const offered = new Map(Array.from({ length: 2_500 }, (_, i) => [person(`p${i}`), share(i)]));
        await store.getOrCreate(offered);
        const found = await store.get([...offered.keys()]);
        for (const [who, given] of offered) deepEqual(bytesOf(found, who), [...given]);
      },
    },
    {
      name: 'cannot be changed through what it was given or gave back',
      async run({ store }) {
        const given = share(1);
        await store.getOrCreate(new Map([[person('a'), given]]));
        given.fill(0);
        (await store.get([person('a')])).get(person('a'))?.fill(0);
        deepEqual(bytesOf(await store.get([person('a')]), person('a')), [...share(1)]);
      },
    },
    {
      name: 'keeps tenants apart',
      async run({ store, otherTenant }) {
        await store.getOrCreate(new Map([[person('a'), share(1)]]));
        equal((await otherTenant.get([person('a')])).size, 0);
        await otherTenant.destroy([person('a')]);
        deepEqual(bytesOf(await store.get([person('a')]), person('a')), [...share(1)]);
      },
    },
  ],
};
