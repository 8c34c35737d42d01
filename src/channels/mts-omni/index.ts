export { type MtsOmniOptions, mtsOmni } from './mts-omni.ts';
export { parseEvents } from './parse.ts';
