/** How the sandbox's people and networks behave: shares between 0 and 1, times in milliseconds of the sandbox's clock. */
export interface Behaviour {
  /** People without the messenger. @default 0.1 */
  readonly notOnChannel: number;
  /** Dead numbers, on SMS. @default 0.02 */
  readonly deadNumbers: number;
  /** Messages that are accepted and never delivered. @default 0.08 */
  readonly neverDelivered: number;
  /** Messages whose `delivered` comes late, by `lateMs`. @default 0.04 */
  readonly late: number;
  /** @default 2_400_000 (40 minutes) */
  readonly lateMs: number;
  /** Messages whose receipts come twice. @default 0.04 */
  readonly duplicated: number;
  /** Messages whose first receipt comes before the answer to the send. @default 0.03 */
  readonly early: number;
  /** Messages whose `delivered` overtakes `sent`. @default 0.04 */
  readonly reordered: number;
  /** Sends that start a burst of refusals for too high a rate, `burstMs` long. @default 0.004 */
  readonly throttled: number;
  /** @default 3_000 */
  readonly burstMs: number;
  /** Sends whose connection is cut after the message was taken. @default 0.01 */
  readonly cut: number;
  /** Sends whose answer never comes, though the message was taken. @default 0 */
  readonly held: number;
  /** People who answer a delivered message with an opt-out. @default 0.01 */
  readonly optOuts: number;
  /** People who answer with a complaint. @default 0.003 */
  readonly complaints: number;
  /** Delivered messages that are read, where the channel tells. @default 0.55 */
  readonly read: number;
}

/** Behaviour like life. */
export const lifelike: Behaviour = {
  notOnChannel: 0.1,
  deadNumbers: 0.02,
  neverDelivered: 0.08,
  late: 0.04,
  lateMs: 2_400_000,
  duplicated: 0.04,
  early: 0.03,
  reordered: 0.04,
  throttled: 0.004,
  burstMs: 3_000,
  cut: 0.01,
  held: 0,
  optOuts: 0.01,
  complaints: 0.003,
  read: 0.55,
};

/** Everybody is reachable, nothing goes wrong, nobody answers. */
export const obliging: Behaviour = {
  ...lifelike,
  notOnChannel: 0,
  deadNumbers: 0,
  neverDelivered: 0,
  late: 0,
  duplicated: 0,
  early: 0,
  reordered: 0,
  throttled: 0,
  cut: 0,
  optOuts: 0,
  complaints: 0,
};

/** What one person or number does, whatever the shares say. Absent fields follow the shares. */
export interface PersonScript {
  readonly onChannel?: boolean;
  /** `never`: no final receipt at all. */
  readonly delivery?: 'delivered' | 'never' | 'failed' | 'expired';
  /** The provider's code of a `failed` delivery. */
  readonly failCode?: string;
  /** The provider's code with which every send to this person is refused. */
  readonly refuse?: string;
  readonly deliverAfterMs?: number;
  readonly read?: boolean;
  /** `none` switches all faults off. */
  readonly fault?: 'none' | 'cut' | 'held' | 'early' | 'duplicated' | 'reordered' | 'throttled';
  /** What the person writes after a delivered message; `null`: nothing. */
  readonly reply?: { readonly text: string; readonly afterMs?: number } | null;
}
