import { makeReportArchives } from '../features/assessment-reports/make-archives.ts';
import { countSurveys } from '../features/appraisals/count-surveys.ts';
import { deliverMails, mailBatch, type InvitationWriter } from '../features/mail/deliver-mails.ts';
import { enqueueMails } from '../features/mail/enqueue-mails.ts';
import { remindByTime } from '../features/inbox/remind-by-time.ts';
import { mixUsedTokens } from '../features/invitations/mix-tokens.ts';
import { writeInvitation } from '../features/invitations/write-invitation.ts';
import { forgetDayKeys } from '../features/responses/day-keys.ts';
import { screenSurveys } from '../features/screening/screen-surveys.ts';
import type { OpenDatabase } from '@gongping/db';
import type { Dependencies } from '../http/dependencies.ts';
import { repeat, type Background } from './background.ts';
import { openSmtp, type SmtpOptions } from './smtp.ts';

const remindEveryMs = 5 * 60_000;
const mailEveryMs = 15_000;
/** While all of a batch go, the next follows at once, up to so many: a stop waits for them. */
const mailBatches = 20;
const countEveryMs = 2000;
const screenEveryMs = 60_000;
/** A large survey takes longer to screen: it is given this many times as long a pause. */
const screenPause = 20;
const forgetEveryMs = 3_600_000;
const mixEveryMs = 10_000;
const archiveEveryMs = 1000;

/**
 * Starts what every instance does beside the requests: reminders by the calendar, the counts of surveys, the mixing of used
 * tokens, the reports of publications, and e-mail where a server is set.
 * @param site public address of the site, which e-mail links to
 */
export function startBackground(
  deps: Pick<Dependencies, 'db' | 'clock' | 'logger' | 'memory' | 'press' | 'robustness'> &
    Pick<OpenDatabase, 'pool'>,
  { smtp, site }: { smtp: SmtpOptions | null; site: string },
): Background {
  const { db, clock, logger } = deps;
  const reminders = repeat(
    'reminders',
    async () => {
      const sent = await remindByTime(deps);
      if (sent > 0) logger.info({ messages: sent }, 'reminders were sent');
    },
    { everyMs: remindEveryMs, logger },
  );
  const counting = repeat(
    'counting',
    async () => {
      await countSurveys(deps);
    },
    { everyMs: countEveryMs, logger },
  );
  const forgetting = repeat(
    'forgetting',
    async () => {
      await forgetDayKeys(db, clock());
    },
    { everyMs: forgetEveryMs, logger },
  );
  let screenAgain = 0;
  const screening = repeat(
    'screening',
    async () => {
      const begun = performance.now();
      if (begun < screenAgain) return;
      const held = await screenSurveys(deps);
      if (held > 0) logger.info({ responses: held }, 'answers were held back');
      const ended = performance.now();
      screenAgain = ended + screenPause * (ended - begun);
    },
    { everyMs: screenEveryMs, logger },
  );
  const mixing = repeat(
    'mixing',
    async () => {
      await mixUsedTokens(deps, clock());
    },
    { everyMs: mixEveryMs, logger },
  );
  const archives = repeat(
    'report-archives',
    async () => {
      const made = await makeReportArchives(deps);
      if (made !== null) logger.info({ reports: made }, 'reports were made');
    },
    { everyMs: archiveEveryMs, logger },
  );
  const always = [reminders, counting, screening, forgetting, mixing, archives];
  const stopAlways = async () => {
    await Promise.all(always.map((one) => one.stop()));
  };
  if (smtp === null) return { stop: stopAlways };

  const transport = openSmtp(smtp);
  const invitation: InvitationWriter = (due) => writeInvitation(db, due, { now: clock(), site });
  const mail = repeat(
    'mail',
    async () => {
      await enqueueMails(db, { now: clock(), site });
      for (let round = 0; round < mailBatches; round += 1) {
        const tally = await deliverMails(db, { clock, transport, invitation });
        if (Object.values(tally).some((mails) => mails > 0)) logger.info({ ...tally }, 'e-mail');
        if (tally.sent < mailBatch) break;
      }
    },
    { everyMs: mailEveryMs, logger },
  );
  return {
    async stop() {
      await Promise.all([stopAlways(), mail.stop()]);
      transport.close();
    },
  };
}
