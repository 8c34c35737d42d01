import type { Messenger } from 'licet';

/** The code of the host that is tested: it offers something to whoever has a birthday. */
export async function offerForBirthdays(messenger: Messenger, people: readonly string[], day: string): Promise<number> {
  let planned = 0;
  for (const to of people) {
    const { state } = await messenger.send(
      { to, kind: 'marketing', purpose: 'offers', sender: 'acme', template: 'birthday', plan: 'promo' },
      { idempotencyKey: `birthday/${day}/${to}` },
    );
    if (state === 'planned') planned += 1;
  }
  return planned;
}
