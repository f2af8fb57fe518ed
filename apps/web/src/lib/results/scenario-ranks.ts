import type { Ranking, RankedUnit, Robustness } from '@gongping/contracts';
import { localText } from '#lib/format/local-text.ts';
import { m } from '#lib/paraglide/messages.js';

type Scenario = Robustness['scenarios'][number];

/** Another method, as a column of the table. */
export interface ScenarioColumn {
  readonly key: string;
  readonly label: string;
  /** The family's name behind its code. */
  readonly title: string | undefined;
  readonly ranks: ReadonlyMap<string, number | null>;
}

export function scenarioColumns(
  { scenarios }: Pick<Robustness, 'scenarios'>,
  families: Ranking['families'],
): ScenarioColumn[] {
  return scenarios.map((scenario) => ({
    key: `${scenario.scenario} ${scenario.family ?? ''}`,
    label: scenarioWord(scenario),
    title: familyName(scenario, families),
    ranks: new Map(scenario.units.map(({ code, rank }) => [code, rank])),
  }));
}

function scenarioWord({ scenario, family }: Scenario): string {
  if (scenario === 'equal-weights') return m.results_scenarios_equal();
  if (scenario === 'geometric') return m.results_scenarios_geometric();
  return m.results_scenarios_without({ family: family ?? '' });
}

function familyName({ family }: Scenario, families: Ranking['families']): string | undefined {
  const found = families.find(({ code }) => code === family);
  return found && m.results_scenarios_without({ family: localText(found.name) });
}

/** The unit and the method between which and the one in use lie most places; null where no rank changes. */
export function greatestChange(
  columns: readonly ScenarioColumn[],
  units: readonly RankedUnit[],
): { readonly unit: RankedUnit; readonly column: ScenarioColumn; readonly places: number } | null {
  const changes = units.flatMap((unit) =>
    columns.map((column) => {
      const rank = column.ranks.get(unit.code) ?? null;
      return { unit, column, places: unit.rank === null || rank === null ? 0 : unit.rank - rank };
    }),
  );
  const [first] = changes.toSorted((a, b) => Math.abs(b.places) - Math.abs(a.places));
  return first === undefined || first.places === 0 ? null : first;
}
