export { telegramBotErrors } from './errors.ts';
export { parseEvents } from './parse.ts';
export { type TelegramBotOptions, telegramBot } from './telegram-bot.ts';
