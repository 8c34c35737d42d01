import { changeDocument } from '../../cascade/stores/change-document.ts';
import type { DeliveryStore } from '../../cascade/stores/delivery-store.ts';
import type { DocumentStore } from '../../cascade/stores/document-store.ts';
import type { HoldQuestion, QualityHold } from '../../clearance/clearance-deps.ts';
import type { Clock } from '../../clock.ts';
import type { ConsentBook } from '../../consent/consent-book.ts';
import type { MessengerEmitter } from '../../events.ts';
import type { TemplateSet } from '../../template/message-template.ts';
import { decideHolds, type HoldsOutcome, setHold } from './decide-holds.ts';
import { asDocument, DECISION_PREFIX, decisionKey, HOLDS_KEY, type Hold, type MonitorDecision, readDecision, readHolds } from './decision.ts';
import { holdsOver } from './holds-over.ts';
import { createMonitorCounter, type Refusal } from './monitor-counter.ts';
import { defaultMonitorPolicy, type MonitorPolicy } from './monitor-policy.ts';
import { platformHolds } from './platform-holds.ts';
import { cellsOf, readSlice, type SliceReading, slicesIn } from './read-slices.ts';
import { type Slice, sliceId } from './slice.ts';
import { openTallies } from './tallies.ts';

/** What a host sees of monitoring, and what a person can do. */
export interface Monitor {
  /** Every rate of every slice as it stands now. */
  readings(): Promise<readonly SliceReading[]>;
  /** What is slowed down or held back, and what was and is not any more. */
  holds(): Promise<readonly Hold[]>;
  /** Everything that was decided, with its numbers, oldest first. */
  decisions(): Promise<readonly MonitorDecision[]>;
  /** A named person lets a slice go as usual, or holds it back until another word. */
  set(slice: Slice, action: 'resume' | 'pause', by: { readonly name: string }): Promise<MonitorDecision>;
}

/** The rest of the house's side of monitoring. */
export interface MonitorDesk extends Monitor {
  /** What a clearance must hold back or slow down; remembers what the messages are, until they are submitted. */
  readonly ask: (questions: readonly HoldQuestion[], now: Date) => readonly (QualityHold | null)[];
  /** To be told of everybody who refused. */
  readonly refused: (refusal: Refusal) => void;
  /** Writes counts, reads holds and looks at rates when it is time; cheap, to be called with every batch of work. */
  readonly watch: () => Promise<void>;
  /** Writes what was counted, at the end of work. */
  readonly flush: () => Promise<void>;
}

export interface MonitorDeskDeps {
  readonly documents: DocumentStore;
  readonly store: Pick<DeliveryStore, 'load' | 'scan'>;
  readonly consent: Pick<ConsentBook, 'load'>;
  readonly events: MessengerEmitter;
  readonly templates: TemplateSet;
  readonly clock: Pick<Clock, 'now'>;
  readonly policy: Partial<MonitorPolicy>;
}

/** Puts monitoring together: counts by what it hears, decides every minute, and tells. Any number of workers may do it; one of them decides. */
export function createMonitorDesk(deps: MonitorDeskDeps): MonitorDesk {
  const { documents, events, clock } = deps;
  const policy: MonitorPolicy = { ...defaultMonitorPolicy, ...deps.policy };
  const tallies = openTallies(documents, policy);
  const counter = createMonitorCounter({ ...deps, policy, tallies });
  let holds = holdsOver([]);
  let lookedMs = Number.NEGATIVE_INFINITY;

  const flush = (): Promise<void> => counter.flush().catch(() => void events.emit('background-failure', { where: 'monitor', code: 'not-counted' }));

  /** Decides on the newest holds; of several workers the one whose write stands has decided. */
  async function change(decide: (before: readonly Hold[]) => HoldsOutcome): Promise<readonly MonitorDecision[]> {
    let made: readonly MonitorDecision[] = [];
    const value = await changeDocument(documents, HOLDS_KEY, (before) => {
      const outcome = decide(readHolds(before?.value));
      made = outcome.decisions;
      return made.length === 0 ? undefined : asDocument(outcome.holds);
    });
    holds = holdsOver(readHolds(value));
    for (const decision of made) {
      await changeDocument(documents, decisionKey(decision), () => asDocument(decision));
      const { id, slice, action, why, numbers } = decision;
      events.emit('quality-decided', {
        decisionId: id,
        channel: slice.channel,
        by: slice.by,
        action,
        why,
        ...(numbers === null ? {} : { sent: numbers.sent, bad: numbers.bad }),
      });
    }
    return made;
  }

  const frame = async (now: Date) => ({ now, policy, ...(await tallies.read(now)) });

  events.on('platform-changed', (news) => {
    if (policy.act === 'tell') return;
    const now = clock.now();
    const sets = platformHolds(news, deps.templates, policy, now);
    if (sets.length === 0) return;
    const decide = (before: readonly Hold[]): HoldsOutcome =>
      sets.reduce<HoldsOutcome>(
        ({ holds: so, decisions }, { slice, ...set }) => {
          // its good word ends what its bad one began, and nothing else
          const known = so.find((hold) => sliceId(hold.slice) === sliceId(slice));
          if (set.action === 'resume' && (known?.why !== 'platform' || known.state === 'running')) return { holds: so, decisions };
          const outcome = setHold({ now, policy, delays: {}, holds: so }, slice, set);
          return { holds: outcome.holds, decisions: [...decisions, ...outcome.decisions] };
        },
        { holds: before, decisions: [] },
      );
    counter.keep(change(decide));
  });

  return {
    ask: (questions, now) => {
      counter.note(questions);
      return questions.map((question) => (policy.kinds.includes(question.request.kind) ? holds.at(question, now) : null));
    },
    refused: (refusal) => counter.refused(refusal),
    flush,
    async watch() {
      const now = clock.now();
      if (counter.isDue(now)) await flush();
      try {
        const kept = await documents.get(HOLDS_KEY);
        holds = holdsOver(readHolds(kept?.value));
        if (now.getTime() - lookedMs < policy.everyMs) return;
        lookedMs = now.getTime();
        const read = await frame(now);
        if (read.cells.length > 0) await change((before) => decideHolds({ ...read, holds: before }));
      } catch {
        // a look that fails holds nothing up: the next one decides
        events.emit('background-failure', { where: 'monitor', code: 'not-read' });
      }
    },
    async readings() {
      await flush();
      const read = await frame(clock.now());
      return slicesIn(read.cells).flatMap((slice) => readSlice(cellsOf(read.cells, slice), slice, read));
    },
    holds: async () => readHolds((await documents.get(HOLDS_KEY))?.value),
    decisions: async () => (await documents.list(DECISION_PREFIX)).map(({ value }) => readDecision(value)),
    async set(slice, action, { name }) {
      const now = clock.now();
      const [decision] = await change((before) =>
        setHold({ now, policy, delays: {}, holds: before }, slice, { action, why: 'person', until: null, by: name }),
      );
      return decision!;
    },
  };
}
