/** A share with the range it may really have. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;

/**
 * A share with its 95 % Wilson score interval, which stays sound for rare events and small numbers; `null` when nothing was counted.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 */
export function wilsonInterval(events: number, total: number): ShareInterval | null {
  if (total === 0) return null;
  const share = events / total;
  const scale = 1 + Z ** 2 / total;
  const centre = (share + Z ** 2 / (2 * total)) / scale;
  const half = (Z * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2))) / scale;
  return { share, low: events === 0 ? 0 : Math.max(0, centre - half), high: events === total ? 1 : Math.min(1, centre + half) };
}
