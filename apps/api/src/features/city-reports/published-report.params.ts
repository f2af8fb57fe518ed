import { cityReportYear } from '@gongping/contracts';
import { z } from 'zod';

/** `year` that is reported on; `version` a number, or `latest`. */
export const publishedReportParams = z.object({
  year: cityReportYear,
  version: z.union([z.literal('latest'), z.string().regex(/^[1-9]\d{0,8}$/)]),
});

export function wantedOf({ year, version }: z.infer<typeof publishedReportParams>) {
  return { year, version: version === 'latest' ? null : Number(version) };
}
