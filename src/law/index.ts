export { dueForReview, type LawArea, type LawChange, type LawFeed, type LawFeedOptions, lawEntries, lawFeed, type PlacedEntry } from './feed.ts';
export { isInForce } from './in-force.ts';
export type {
  Basis,
  CapEntry,
  ChannelEntry,
  Confidence,
  ConsentEntry,
  DayHours,
  DeadlineEntry,
  IsoDate,
  LawEntry,
  LawPack,
  OptOutEntry,
  RuleEntry,
  WindowEntry,
} from './pack.ts';
export { type Channel, channels, type LocalText, type MessageKind, messageKinds, type Severity } from './vocabulary.ts';
