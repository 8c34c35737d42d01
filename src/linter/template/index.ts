export { type LintTemplateOptions, lintWhatsAppTemplate } from './lint-whatsapp-template.ts';
export { templateRules } from './registry.ts';
export { defineTemplateRule, type TemplateFinding, type TemplateReport, type TemplateRule } from './template-rule.ts';
export type { TemplateView } from './template-view.ts';
