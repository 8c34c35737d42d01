export { metaErrors } from './errors.ts';
export type { WhatsappCloudOptions } from './options.ts';
export { parseEvents } from './parse.ts';
export { whatsappCloud } from './whatsapp-cloud.ts';
