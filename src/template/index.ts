export { type ChooseVariantOptions, chooseVariant, type VariantChoice } from './choose-variant.ts';
export { type CompiledTemplate, compileTemplates } from './compile-templates.ts';
export { countSegments, type SegmentCount, type SmsEncoding } from './count-segments.ts';
export { forcesUcs2, type SmartEncodeOptions, smartEncode, type Ucs2Cause, type Ucs2Report } from './forces-ucs2.ts';
export { jsonDocument } from './json-document.ts';
export {
  isSendable,
  type MessageTemplate,
  type TemplateButton,
  type TemplateSet,
  type TemplateState,
  type TemplateVariant,
} from './message-template.ts';
export { parseTemplate, placeholderNames } from './parse-template.ts';
export { lineAndColumn, type ParseTemplateFileOptions, parseTemplateFile, type TemplateFileFormat } from './parse-template-file.ts';
export type { ParsedTemplate, Placeholder, TemplateFault, TextRange } from './parsed-template.ts';
export { type LocatedTemplate, readTemplates, type TemplateFile, type TemplateFileFault } from './read-templates.ts';
export { type RenderResult, renderTemplate } from './render-template.ts';
export type { Origin, SourceMap } from './source-map.ts';
export { type DocumentPath, documentWithRanges, type TemplateDocument, type TextLocation, valueAt } from './template-document.ts';
export { stateAfterEvent } from './template-state.ts';
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
export { type WhatsAppValue, type WhatsAppValues, whatsAppValues } from './whatsapp-values.ts';
