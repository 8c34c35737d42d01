export { type Budget, budgetCharge, campaignBudget, dailyBudget, type PriceBook, type PriceQuestion } from './budget.ts';
export type {
  Charge,
  CounterStore,
  Hold,
  LogCharge,
  RateCharge,
  SumCharge,
  TakeAnswer,
  TakenCharge,
  TakeResult,
  Tally,
  TallyTotals,
  UniqueCharge,
} from './counter-store.ts';
export { type DryCounters, dryCounters, type RehearsedPace } from './dry-counters.ts';
export { memoryCounterStore } from './memory-counter-store.ts';
export { capCharges, type PersonCap } from './person-cap.ts';
export { createSenderHealth, type HealthAction, type HealthPolicy, type SubmitReport } from './sender-health.ts';
export {
  accountKey,
  type PaceLimits,
  paceCharge,
  pairCharge,
  portfolioCharge,
  type SenderLimits,
  senderKey,
  type WarmUp,
  warmUpCharge,
} from './sender-limits.ts';
export { type RateCohort, type RateReading, type RateTest, type RateVerdict, readRate } from './sequential-test.ts';
export { sweepNowAndThen } from './sweep-now-and-then.ts';
