import { z } from 'zod';
import { id, line, localText, moment, printable } from './text.ts';

/** What was found of a drawn item; `open` until somebody looked. */
export const sampleFinding = z.enum(['open', 'met', 'partly', 'unmet']);
export type SampleFinding = z.infer<typeof sampleFinding>;

export const sampleItem = z.object({
  /** Place in the population, counted from 1. */
  number: z.number().int(),
  label: z.string(),
  finding: sampleFinding,
  remark: z.string(),
});

/** A sample that was drawn for a leaf of a unit: anybody draws it again from population, size and seed. */
export const sample = z.object({
  id,
  indicator: z.string(),
  title: z.string(),
  population: z.array(z.string()),
  /** As it was asked for; all are drawn where there are no more than that. */
  size: z.number().int(),
  seed: z.string(),
  /** In the order drawn. */
  items: z.array(sampleItem),
  revision: z.number().int(),
  drawnAt: moment,
  drawnBy: z.string(),
  updatedAt: moment,
  /** Whether the person may fill it in and discard it. */
  writable: z.boolean(),
});
export type Sample = z.infer<typeof sample>;

export const sampleList = z.object({
  samples: z.array(sample),
  /** Samples that were discarded, with the reason, so that nobody draws until they like what comes. */
  discarded: z.array(
    z.object({ indicator: z.string(), title: z.string(), reason: z.string(), discardedAt: moment }),
  ),
});
export type SampleList = z.infer<typeof sampleList>;

/** Draws a sample. The server makes the seed, so that nobody draws until they like what comes. */
export const newSample = z.object({
  title: line,
  population: z.array(line).min(1).max(2000),
  size: z.number().int().min(1).max(200),
});

/** What was found, for all drawn items in the order drawn. */
export const sampleWrite = z.object({
  expectedRevision: z.number().int().min(1),
  items: z.array(z.object({ finding: sampleFinding, remark: printable.trim().max(500) })).max(200),
});

export const sampleDiscard = z.object({ reason: printable.trim().max(1000) });

/** Lists that samples are often drawn from. */
export const populationList = z.object({
  populations: z.array(z.object({ code: z.string(), name: localText, items: z.array(z.string()) })),
});
