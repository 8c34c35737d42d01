export { type AcceptedMessage, type MemoryProvider, type MemoryProviderOptions, memoryProvider } from './memory-provider.ts';
