import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * What pages are measured against: a server of Node alone that answers every request with the same bytes. Takes the file
 * and its headers, prints its port.
 */
const [file = '', headers = '{}'] = process.argv.slice(2);
const body = readFileSync(file);
const head = { ...(JSON.parse(headers) as Record<string, string>), 'content-length': body.length };

const server = createServer((_request, response) => {
  response.writeHead(200, head);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
