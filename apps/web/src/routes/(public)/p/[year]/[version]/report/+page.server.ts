import { loadReport } from '#lib/report/load-report.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loadReport(locals.api, { slug: params.year, version: params.version });
