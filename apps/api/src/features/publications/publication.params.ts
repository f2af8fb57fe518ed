import { assessmentSlug } from '@gongping/contracts';
import { z } from 'zod';

/** `year` is the assessment's slug; `version` a number, or `latest`. */
export const publicationParams = z.object({
  year: assessmentSlug,
  version: z.union([z.literal('latest'), z.string().regex(/^[1-9]\d{0,8}$/)]),
});
type Params = z.infer<typeof publicationParams>;

export function wantedOf({ year, version }: Params): { slug: string; version: number | null } {
  return { slug: year, version: version === 'latest' ? null : Number(version) };
}
