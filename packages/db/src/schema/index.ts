export { appeals, rectifications } from './appeal.ts';
export { arbitrationCases } from './arbitration-case.ts';
export { assessmentUnits } from './assessment-unit.ts';
export { assessments } from './assessment.ts';
export { assignments } from './assignment.ts';
export { auditEntries } from './audit-entry.ts';
export { calendarDays, calendarYears } from './calendar-day.ts';
export {
  calibrationEntries,
  calibrations,
  calibrationSubmissions,
  calibrationUnits,
  scoringGuidance,
} from './calibration.ts';
export { checkAcceptances } from './check-acceptance.ts';
export { cityReportPublications, cityReports } from './city-report.ts';
export { claimReopenings, claims, claimSubmissions } from './claim.ts';
export { commentReviews } from './comment-review.ts';
export { dayKeys } from './day-key.ts';
export { evidence } from './evidence.ts';
export { fileChunks, files } from './file.ts';
export { frozenPages } from './frozen-page.ts';
export { heldDecisions } from './held-decision.ts';
export { inboxMessages } from './inbox-message.ts';
export { indicatorSystems } from './indicator-system.ts';
export { indicators } from './indicator.ts';
export { invitations } from './invitation.ts';
export { linkChecks } from './link-check.ts';
export { mailOutbox, mailTemplates } from './mail.ts';
export { mysteryRequests } from './mystery-request.ts';
export { notApplicableDecisions } from './not-applicable-decision.ts';
export { oneTimeLinks } from './one-time-link.ts';
export { paperEntries } from './paper-entry.ts';
export { publications } from './publication.ts';
export { publicationPackages } from './publication-package.ts';
export { questionnaireVersions } from './questionnaire-version.ts';
export { rateLimits } from './rate-limit.ts';
export { ratings, ratingSubmissions } from './rating.ts';
export { reportArchiveParts, reportArchives } from './report-archive.ts';
export { roleGrants } from './role-grant.ts';
export { samples } from './sample.ts';
export { scoreProposals } from './score-proposal.ts';
export { scores } from './score.ts';
export { sessions } from './session.ts';
export { surveyChannels } from './survey-channel.ts';
export { surveyResponses } from './survey-response.ts';
export { surveyCounts, surveyHours, surveyTallies } from './survey-tally.ts';
export { surveyTokens } from './survey-token.ts';
export { surveys } from './survey.ts';
export { reportTerms, unitReports, unitReportVersions } from './unit-report.ts';
export { units } from './unit.ts';
export { users } from './user.ts';
