import { deliverMails, writeInvitation, type Delivery, type MailTransport } from '@gongping/api';
import type { Bench } from './app.ts';

export const mailSite = 'https://gongping.example.cn';

/** Sends what is due until nothing is, as the product does beside the requests. */
export async function deliverInvitations(bench: Bench, transport: MailTransport): Promise<Delivery> {
  const { db } = bench.database;
  const clock = () => bench.clock.now;
  const total = { sent: 0, postponed: 0, failed: 0, dropped: 0 };
  for (;;) {
    const tally = await deliverMails(db, {
      clock,
      transport,
      invitation: (due) => writeInvitation(db, due, { now: clock(), site: mailSite }),
    });
    total.sent += tally.sent;
    total.postponed += tally.postponed;
    total.failed += tally.failed;
    total.dropped += tally.dropped;
    if (Object.values(tally).every((mails) => mails === 0)) return total;
  }
}
