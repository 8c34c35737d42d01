import { callingCodeLength } from './numbering-plan.ts';

/**
 * A number fit for a screen or a log: calling code and last two digits stay, `+44••••••••23`.
 * Anything that does not look like an international number becomes dots only.
 */
export function maskPhone(value: string): string {
  if (!/^\+\d{7,15}$/u.test(value)) return '•'.repeat(Math.min(value.length, 12));
  const shown = 1 + callingCodeLength(value.slice(1, 4));
  return value.slice(0, shown) + '•'.repeat(value.length - shown - 2) + value.slice(-2);
}
