import { describe, expect, it } from 'vitest';
import { offerForBirthdays } from './offers.ts';
import { openScene } from './scene.ts';

// The fakes in vitest: npx vitest run

describe('birthday offers', () => {
  it('offers once to who agreed, and only in the morning', async () => {
    const { messenger, sms, clock } = openScene();
    const emma = '+447700900123';
    await messenger.consent.grant({
      address: emma,
      sender: 'acme',
      purposes: ['offers'],
      channels: ['sms'],
      evidence: { method: 'web-form', grade: 'B' },
    });
    expect(await offerForBirthdays(messenger, [emma, '+447700900124'], '04-13')).toBe(2);
    await messenger.tick();
    expect(sms.accepted.length).toBe(0);
    clock.advance(12 * 3_600_000);
    await messenger.tick();
    expect(sms.accepted.map(({ message }) => message.to).join()).toBe(emma);
    await offerForBirthdays(messenger, [emma], '04-13');
    await messenger.tick();
    expect(sms.accepted.length).toBe(1);
  });
});
