export { type SimulatedMessage, type SimulationOptions, type SimulationParts, type SimulationResult, simulate } from './simulate.ts';
export type { SimulatedCall, SimulatedMoods, SimulatedProviderOptions, TakenMessage } from './simulated-provider.ts';
