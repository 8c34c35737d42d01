export { countSegments, type SegmentCount, type SmsEncoding } from './count-segments.ts';
export { forcesUcs2, type SmartEncodeOptions, smartEncode, type Ucs2Cause, type Ucs2Report } from './forces-ucs2.ts';
export { parseTemplate, placeholderNames } from './parse-template.ts';
export type { ParsedTemplate, Placeholder, TemplateFault, TextRange } from './parsed-template.ts';
export { type RenderResult, renderTemplate } from './render-template.ts';
export type { Origin, SourceMap } from './source-map.ts';
