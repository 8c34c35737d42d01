/** Runs contenders in interleaved rounds and prints the median of each with its spread, and how fast it is as a ratio to the floor, which comes last. */
export async function rounds(
  title: string,
  operations: number,
  contenders: Readonly<Record<string, (round: number) => Promise<unknown> | unknown>>,
  count = 15,
  /** Makes ready what a contender will work on; not measured. */
  prepare: (name: string, round: number) => Promise<unknown> | unknown = () => undefined,
): Promise<void> {
  const names = Object.keys(contenders);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = -2; round < count; round += 1)
    // Each round begins with another contender, so that nobody always runs behind the same one.
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round + 2) % names.length]!;
      await prepare(name, round + 2);
      const start = process.hrtime.bigint();
      await contenders[name]!(round + 2);
      if (round >= 0) times.get(name)!.push(Number(process.hrtime.bigint() - start) / 1e3 / operations);
    }
  const at = (name: string, share: number) => times.get(name)!.toSorted((a, b) => a - b)[Math.floor((count - 1) * share)]!;
  const floor = names.at(-1)!;
  console.log(title);
  for (const name of names) {
    const spread = `${at(name, 0.1).toFixed(1)}–${at(name, 0.9).toFixed(1)}`;
    const ratio = (at(floor, 0.5) / at(name, 0.5)).toFixed(2);
    console.log(`  ${name.padEnd(34)} ${at(name, 0.5).toFixed(1).padStart(7)} µs  (${spread})  ${ratio} × ${floor}`);
  }
}
