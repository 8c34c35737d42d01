/** One step of the schema. Never changed once released: a later step corrects an earlier one. */
export interface Migration {
  /** Sorts after all earlier ones and is never used again: `0001-consent`. */
  readonly id: string;
  /** Statements, each harmless only once: they run in one transaction, exactly once. */
  readonly sql: readonly string[];
}
