import { createTransport } from 'nodemailer';
import { MailError, type MailTransport } from '../features/mail/mail-transport.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…:465` */
  readonly url: string;
  /** What e-mail comes from. */
  readonly from: string;
}

/** Sends e-mail through an SMTP server, one connection kept open while there is something to send. */
export function openSmtp({ url, from }: SmtpOptions): MailTransport {
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    // A server that says nothing must not hold the queue up for minutes.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain =
    from
      .split('@')
      .at(-1)
      ?.replaceAll(/[^\w.-]/g, '') ?? 'gongping';
  return {
    async send({ id, to, subject, text }) {
      try {
        const messageId = `<${id}@${domain}>`;
        await transporter.sendMail({ from, to, subject, text, messageId });
      } catch (error) {
        throw mailError(error);
      }
    },
    close: () => transporter.close(),
  };
}

/** 5xx at the recipient or the message is for good; a refused sign-in is not, since the operator can mend it. */
function mailError(error: unknown): MailError {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const name = typeof code === 'string' ? code : 'unknown';
  const permanent = status >= 500 && status < 600 && (name === 'EENVELOPE' || name === 'EMESSAGE');
  return new MailError(status === 0 ? name : `${name} ${status}`, { permanent });
}
