import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { parseArgs } from 'node:util';

/*
 * Sends answers over many connections, the next one when the last was answered, from a process of its own. It reads no
 * more of HTTP than it must, so that it takes little of the processors that it shares with what it measures.
 * Prints JSON: answers stored, others by status, seconds, and the milliseconds of each request.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    requests: { type: 'string' },
    connections: { type: 'string' },
    seconds: { type: 'string' },
    /** Requests a second, all connections together; as many as are answered unless told. */
    rate: { type: 'string' },
  },
});
const port = Number(values.port);
const connections = Number(values.connections);
/** Whole requests in base64; those on one line are sent by one connection, one after the other. */
const requests = readFileSync(values.requests ?? '', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split(' ').map((request) => Buffer.from(request, 'base64')));

const statuses: Record<string, number> = {};
const times: number[] = [];
let next = 0;
let begunAt = 0;
let endsAt = Infinity;
const rate = Number(values.rate ?? Infinity);

/** Length of the whole answer once its head has come; null before. */
function lengthOf(head: string): number | null {
  const end = head.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end + 2))?.[1];
  if (length === undefined) throw new Error(`An answer without its length:\n${head.slice(0, end)}`);
  return end + 4 + Number(length);
}

function converse(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    let read = '';
    let line: Buffer[] = [];
    const send = () => {
      if (line.length === 0 && performance.now() < endsAt) {
        line = [...(requests[next] ?? [])];
        next += 1;
      }
      const request = line.shift();
      if (request === undefined) {
        socket.end();
        resolve();
        return;
      }
      const early = begunAt + (next / rate) * 1000 - performance.now();
      if (early > 0) setTimeout(write, early, request);
      else write(request);
    };
    const write = (request: Buffer) => {
      sentAt = performance.now();
      socket.write(request);
    };
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      read += text;
      const length = lengthOf(read);
      if (length === null || read.length < length) return;
      times.push(performance.now() - sentAt);
      const status = read.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      read = read.slice(length);
      send();
    });
    socket.on('error', reject);
    send();
  });
}

const sockets = await Promise.all(
  Array.from(
    { length: connections },
    () =>
      new Promise<Socket>((resolve, reject) => {
        const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
        socket.once('error', reject);
      }),
  ),
);
begunAt = performance.now();
endsAt = begunAt + Number(values.seconds) * 1000;
await Promise.all(sockets.map(converse));
const seconds = (performance.now() - begunAt) / 1000;
times.sort((a, b) => a - b);
const percentile = (share: number) =>
  times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? null;
console.log(JSON.stringify({ statuses, seconds, p50: percentile(0.5), p99: percentile(0.99) }));
