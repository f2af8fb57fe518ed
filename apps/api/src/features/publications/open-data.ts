import { type Licence, resultsCsv, writeBundle, zipBundle } from '@gongping/bundle';
import type { EngineInput } from '@gongping/scoring';
import { engineInput } from '../results/engine-input.ts';
import { SOCIAL } from '../results/round-facts.ts';
import type { Snapshot } from './snapshot.ts';

/** A file to download. */
export interface OpenFile {
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const openDataNames = [
  'results.csv',
  'results.json',
  'scores.csv',
  'social.csv',
  'bundle.zip',
] as const;
export type OpenDataName = (typeof openDataNames)[number];

const licence: Licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const;

/** How every export of the demonstration is marked, so that nobody takes it for a result. */
export const DEMONSTRATION = '演示数据';

/** One of the open-data files of a publication, drawn from its snapshot. */
export function openDataFile(snapshot: Snapshot, name: OpenDataName): OpenFile {
  const [stem = name, ending = ''] = name.split('.');
  return {
    filename: exportName(snapshot, stem, ending),
    mediaType: mediaTypes[ending as keyof typeof mediaTypes],
    bytes: new Uint8Array(content(snapshot, name)),
  };
}

/** `2020-v1-results.csv`, and `2020-v1-results-演示数据.csv` of the demonstration. */
export function exportName({ facts, version }: Snapshot, stem: string, ending: string): string {
  const mark = facts.demonstration ? `-${DEMONSTRATION}` : '';
  return `${facts.slug}-v${version}-${stem}${mark}.${ending}`;
}

function content(snapshot: Snapshot, name: OpenDataName): Uint8Array {
  if (name === 'results.csv') return new TextEncoder().encode(resultsCsv(snapshot.outcome));
  if (name === 'results.json') return new TextEncoder().encode(resultsJson(snapshot));
  const files = bundleFiles(snapshot);
  return name === 'bundle.zip' ? zipBundle(files) : (files.get(name) ?? new Uint8Array());
}

function bundleFiles(snapshot: Snapshot): Map<string, Uint8Array> {
  const { facts, outcome, version } = snapshot;
  const mark = facts.demonstration ? `（${DEMONSTRATION}）` : '';
  return writeBundle({
    name: `gongping-${facts.slug}-v${version}${facts.demonstration ? '-demonstration' : ''}`,
    title: `${facts.title} 第${version}版${mark}`,
    licence,
    input: bundleInput(snapshot),
    results: outcome,
    unitColumns: new Map(facts.units.map(({ code, name }) => [code, { name_en: name.en }])),
    indicatorColumns: new Map(
      facts.indicators.map(({ code, name, ruleText, quote, clauses }) => [
        code,
        { name_en: name.en, rule: ruleText, clauses: clauses.join('|'), quote },
      ]),
    ),
  });
}

/** The engine's input with the appraisal's file under its usual name. */
function bundleInput({ facts }: Snapshot): EngineInput {
  const { method } = facts;
  const components = method.components.map((component) =>
    component.code === SOCIAL ? { ...component, file: 'social.csv' } : component,
  );
  return engineInput({ ...facts, method: { ...method, components } });
}

function resultsJson({ facts, outcome, version, publishedAt, generator }: Snapshot): string {
  return JSON.stringify({
    title: facts.title,
    year: facts.year,
    version,
    publishedAt,
    generator,
    ...(facts.demonstration ? { note: DEMONSTRATION } : {}),
    method: facts.method,
    results: outcome.rows.map(({ unit, node, score, coverage, rank, band }) => ({
      unit,
      node,
      score,
      coverage,
      rank,
      band,
    })),
    warnings: outcome.warnings,
  });
}
