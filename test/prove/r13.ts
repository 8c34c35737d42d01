import { dice, type Outcome, type ProveOptions } from './claim.ts';
import { killAgainAndAgain } from './house/chaos.ts';
import { setStage } from './house/stage.ts';
import { LEASE_MS } from './house/worker-setup.ts';

const PROCESSES = 4;
const SEGMENT_MICROS = 35_000;

/**
 * A budget that four processes share while they are killed: what the provider charges, by its own ledger, never passes it, and most of it is
 * used. Naive: each process keeps the sum for itself.
 */
export async function prove({ seed, full, broken }: ProveOptions): Promise<Outcome> {
  const messages = full ? 10_000 : 1_500;
  const kills = full ? 300 : 60;
  const maxMicros = messages * SEGMENT_MICROS;
  const stage = await setStage({ seed, honoursKeys: true, answersLookups: false, answerMs: [2, 12], segmentMicros: SEGMENT_MICROS });
  try {
    // Half as many again as there is money for.
    await stage.plan(messages * 1.5, 600_000);
    const money = { maxMicros, segmentMicros: SEGMENT_MICROS };
    await killAgainAndAgain({
      hire: () => stage.hire({ recourse: 'key', limit: 10, money, naive: broken ? 'own-counters' : undefined }),
      atWork: PROCESSES,
      kills,
      gateway: stage.gateway,
      callsBetween: [5, 25],
      roll: dice(seed),
    });
    await nothingMoves();
    const lines = stage.gateway.ledger().filter(({ kind }) => kind === 'accepted');
    let spent = 0;
    let overshoot = 0;
    for (const { micros = 0 } of lines) {
      spent += micros;
      overshoot = Math.max(overshoot, spent - maxMicros);
    }
    return {
      ok: overshoot === 0 && spent >= maxMicros * 0.7,
      figures: {
        processes: PROCESSES,
        kills,
        capMicros: maxMicros,
        spentMicros: spent,
        usedShare: Math.round((1_000 * spent) / maxMicros) / 1_000,
        overshoot,
      },
    };
  } finally {
    await stage.strike();
  }

  /** Waits until the provider has heard nothing for longer than a dead worker's lease. */
  async function nothingMoves(): Promise<void> {
    for (let before = -1, now = stage.gateway.ledger().length; now !== before; now = stage.gateway.ledger().length) {
      before = now;
      await new Promise((resolve) => setTimeout(resolve, 3 * LEASE_MS));
    }
  }
}
