import type {
  assessmentList,
  demonstrationView,
  publicationList,
  publicSurveyList,
} from '@gongping/contracts';
import type { ClientResponse } from 'hono/client';
import type { z } from 'zod';

interface List<Schema extends z.ZodType> {
  $get(): Promise<ClientResponse<z.infer<Schema>, 200, 'json'>>;
}

/** Routes that the frame calls and that `AppType` does not describe yet. */
export interface PendingRoutes {
  assessments: List<typeof assessmentList>;
  demonstration: List<typeof demonstrationView>;
  publications: List<typeof publicationList>;
  public: { surveys: List<typeof publicSurveyList> };
}
