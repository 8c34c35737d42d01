import type { Channel } from '../law/vocabulary.ts';
import type { MessageTemplate, TemplateVariant } from './message-template.ts';

export interface ChooseVariantOptions {
  readonly channel: Channel;
  /** BCP 47 language of the person, if known. */
  readonly locale?: string | undefined;
  /** Used when there is no wording in the person's language. Without it such a person gets no message. */
  readonly fallbackLocale?: string | undefined;
}

export type VariantChoice =
  | { readonly ok: true; readonly variant: TemplateVariant }
  /** No wording for the channel, or none in the person's language nor in the fallback's. */
  | { readonly ok: false; readonly reason: 'no-channel-variant' | 'no-locale-variant' };

const normalised = (locale: string) => locale.toLowerCase().replaceAll('_', '-');
const language = (locale: string) => normalised(locale).split('-')[0];

function inLocale(variants: readonly TemplateVariant[], wanted: string): TemplateVariant | undefined {
  const same = variants.filter((variant) => language(variant.locale) === language(wanted));
  return (
    same.find((variant) => normalised(variant.locale) === normalised(wanted)) ??
    same.find((variant) => normalised(variant.locale) === language(wanted)) ??
    same[0]
  );
}

/**
 * Picks the wording for a person: the exact locale, else its language without region, else the same language of another region, else the
 * fallback locale by the same steps. A channel's only wording serves a person of unknown language.
 */
export function chooseVariant(template: MessageTemplate, { channel, locale, fallbackLocale }: ChooseVariantOptions): VariantChoice {
  const variants = template.variants.filter((variant) => variant.channel === channel);
  const only = variants[0];
  if (only === undefined) return { ok: false, reason: 'no-channel-variant' };
  if (locale === undefined && fallbackLocale === undefined && variants.length === 1) return { ok: true, variant: only };
  const wanted = [locale, fallbackLocale].filter((one) => one !== undefined);
  for (const one of wanted) {
    const variant = inLocale(variants, one);
    if (variant !== undefined) return { ok: true, variant };
  }
  return { ok: false, reason: 'no-locale-variant' };
}
