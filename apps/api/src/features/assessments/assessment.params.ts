import { assessmentSlug } from '@gongping/contracts';
import { z } from 'zod';

/** Path of everything that belongs to an assessment. */
export const assessmentParams = z.object({ slug: assessmentSlug });
