import type { CheckFacts } from './check-facts.ts';
import { found, type FoundFinding } from './finding.ts';
import * as sentences from './finding-sentences.ts';

const kind = { check: 'conflict-of-interest', severity: 'severe' } as const;

/** Whoever judges a unit belongs to it, or has ruled on what they scored themselves. */
export function peopleFindings({ scorers, rulings }: CheckFacts): FoundFinding[] {
  const atHome = scorers
    .filter(({ person, unitId }) => person.homeUnitId === unitId)
    .map(({ unit, person }) =>
      found(
        kind,
        { unit },
        { sentence: sentences.scoresOwnUnit(person, unit), because: [person.id, 'scores'] },
      ),
    );
  const scored = new Set(scorers.map(({ unitId, person }) => `${unitId} ${person.id}`));
  const ruled = rulings.flatMap(({ unitId, unit, leaf, by }) => {
    const about = { unit, leaf };
    if (by.homeUnitId === unitId) {
      const sentence = sentences.rulesOnOwnUnit(by, unit);
      return [found(kind, about, { sentence, because: [by.id, 'rules at home'] })];
    }
    if (!scored.has(`${unitId} ${by.id}`)) return [];
    const sentence = sentences.rulesOnOwnScore(by, unit);
    return [found(kind, about, { sentence, because: [by.id, 'rules on own score'] })];
  });
  return [...new Map([...atHome, ...ruled].map((finding) => [finding.subject, finding])).values()];
}
