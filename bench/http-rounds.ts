/** Requests per second of contenders that alternate in short rounds, so that a busy machine slows all alike; medians, and each as a ratio to the floor, which comes last. */
export async function requestRounds(
  title: string,
  contenders: Readonly<Record<string, (requests: number, parallel: number) => Promise<void>>>,
  { requests = 400, parallel = 20, rounds = 41 }: { readonly requests?: number; readonly parallel?: number; readonly rounds?: number } = {},
): Promise<void> {
  const names = Object.keys(contenders);
  const rates = new Map<string, number[]>(names.map((name) => [name, []]));
  const cpu = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = -3; round < rounds; round += 1)
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round + 3) % names.length]!;
      const spent = process.cpuUsage();
      const start = performance.now();
      await contenders[name]!(requests, parallel);
      const ms = performance.now() - start;
      const { user, system } = process.cpuUsage(spent);
      if (round < 0) continue;
      rates.get(name)!.push((requests / ms) * 1_000);
      cpu.get(name)!.push((user + system) / requests);
    }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
  const floor = names.at(-1)!;
  console.log(title);
  for (const name of names) {
    // Round by round: what the machine was busy with then weighs on both.
    const ratio = median(rates.get(name)!.map((rate, index) => rate / rates.get(floor)![index]!));
    const line = [median(rates.get(name)!).toFixed(0).padStart(7), 'req/s', median(cpu.get(name)!).toFixed(0).padStart(6), 'µs CPU'].join(' ');
    console.log(`  ${name.padEnd(44)} ${line}  ${ratio.toFixed(2)} × ${floor}`);
  }
}
