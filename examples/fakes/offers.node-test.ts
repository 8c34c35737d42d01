import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { offerForBirthdays } from './offers.ts';
import { openScene } from './scene.ts';

// The fakes in Node's own runner: node --test examples/fakes/offers.node-test.ts

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
    assert.equal(await offerForBirthdays(messenger, [emma, '+447700900124'], '04-13'), 2);
    await messenger.tick();
    assert.equal(sms.accepted.length, 0);
    clock.advance(12 * 3_600_000);
    await messenger.tick();
    assert.equal(sms.accepted.map(({ message }) => message.to).join(), emma);
    await offerForBirthdays(messenger, [emma], '04-13');
    await messenger.tick();
    assert.equal(sms.accepted.length, 1);
  });
});
