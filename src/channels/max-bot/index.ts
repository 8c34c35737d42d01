export { type MaxBotOptions, maxBot } from './max-bot.ts';
export { parseEvents } from './parse.ts';
