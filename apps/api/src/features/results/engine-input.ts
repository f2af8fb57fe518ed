import type { EngineInput, Indicator as EngineIndicator, Score } from '@gongping/scoring';
import type { Indicator } from '@gongping/contracts';
import { SOCIAL, type RoundFacts, type ScoreFacts } from './round-facts.ts';

/**
 * The facts of a round as the engine takes them. Live views, publications and bundles all compute from this and
 * nothing else, so that a number is the same everywhere.
 */
export function engineInput(facts: RoundFacts): EngineInput {
  const appraised = Object.entries(facts.appraisals).map(([unit, { score }]) => [unit, score] as const);
  return {
    units: facts.units.map(({ code, name, kind }) => ({ code, name: name.zh, kind })),
    indicators: facts.indicators.map(toEngineIndicator),
    scores: facts.scores.map(toEngineScore),
    components: facts.method.components.map(({ code, weight }) => ({
      code,
      weight,
      values: new Map(code === SOCIAL ? appraised : []),
    })),
    method: facts.method,
  };
}

/** Only leaves have a role, and a veto carries no marks. */
function toEngineIndicator({ code, parent, name, role, rule, unitKinds, marks }: Indicator): EngineIndicator {
  const node = { code, parent, name: name.zh };
  if (rule === null) return node;
  const leaf = { ...node, role, appliesTo: unitKinds };
  if (role === 'veto') return leaf;
  const marksByKind = Object.fromEntries(
    Object.entries(marks).flatMap(([kind, value]) => (value === null ? [] : [[kind, Number(value)]])),
  );
  return { ...leaf, marksByKind };
}

function toEngineScore({ unit, indicator, state, marks }: ScoreFacts): Score {
  const value = state === 'not_applicable' ? 'NA' : state === 'scored' ? marks : null;
  return { unit, indicator, value };
}
