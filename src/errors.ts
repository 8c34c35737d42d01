/** Base of every error licet throws. Test with `isLicetError(error)`, which also works across realms and duplicate installs. */
export class LicetError<Code extends string = string> extends Error {
  override readonly name: string = 'LicetError';
  /** Stable, kebab-case; branch on this, never on `message`. */
  readonly code: Code;
  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    Object.defineProperty(this, Symbol.for('licet.error'), { value: true });
  }
}

/** True for every error thrown by any copy of licet. */
export function isLicetError(error: unknown): error is LicetError {
  return typeof error === 'object' && error !== null && Symbol.for('licet.error') in error;
}

/** One thing wrong with what the caller gave: where, and what was expected. Never holds the value itself. */
export interface OptionIssue {
  /** Dotted path, for instance `channels.0.login`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
}

/** The caller's mistake: unknown or malformed options, an unknown template, a channel nobody configured. Thrown at once. */
export class InvalidOptionsError extends LicetError<'invalid-options'> {
  override readonly name = 'InvalidOptionsError';
  readonly issues: readonly OptionIssue[];
  constructor(message: string, issues: readonly OptionIssue[] = [], options?: ErrorOptions) {
    super(
      'invalid-options',
      issues.length === 0 ? message : `${message} ${issues.map((i) => `${i.path || '(whole)'}: ${i.expected}`).join('; ')}.`,
      options,
    );
    this.issues = issues;
  }
}

/** Another writer holds the place this write wanted: load again and decide again. */
export class StoreConflictError extends LicetError<'store-conflict'> {
  override readonly name = 'StoreConflictError';
  constructor(message: string, options?: ErrorOptions) {
    super('store-conflict', message, options);
  }
}

/** An open complaint still needs what is held about the person as proof: close the case, or erase with `despiteOpenCase`. Nothing was changed. */
export class ErasureHeldError extends LicetError<'erasure-held'> {
  override readonly name = 'ErasureHeldError';
  constructor(message: string, options?: ErrorOptions) {
    super('erasure-held', message, options);
  }
}

/** The store cannot be used: not writable, locked by another process, or not answering. Nothing was half-written. */
export class StoreUnavailableError extends LicetError<'store-unavailable'> {
  override readonly name = 'StoreUnavailableError';
  constructor(message: string, options?: ErrorOptions) {
    super('store-unavailable', message, options);
  }
}
