import type { Sample } from '@gongping/contracts';
import type { SampleRow } from './sample.repository.ts';

export function toSample(row: SampleRow, of: { indicator: string; writable: boolean }): Sample {
  return {
    id: row.id,
    indicator: of.indicator,
    title: row.title,
    population: row.population,
    size: row.size,
    seed: row.seed,
    items: row.items.map(({ index, finding, remark }) => ({
      number: index + 1,
      label: row.population[index] ?? '',
      finding,
      remark,
    })),
    revision: row.revision,
    drawnAt: row.drawnAt.toISOString(),
    drawnBy: row.drawnByName,
    updatedAt: row.updatedAt.toISOString(),
    writable: of.writable,
  };
}
