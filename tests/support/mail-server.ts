import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it: who it is for, and its source. */
export interface TakenMail {
  readonly to: string;
  readonly source: string;
}

export interface MailServer {
  /** `smtp://127.0.0.1:<port>` */
  readonly url: string;
  readonly taken: TakenMail[];
  /** What the server answers to a recipient instead of taking it, by address. */
  readonly refusals: Map<string, { readonly code: number; readonly text: string }>;
  close(): Promise<void>;
}

/** Starts a real SMTP server on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const refusals: MailServer['refusals'] = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, callback) {
      const refusal = refusals.get(address.address);
      if (!refusal) return callback();
      return callback(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        for (const { address } of session.envelope.rcptTo) taken.push({ to: address, source });
        callback();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The text of a mail, whatever it was encoded in. */
export function mailText({ source }: Pick<TakenMail, 'source'>): string {
  const body = source.split('\r\n\r\n').slice(1).join('\r\n\r\n').trim();
  if (/transfer-encoding: base64/i.test(source)) return Buffer.from(body, 'base64').toString();
  if (!/quoted-printable/i.test(source)) return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** The token in the link of an invitation; empty where there is none. */
export function mailedToken(mail: Pick<TakenMail, 'source'>): string {
  return /\?t=([0-9A-Z-]+)/.exec(mailText(mail))?.[1] ?? '';
}
