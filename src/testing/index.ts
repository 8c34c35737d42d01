export { type AcceptedMessage, type MemoryProvider, type MemoryProviderOptions, memoryProvider } from '../channels/memory/index.ts';
export { RuleTester, type TestRunner as RuleTestRunner } from '../linter/rule-tester.ts';
export { type ChannelProviderBench, channelProviderContract } from './channel-provider-contract.ts';
export { type ConsentStoreSubject, consentStoreContract } from './consent-store-contract.ts';
export { type Contract, type ContractCase, type DescribeContractOptions, describeContract, failingCases, type TestRunner } from './contract.ts';
export { counterStoreContract } from './counter-store-contract.ts';
export { type DeliveryStoreSubject, deliveryStoreContract } from './delivery-store-contract.ts';
export { type KeyStoreSubject, keyStoreContract } from './key-store-contract.ts';
export { type ManualClock, manualClock } from './manual-clock.ts';
export {
  type SimulatedCall,
  type SimulatedMessage,
  type SimulatedMoods,
  type SimulatedProviderOptions,
  type SimulationOptions,
  type SimulationParts,
  type SimulationResult,
  simulate,
  type TakenMessage,
} from './simulation/index.ts';
export { type SuppressionSourceSubject, suppressionSourceContract } from './suppression-source-contract.ts';
