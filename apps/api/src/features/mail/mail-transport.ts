export interface OutgoingMail {
  /** Names the e-mail to its receiver: who gets one twice under the same name may be shown it once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The way to a mail server. */
export interface MailTransport {
  /** @throws MailError */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Why an e-mail did not go: a code only, since what servers say names addresses. */
export class MailError extends Error {
  readonly code: string;
  /** True where another attempt cannot help. */
  readonly permanent: boolean;

  constructor(code: string, { permanent }: { permanent: boolean }) {
    super(code);
    this.name = 'MailError';
    this.code = code;
    this.permanent = permanent;
  }
}
