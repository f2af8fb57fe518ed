import { error } from '@sveltejs/kit';
import { errorSentence } from '#lib/frame/error-sentence.ts';
import type { PageLoad } from './$types';

/** A wrong address below `/work` stays in the work frame; without this it would be answered outside it. */
export const load: PageLoad = () => error(404, errorSentence(404));
