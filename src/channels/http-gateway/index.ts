export { httpGateway } from './http-gateway.ts';
export type { GatewayAnswer, GatewayInbound, GatewayReceipt, GatewaySend, HttpGatewayOptions } from './options.ts';
