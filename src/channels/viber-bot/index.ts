export { viberBotErrors, viberBusinessErrors } from './errors.ts';
export { parseEvents } from './parse.ts';
export { type ViberBotOptions, viberBot } from './viber-bot.ts';
