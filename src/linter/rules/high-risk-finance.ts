import { topics } from '../lexicon/world-lexicons.ts';
import { defineRule, type Rule } from '../rule.ts';
import { advertisedTopic } from '../world/offers.ts';

export const highRiskFinance: Rule<'offered'> = defineRule({
  id: 'high-risk-finance',
  description: {
    en: 'No payday loans, debt relief, crypto or stock tips',
    ru: 'Без займов до зарплаты, списания долгов, криптовалют и биржевых советов',
  },
  messages: {
    offered: {
      en: '"{term}" belongs to financial offers that carriers or operators bar here. Take it out of mailings.',
      ru: '«{term}» относится к финансовым предложениям, которые здесь запрещены операторами. Уберите из рассылки.',
    },
  },
  triggers: topics.triggers(['riskyFinance', 'loans']),
  sampleDefaults: { country: 'US', kind: 'marketing', sender: '62555' },
  examples: {
    correct: [
      { text: 'Elm Credit Union: new branch opens Monday. Reply STOP to end' },
      { text: 'Library: loan period extended to 4 weeks. Reply STOP to end' },
      { text: 'Payroll tips for small shops, webinar Friday. Reply STOP to end' },
      { text: 'Stock is low: teapots go fast. Reply STOP to end' },
      { text: 'Your loan payment of $40 is due Friday', kind: 'transactional' },
    ],
    incorrect: [
      { text: 'Need cash? Payday loans up to $500, no credit check. Reply STOP to end', message: 'offered' },
      { text: 'Debt relief that works: cut your credit card debt today. Reply STOP to end', message: 'offered' },
      { text: 'Bitcoin is up! Trade crypto with Orbit. Reply STOP to end', message: 'offered' },
      { text: 'Préstamos inmediatos sin buró, hoy mismo', message: 'offered' },
      { text: 'Hot stock picks every morning. Reply STOP to end', message: 'offered' },
    ],
  },
  check(subject, settings, { report }) {
    const hit =
      advertisedTopic(subject, settings, 'riskyFinance') ?? (settings.loans === true ? advertisedTopic(subject, settings, 'loans') : undefined);
    if (hit !== undefined) report({ message: 'offered', range: hit.range, data: { term: hit.text } });
  },
});
