import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Dependencies } from './http/dependencies.ts';
import { createErrorHandler } from './http/error-handler.ts';
import { problemResponse } from './http/problem-response.ts';
import { lightContext } from './http/light-context.ts';
import { requestContext } from './http/request-context.ts';
import { createRouter } from './http/router.ts';
import { sameOrigin } from './http/same-origin.ts';
import { openApiInfo } from './openapi.ts';
import { securityHeaders } from './http/security-headers.ts';
import { assessmentRoutes } from './features/assessments/assessment.routes.ts';
import { calendarRoutes } from './features/calendar/calendar.routes.ts';
import { mysteryRequestRoutes } from './features/mystery-requests/mystery-request.routes.ts';
import { assignmentRoutes } from './features/assignments/assignment.routes.ts';
import { draftRoutes } from './features/indicator-systems/draft.routes.ts';
import { exchangeRoutes, UPLOAD_PATH } from './features/indicator-systems/exchange.routes.ts';
import { indicatorSystemRoutes } from './features/indicator-systems/indicator-system.routes.ts';
import { unitRoutes } from './features/units/unit.routes.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { auditExportRoutes } from './features/audit/audit-export.routes.ts';
import { boardRoutes } from './features/progress-board/board.routes.ts';
import { checkRoutes } from './features/checks/check.routes.ts';
import { demonstrationRoutes } from './features/demonstration/demonstration.routes.ts';
import { authenticate } from './features/sessions/session.middleware.ts';
import { resultRoutes } from './features/results/result.routes.ts';
import { publicationRoutes } from './features/publications/publication.routes.ts';
import { annualReportRoutes } from './features/annual-reports/annual-report.routes.ts';
import { reportArchiveRoutes } from './features/assessment-reports/archive.routes.ts';
import { assessmentReportRoutes } from './features/assessment-reports/assessment-report.routes.ts';
import { cityReportFileRoutes } from './features/city-reports/city-report-file.routes.ts';
import { cityReportRoutes } from './features/city-reports/city-report.routes.ts';
import { openDataRoutes } from './features/publications/open-data.routes.ts';
import { simulationRoutes } from './features/simulations/simulation.routes.ts';
import { inboxRoutes } from './features/inbox/inbox.routes.ts';
import { mailRoutes } from './features/mail/mail.routes.ts';
import { sessionRoutes } from './features/sessions/session.routes.ts';
import { oneTimeLinkRoutes } from './features/users/one-time-link.routes.ts';
import { appealRoutes } from './features/appeals/appeal.routes.ts';
import { problemRoutes } from './features/appeals/problem.routes.ts';
import { noticeRoutes } from './features/notices/notice.routes.ts';
import { evidenceRoutes } from './features/evidence/evidence.routes.ts';
import { notApplicableRoutes } from './features/not-applicable/not-applicable.routes.ts';
import { calibrationRoutes } from './features/calibrations/calibration.routes.ts';
import { sampleRoutes } from './features/samples/sample.routes.ts';
import { frozenPageRoutes } from './features/frozen-pages/frozen-page.routes.ts';
import { arbitrationRoutes } from './features/ratings/arbitration.routes.ts';
import { questionnaireRoutes } from './features/questionnaires/questionnaire.routes.ts';
import { ratingRoutes } from './features/ratings/rating.routes.ts';
import { scoreLifeRoutes } from './features/score-lives/score-life.routes.ts';
import { scoreRoutes } from './features/score-sheets/score.routes.ts';
import { scoreSheetRoutes } from './features/score-sheets/score-sheet.routes.ts';
import { claimRoutes } from './features/self-assessments/claim.routes.ts';
import { selfAssessmentRoutes } from './features/self-assessments/self-assessment.routes.ts';
import { contactRoutes } from './features/users/contact.routes.ts';
import { reportProposalRoutes } from './features/report-proposals/report-proposal.routes.ts';
import { reportBoardRoutes } from './features/unit-reports/report-board.routes.ts';
import { REPORT_UPLOAD } from './features/unit-reports/report-upload.ts';
import { unitReportRoutes } from './features/unit-reports/unit-report.routes.ts';
import { userRoutes } from './features/users/user.routes.ts';
import { appraisalRoutes } from './features/appraisals/appraisal.routes.ts';
import { limitAnswer } from './features/responses/limit-answer.ts';
import { channelRoutes } from './features/channels/channel.routes.ts';
import { invitationMailRoutes } from './features/invitations/invitation-mail.routes.ts';
import { invitationRoutes } from './features/invitations/invitation.routes.ts';
import { paperEntryRoutes } from './features/paper-entries/paper-entry.routes.ts';
import { responseRoutes } from './features/responses/response.routes.ts';
import { heldRoutes } from './features/screening/held.routes.ts';
import { commentRoutes } from './features/comments/comment.routes.ts';
import { dashboardRoutes } from './features/survey-dashboard/dashboard.routes.ts';
import { marginRoutes } from './features/survey-margins/margin.routes.ts';
import { surveyExportRoutes } from './features/survey-export/export.routes.ts';
import { surveyRoutes } from './features/surveys/survey.routes.ts';

/** Of the questionnaire's page, and of its answers. */
const surveyPaths = ['/api/v1/public/surveys/:slug/pages', '/api/v1/public/surveys/:slug/responses'];
const bodyLimitBytes = 1024 * 1024;

/** The whole API: give it its dependencies, and talk to it with `app.request(…)` or serve it. */
export function createApp(deps: Dependencies) {
  const app = createRouter();
  app.onError(createErrorHandler(deps.logger));
  app.notFound((c) => problemResponse(c, 'not-found'));
  // A whole city may answer at once: what only signed-in people need stays out of its way.
  for (const path of surveyPaths) app.use(path, lightContext(deps), limitAnswer());
  app.route('/api/v1', responseRoutes(deps));
  app.use(requestContext(deps));
  app.use(securityHeaders());
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => ((await deps.ready()) ? c.text('ready') : c.text('not ready', 503)));
  app.use('/api/*', compress());
  app.use('/api/*', sameOrigin(deps));
  app.use('/api/*', (c, next) =>
    // Files have a limit of their own, where they are read.
    c.req.path.endsWith('/evidence/files') ||
    c.req.path.endsWith(UPLOAD_PATH) ||
    REPORT_UPLOAD.test(c.req.path)
      ? next()
      : limitBody(c, next),
  );
  app.use('/api/*', authenticate(deps));
  const api = createApi(deps);
  let description: unknown;
  // Made when it is first asked for: half a second of work that nobody may ask for again and again.
  api.get('/openapi.json', (c) => c.json((description ??= api.getOpenAPI31Document(openApiInfo))));
  app.route('/api/v1', api);
  return app;
}

const limitBody = bodyLimit({
  maxSize: bodyLimitBytes,
  onError: (c) => problemResponse(c, 'body-too-large', { values: { limit: '1 MB' } }),
});

/** The routes below `/api/v1`; their type is what the site's client is typed from. */
export function createApi(deps: Dependencies) {
  return createRouter()
    .route('/', sessionRoutes(deps))
    .route('/', userRoutes(deps))
    .route('/', contactRoutes(deps))
    .route('/', oneTimeLinkRoutes(deps))
    .route('/', inboxRoutes(deps))
    .route('/', mailRoutes(deps))
    .route('/', demonstrationRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', auditExportRoutes(deps))
    .route('/', checkRoutes(deps))
    .route('/', calendarRoutes(deps))
    .route('/', unitRoutes(deps))
    .route('/', indicatorSystemRoutes(deps))
    .route('/', draftRoutes(deps))
    .route('/', exchangeRoutes(deps))
    .route('/', simulationRoutes(deps))
    .route('/', assessmentRoutes(deps))
    .route('/', boardRoutes(deps))
    .route('/', assignmentRoutes(deps))
    .route('/', scoreSheetRoutes(deps))
    .route('/', scoreRoutes(deps))
    .route('/', ratingRoutes(deps))
    .route('/', arbitrationRoutes(deps))
    .route('/', notApplicableRoutes(deps))
    .route('/', calibrationRoutes(deps))
    .route('/', scoreLifeRoutes(deps))
    .route('/', evidenceRoutes(deps))
    .route('/', selfAssessmentRoutes(deps))
    .route('/', claimRoutes(deps))
    .route('/', frozenPageRoutes(deps))
    .route('/', problemRoutes(deps))
    .route('/', appealRoutes(deps))
    .route('/', sampleRoutes(deps))
    .route('/', noticeRoutes(deps))
    .route('/', mysteryRequestRoutes(deps))
    .route('/', surveyRoutes(deps))
    .route('/', questionnaireRoutes(deps))
    .route('/', channelRoutes(deps))
    .route('/', invitationRoutes(deps))
    .route('/', invitationMailRoutes(deps))
    .route('/', paperEntryRoutes(deps))
    .route('/', responseRoutes(deps))
    .route('/', appraisalRoutes(deps))
    .route('/', heldRoutes(deps))
    .route('/', dashboardRoutes(deps))
    .route('/', commentRoutes(deps))
    .route('/', marginRoutes(deps))
    .route('/', surveyExportRoutes(deps))
    .route('/', resultRoutes(deps))
    .route('/', publicationRoutes(deps))
    .route('/', annualReportRoutes(deps))
    .route('/', reportArchiveRoutes(deps))
    .route('/', assessmentReportRoutes(deps))
    .route('/', cityReportRoutes(deps))
    .route('/', cityReportFileRoutes(deps))
    .route('/', openDataRoutes(deps))
    .route('/', unitReportRoutes(deps))
    .route('/', reportBoardRoutes(deps))
    .route('/', reportProposalRoutes(deps));
}

export type AppType = ReturnType<typeof createApi>;
