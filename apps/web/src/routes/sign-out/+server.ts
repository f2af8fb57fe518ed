import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Ends the session; the cookie's removal travels with the API's answer. */
export const POST: RequestHandler = async ({ locals }) => {
  await locals.api.session.$delete();
  redirect(303, '/sign-in?signed-out');
};
