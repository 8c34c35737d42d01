import type { ButtonView, TemplateView, TextView } from './template-view.ts';

/** Bodies, those of carousel cards included. */
export function bodyTexts({ bodies, carousel }: TemplateView): readonly TextView[] {
  const cards = carousel?.cards ?? [];
  return [...bodies, ...cards.flatMap((card) => card.bodies)].flatMap((body) => body.text ?? []);
}

/** Texts that may hold variables of their own: text headers and bodies. */
export function variableTexts(view: TemplateView): readonly TextView[] {
  return [...view.headers.flatMap((header) => header.text ?? []), ...bodyTexts(view)];
}

/** Buttons, those of carousel cards included. */
export function allButtons({ buttons, carousel }: TemplateView): readonly ButtonView[] {
  return [...buttons, ...(carousel?.cards ?? []).flatMap((card) => card.buttons)];
}

/** Addresses of URL buttons, those of carousel cards included. */
export function urlTexts(view: TemplateView): readonly TextView[] {
  return allButtons(view).flatMap((button) => (button.type === 'URL' ? (button.url ?? []) : []));
}
