import { z } from 'zod';
import { canonicalBytes } from '../canonical-json.ts';
import { SNAPSHOT } from '../package-files.ts';
import type { SnapshotView } from '../snapshot-view.ts';
import type { Findings } from './finding.ts';

const number = z.number().nullable();
const words = z.object({ zh: z.string(), en: z.string() });
const interval = z.object({ lower: z.number(), upper: z.number() }).nullable();

const appraisal = z.object({
  received: z.number(),
  valid: z.number(),
  score: number,
  reason: z.string().nullable(),
  interval,
  grade: z.string().nullable(),
  overall: number,
  groups: z.array(
    z.object({
      code: z.string(),
      label: words,
      weight: z.number(),
      received: number,
      valid: number,
      mean: number,
      counted: z.boolean(),
    }),
  ),
  questions: z.array(
    z.object({
      code: z.string(),
      answered: number,
      dontKnow: number,
      mean: number,
      counts: z.record(z.string(), number),
    }),
  ),
  states: z.object({ counted: z.number(), held: z.number(), refused: z.number() }).optional(),
  channels: z
    .array(z.object({ code: z.string(), name: words, counted: number, held: number, refused: number }))
    .optional(),
});

const total = z.object({
  unit: z.string(),
  kind: z.string(),
  parts: z.array(z.object({ code: z.string(), value: number, weight: z.number(), weightInUse: z.number() })),
  mixed: number,
  bonus: z.object({ granted: z.number(), counted: z.number() }),
  penalty: z.number(),
  beforeCap: number,
  capApplied: z.boolean(),
  total: number,
  vetoes: z.array(z.string()),
  bandEarned: z.string().nullable(),
  band: z.string().nullable(),
});

const snapshotShape = z.object({
  format: z.number(),
  generator: z.string(),
  version: z.number(),
  reason: z.string(),
  publishedAt: z.string(),
  facts: z.object({
    title: z.string(),
    year: z.number(),
    slug: z.string(),
    demonstration: z.boolean(),
    units: z.array(z.object({ code: z.string(), name: words, kind: z.string() })),
    indicators: z.array(
      z.object({
        code: z.string(),
        parent: z.string().nullable(),
        name: words,
        role: z.string(),
        rule: z.unknown(),
        ruleText: z.string(),
        unitKinds: z.array(z.string()),
        marks: z.record(z.string(), z.string().nullable()),
        clauses: z.array(z.number()),
        quote: z.string(),
      }),
    ),
    // Its own reader says what is wrong with it.
    method: z.looseObject({}) as z.ZodType<SnapshotView['facts']['method']>,
    scores: z.array(z.object({ unit: z.string(), indicator: z.string(), state: z.string(), marks: number })),
    appraisals: z.record(z.string(), appraisal),
  }),
  outcome: z.object({
    rows: z.array(
      z.object({
        unit: z.string(),
        node: z.string(),
        score: number,
        coverage: z.number(),
        rank: number,
        band: z.string().nullable(),
        rawMarks: number,
        applicableMarks: number,
        weight: z.number(),
      }),
    ),
    totals: z.array(total),
  }),
  comments: z
    .object({
      texts: z.array(
        z.object({
          unit: z.string(),
          question: z.string(),
          group: z.string().nullable(),
          text: z.string(),
        }),
      ),
    })
    .optional(),
}) satisfies z.ZodType<SnapshotView>;

const unreadable = {
  zh: '不是公评的公布快照。',
  en: 'It is no snapshot of a publication of Gongping.',
};
const notCanonical = {
  zh: '不是规范 JSON（RFC 8785）：内容相同的快照应有相同的字节。',
  en: 'It is not canonical JSON (RFC 8785): a snapshot of this content has other bytes.',
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The snapshot, or null where it is none: then there is nothing to compare the tables with. */
export const readSnapshot = (bytes: Uint8Array, findings: Findings): SnapshotView | null => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    findings.add({ kind: 'unreadable', file: SNAPSHOT, reason: unreadable });
    return null;
  }
  if (!sameBytes(canonicalBytes(value), bytes))
    findings.add({ kind: 'unreadable', file: SNAPSHOT, reason: notCanonical });
  const parsed = snapshotShape.safeParse(value);
  if (parsed.success) return parsed.data;
  const column = parsed.error.issues[0]?.path.join('.') ?? null;
  findings.add({ kind: 'unreadable', file: SNAPSHOT, column, reason: unreadable });
  return null;
};
