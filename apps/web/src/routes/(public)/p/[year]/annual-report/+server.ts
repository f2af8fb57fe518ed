import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** A year's report without a version: its newest. */
export const GET: RequestHandler = ({ params }) => redirect(307, `/p/${params.year}/annual-report/latest`);
