import type { LinterOptions } from './create-linter.ts';
import type { Linter } from './engine.ts';

/** A linter whose rules are loaded before the first text is read: they are most of the library, and a process that imports it may never send. */
export interface LateLinter extends Pick<Linter, 'lint'> {
  /** Loads the rules; `undefined` when they are there. `lint` may be called once it has resolved. */
  ready(): Promise<void> | undefined;
}

/** As `createLinter`, made when it is first needed. */
export function lateLinter(options: LinterOptions): LateLinter {
  let linter: Linter | undefined;
  let loading: Promise<void> | undefined;
  return {
    ready() {
      if (linter !== undefined) return undefined;
      loading ??= import('./create-linter.ts').then(({ createLinter }) => {
        linter = createLinter(options);
      });
      return loading;
    },
    lint(input) {
      if (linter === undefined) throw new Error('The linter was asked before its rules were loaded; this is a bug in licet.');
      return linter.lint(input);
    },
  };
}
