export { compareTemplates, type TemplateDifference } from './compare-templates.ts';
export { metaErrors } from './errors.ts';
export type { WhatsappCloudOptions } from './options.ts';
export { parseEvents } from './parse.ts';
export type { PlatformTemplate } from './platform-template.ts';
export type { WhatsappTemplatesOptions } from './template-options.ts';
export { whatsappCloud } from './whatsapp-cloud.ts';
export {
  type TemplateCallFailure,
  type TemplateLintFailure,
  type TemplateSubmitted,
  type WhatsappTemplates,
  whatsappTemplates,
} from './whatsapp-templates.ts';
