import { redirect } from '@sveltejs/kit';

/** An address that somebody has shortened leads to the list of what is published. */
export const GET = () => redirect(307, '/');
