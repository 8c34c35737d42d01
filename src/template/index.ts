export { type ChooseVariantOptions, chooseVariant, type VariantChoice } from './choose-variant.ts';
export { type CompiledTemplate, compileTemplates } from './compile-templates.ts';
export { countSegments, type SegmentCount, type SmsEncoding } from './count-segments.ts';
export { forcesUcs2, type SmartEncodeOptions, smartEncode, type Ucs2Cause, type Ucs2Report } from './forces-ucs2.ts';
export {
  isSendable,
  type MessageTemplate,
  type TemplateButton,
  type TemplateSet,
  type TemplateState,
  type TemplateVariant,
} from './message-template.ts';
export { parseTemplate, placeholderNames } from './parse-template.ts';
export type { ParsedTemplate, Placeholder, TemplateFault, TextRange } from './parsed-template.ts';
export { type RenderResult, renderTemplate } from './render-template.ts';
export type { Origin, SourceMap } from './source-map.ts';
export type {
  WhatsAppBinding,
  WhatsAppBody,
  WhatsAppButton,
  WhatsAppCategory,
  WhatsAppComponent,
  WhatsAppFooter,
  WhatsAppHeader,
  WhatsAppNamedSample,
  WhatsAppTemplate,
} from './whatsapp-template.ts';
