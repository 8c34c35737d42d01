export { telegramGatewayErrors } from './errors.ts';
export { parseEvents } from './parse.ts';
export { type TelegramGatewayOptions, telegramGateway } from './telegram-gateway.ts';
