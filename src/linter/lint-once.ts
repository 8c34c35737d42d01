import type { Diagnostic } from './diagnostic.ts';
import type { Linter } from './engine.ts';
import type { LintInput } from './lint-message.ts';
import { shapeOf } from './text-shape.ts';

/** A linter that remembers which texts were clean. */
export interface LintOnce {
  /**
   * The findings about a message.
   * @param factsKey names the facts: equal keys, equal facts.
   */
  lint(input: LintInput, factsKey: string): readonly Diagnostic[];
}

export interface LintOnceOptions {
  /** Only these findings matter: a text without them counts as clean. @default all */
  readonly matters?: ((diagnostic: Diagnostic) => boolean) | undefined;
}

const MAX_SHAPES = 10_000;
const none: readonly Diagnostic[] = [];

/**
 * Lints texts alike but for numbers once, as long as they are clean: a million renderings of a template cost a lint per distinct value that
 * rules can tell apart. What the person will read is what is read here, values included; a text with findings is linted each time, so that no
 * finding speaks of another person's values. Two generations of shapes are kept: memory stays bounded whatever the values are.
 */
export function lintOnce(linter: Pick<Linter, 'lint'>, { matters = () => true }: LintOnceOptions = {}): LintOnce {
  let young = new Set<string>();
  let old = new Set<string>();
  return {
    lint(input, factsKey) {
      const key = keyOf(input, factsKey);
      if (young.has(key)) return none;
      if (!old.has(key)) {
        const found = linter.lint(input).filter(matters);
        if (found.length > 0) return found;
      }
      if (young.size >= MAX_SHAPES) {
        old = young;
        young = new Set();
      }
      young.add(key);
      return none;
    },
  };
}

/** Lengths stand before what a recipient can have written, so that no text can pass for another with buttons. */
function keyOf({ country, region, channel, kind, sender, at, asOf, text, buttons }: LintInput, factsKey: string): string {
  const place = `${country}\u0000${region ?? ''}\u0000${channel}\u0000${kind}\u0000${at ?? ''}\u0000${asOf ?? ''}\u0000${sender ?? ''}\u0000${factsKey}`;
  const labels = buttons === undefined || buttons.length === 0 ? '' : JSON.stringify(buttons);
  return `${place.length}:${text.length}:${place}${shapeOf(text, sender ?? '')}${labels}`;
}
