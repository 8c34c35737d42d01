import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A gateway in a process of its own: takes whatever is posted and answers with an id. Its port goes to the parent. */
const answer = Buffer.from('{"message_uuid":"aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab"}');
const server = createServer((incoming, outgoing) => {
  incoming.resume();
  incoming.on('end', () => outgoing.writeHead(202, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
