import { connect, type Socket } from 'node:net';
import { parseArgs } from 'node:util';

/*
 * Asks for one page over many connections, again when the last answer is whole, from a process of its own. It counts bytes
 * and reads no more of HTTP than it must. Prints JSON: answers and seconds.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    path: { type: 'string' },
    encoding: { type: 'string' },
    connections: { type: 'string' },
    seconds: { type: 'string' },
  },
});
const request = Buffer.from(
  [
    `GET ${values.path} HTTP/1.1`,
    `host: 127.0.0.1:${values.port}`,
    'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36',
    'accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    `accept-encoding: ${values.encoding}`,
    'accept-language: zh-CN,zh;q=0.9',
    '\r\n',
  ].join('\r\n'),
);

/** Length of an answer with its head, once that has come. */
function lengthOf(chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n');
  const head = chunk.toString('latin1', 0, Math.max(end, 0));
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200') || length === undefined)
    throw new Error(`No page:\n${chunk.toString('latin1', 0, 500)}`);
  return end + 4 + Number(length);
}

let answers = 0;
let endsAt = Infinity;

function converse(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = 0;
    const ask = (): void => {
      if (performance.now() < endsAt) socket.write(request);
      else {
        socket.end();
        resolve();
      }
    };
    socket.on('data', (chunk: Buffer) => {
      if (left === 0) left = lengthOf(chunk);
      left -= chunk.length;
      if (left > 0) return;
      answers += 1;
      ask();
    });
    socket.on('error', reject);
    ask();
  });
}

const sockets = await Promise.all(
  Array.from(
    { length: Number(values.connections) },
    () =>
      new Promise<Socket>((resolve, reject) => {
        const socket = connect({ port: Number(values.port), host: '127.0.0.1', noDelay: true }, () =>
          resolve(socket),
        );
        socket.once('error', reject);
      }),
  ),
);
const begun = performance.now();
endsAt = begun + Number(values.seconds) * 1000;
await Promise.all(sockets.map(converse));
console.log(JSON.stringify({ answers, seconds: (performance.now() - begun) / 1000 }));
