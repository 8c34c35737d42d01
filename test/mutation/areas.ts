/** A room whose tests are tried by changing its code: what is changed, and who must notice. */
export interface Area {
  readonly mutate: readonly string[];
  /** Folders and files of tests that hold it. */
  readonly tests: readonly string[];
}

/** Decisions whose mistakes cost people or money. Each must notice nine changes in ten. */
export const areas: Readonly<Record<string, Area>> = {
  consent: {
    mutate: [
      'src/consent/decide/decide-consent.ts',
      'src/consent/decide/effective-order.ts',
      'src/consent/decide/permission.ts',
      'src/consent/decide/record-suffices.ts',
      'src/consent/decide/scope.ts',
      'src/consent/decide/standing-suppression.ts',
    ],
    tests: [
      'test/consent/decide-consent.test.ts',
      'test/consent/consent-demand.test.ts',
      'test/consent/suppression.test.ts',
      'test/consent/consent-book.test.ts',
    ],
  },
  clearance: {
    mutate: ['src/clearance/create-clearance.ts', 'src/clearance/lawful-ground.ts', 'src/clearance/validity.ts'],
    tests: ['test/clearance'],
  },
  'next-action': {
    mutate: [
      'src/cascade/delivery/next-action.ts',
      'src/cascade/delivery/after-unknown.ts',
      'src/cascade/delivery/after-failure.ts',
      'src/cascade/delivery/evolve.ts',
    ],
    tests: ['test/cascade/next-action.test.ts', 'test/cascade/evolve.test.ts', 'test/cascade/tick.test.ts'],
  },
  limits: {
    mutate: ['src/limits/rate-bucket.ts', 'src/limits/person-cap.ts', 'src/limits/budget.ts', 'src/limits/memory-counter-store.ts'],
    tests: ['test/limits', 'test/contracts/counter-store.test.ts'],
  },
  windows: { mutate: ['src/windows/hours.ts', 'src/windows/next-lawful.ts', 'src/windows/select-windows.ts'], tests: ['test/windows'] },
  tokens: {
    mutate: ['src/web/link-token.ts', 'src/consent/double-opt-in.ts', 'src/channels/signature.ts'],
    tests: ['test/web/link-token.test.ts', 'test/consent/double-opt-in.test.ts', 'test/channels/signature.test.ts'],
  },
  intent: {
    mutate: ['src/feedback/intent/classify-reply.ts', 'src/feedback/intent/scope.ts', 'src/feedback/intent/whole-message.ts'],
    tests: ['test/feedback/classify-reply.test.ts', 'test/feedback/reading.test.ts', 'test/feedback/corpus.test.ts'],
  },
};
