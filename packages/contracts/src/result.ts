import { z } from 'zod';
import { band, licence } from './assessment.ts';
import { evidence, scoreState } from './score-sheet.ts';
import { appraisal } from './survey.ts';
import { localText, moment, paragraph, unitKind } from './text.ts';

export const family = z.object({ code: z.string(), name: localText });

/** What every ranking says of its method; enough to recompute it by hand. */
export const methodView = z.object({
  socialWeight: z.number(),
  thirdPartyWeight: z.number(),
  bonusCap: z.number().nullable(),
  totalCap: z.number().nullable(),
  notApplicable: z.enum(['total', 'siblings']),
  bands: z.array(band),
  vetoBand: z.string().nullable(),
  minimumSample: z.number().int(),
  excludedIndicators: z.array(z.string()),
});
export type MethodView = z.infer<typeof methodView>;

/** One line of the ranking. Scores are unrounded; the site rounds half-up to two decimals for print. */
export const rankedUnit = z.object({
  code: z.string(),
  name: localText,
  kind: unitKind,
  rank: z.number().nullable(),
  total: z.number().nullable(),
  band: z.string().nullable(),
  /** Third-party score out of 100 (rescaled), and the marks awarded and applicable before rescaling. */
  thirdParty: z.number().nullable(),
  rawMarks: z.number(),
  applicableMarks: z.number(),
  social: z.number().nullable(),
  socialReason: z.string().nullable(),
  /** Valid answers, also where they are too few for a score. */
  socialValid: z.number().int(),
  /** Marks awarded and applicable by family, and their points in the total: the stacked bar. */
  families: z.record(
    z.string(),
    z.object({ marks: z.number(), applicable: z.number(), score: z.number().nullable(), points: z.number() }),
  ),
  /** Points that the appraisal adds to the total. */
  socialPoints: z.number(),
  bonus: z.number(),
  vetoes: z.array(z.string()),
  unscored: z.number().int(),
  previous: z
    .object({ year: z.number().int(), rank: z.number().nullable(), total: z.number().nullable() })
    .nullable(),
});
export type RankedUnit = z.infer<typeof rankedUnit>;

export const ranking = z.object({
  title: z.string(),
  year: z.number().int(),
  slug: z.string(),
  /** `live` is computed from the present scores; `published` is drawn from a snapshot. */
  basis: z.enum(['live', 'published']),
  version: z.number().int().nullable(),
  demonstration: z.boolean(),
  families: z.array(family),
  method: methodView,
  units: z.array(rankedUnit),
  /** Leaves across units for the heat map: share of full marks, null for N/A or unscored. */
  leaves: z.array(
    z.object({
      code: z.string(),
      name: localText,
      family: z.string(),
      shares: z.record(z.string(), z.number().nullable()),
    }),
  ),
});
export type Ranking = z.infer<typeof ranking>;

/** How the robustness of a ranking is tried: how often the weights are drawn, and how far each may move. */
export const robustnessQuery = z.object({
  draws: z.coerce.number().int().min(1).max(20_000).default(10_000),
  /** Each weight is multiplied by a number between 1 − spread and 1 + spread. */
  spread: z.preprocess(
    // An empty field is one that was not filled in, and no zero.
    (given: string | undefined) => (given === '' ? undefined : given),
    z.coerce.number().min(0).max(0.5).multipleOf(0.01).default(0.25),
  ),
});

/** A unit's ranks when all weights are drawn again and again. */
export const unitRobustness = z.object({
  code: z.string(),
  /** The official rank. */
  rank: z.number(),
  mean: z.number(),
  median: z.number(),
  /** In nine draws of ten the rank lies between these: the 5 % and 95 % quantiles. */
  q5: z.number(),
  q95: z.number(),
  /** Ranks that it has in some draw, the best first, with the share of the draws. */
  ranks: z.array(z.object({ rank: z.number(), share: z.number() })),
  /** Share of the draws in which it is ahead of the next unit; level counts half. Null for the last. */
  aheadOfNext: z.number().nullable(),
  /** Number, from 1, of the group of units that cannot be told apart from the one that leads it. */
  tie: z.number().int(),
  /** True where the unit before it is ahead in fewer than 95 % of the draws. */
  levelWithPrevious: z.boolean(),
});
export type UnitRobustness = z.infer<typeof unitRobustness>;

/** How far a ranking depends on its weights and its method. */
export const robustness = z.object({
  draws: z.number().int(),
  seed: z.number().int(),
  spread: z.number(),
  /** Units that are ranked together, in their official order; `group` is their kind, or `all`. */
  groups: z.array(z.object({ group: z.string(), units: z.array(unitRobustness) })),
  /** The ranks under methods that could have been chosen instead, for every unit that has one. */
  scenarios: z.array(
    z.object({
      scenario: z.enum(['without-family', 'equal-weights', 'geometric']),
      /** The family that is left out. */
      family: z.string().nullable(),
      units: z.array(
        z.object({ code: z.string(), rank: z.number().nullable(), total: z.number().nullable() }),
      ),
    }),
  ),
});
export type Robustness = z.infer<typeof robustness>;

/** A leaf in a unit's result: marks, what was lost and why. */
export const leafResult = z.object({
  code: z.string(),
  name: localText,
  family: z.string(),
  role: z.enum(['score', 'bonus', 'veto']),
  fullMarks: z.number(),
  state: scoreState,
  marks: z.number().nullable(),
  lost: z.number(),
  /** Points that the loss costs in the total, after rescaling and weights. */
  lostPoints: z.number(),
  reason: z.string(),
  evidence: z.array(evidence),
  ruleText: z.string(),
  clauses: z.array(z.number().int()),
  quote: z.string(),
});
/** A unit's page. `median` is over the units of its kind, for the bullet bars. */
export const unitResult = z.object({
  ranking: ranking.omit({ units: true, leaves: true }),
  unit: rankedUnit,
  groupSize: z.number().int(),
  medians: z.object({
    total: z.number().nullable(),
    social: z.number().nullable(),
    families: z.record(z.string(), z.number().nullable()),
  }),
  leaves: z.array(leafResult),
  appraisal: appraisal.nullable(),
});
export type UnitResult = z.infer<typeof unitResult>;

/** What keeps the organiser from closing the scoring or publishing, with where to go. */
export const openPoint = z.object({
  kind: z.enum(['unscored', 'missing-reason', 'missing-evidence', 'unassigned']),
  unit: z.object({ code: z.string(), name: localText }),
  indicator: z.object({ code: z.string(), name: localText }).nullable(),
});
export type OpenPoint = z.infer<typeof openPoint>;
export const openPointList = z.object({ points: z.array(openPoint), total: z.number().int() });

export const publicationSummary = z.object({
  year: z.number().int(),
  slug: z.string(),
  version: z.number().int(),
  title: z.string(),
  publishedAt: moment,
  sha256: z.string(),
  reason: z.string(),
  demonstration: z.boolean(),
  unitCount: z.number().int(),
  /** True for the newest version of its assessment. */
  current: z.boolean(),
});
export type PublicationSummary = z.infer<typeof publicationSummary>;
export const publicationList = z.object({ publications: z.array(publicationSummary) });
/** A correction (any version after the first) needs its reason. */
export const newPublication = z.object({ reason: paragraph });
/** A version as it was when it was published: whether it is the newest is told by the list of publications alone. */
export const publishedVersion = publicationSummary.omit({ current: true });
export type PublishedVersion = z.infer<typeof publishedVersion>;
/** Of a numbered version nothing ever changes. */
export const publication = publishedVersion.extend({
  ranking,
  /** Words of the public that are published with it. */
  comments: z.number().int(),
  licence,
  /** `publication.zip`: SHA-256 and size of its bytes. */
  package: z.object({ sha256: z.string(), size: z.number().int() }),
  /** This version and those before it, newest first. */
  versions: z.array(publishedVersion),
});
export type Publication = z.infer<typeof publication>;

/** The passage for section 一 监督保障 of the city's annual report, bound to a publication. */
export const reportPassage = z.object({
  year: z.number().int(),
  version: z.number().int(),
  sha256: z.string(),
  demonstration: z.boolean(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  tables: z.array(
    z.object({ caption: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  ),
  /** Note under the text: source, version, hash. */
  source: z.string(),
});
export type ReportPassage = z.infer<typeof reportPassage>;
