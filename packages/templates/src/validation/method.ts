import type { AssessmentMethodTemplate, IndicatorSystemTemplate, Problem } from '../types.ts';
import { bandProblems } from './bands.ts';
import { near, problem } from './problems.ts';

/** The default method's weights, bands and terms are sound and name families that its indicator system has. */
export function validateAssessmentMethod(
  method: AssessmentMethodTemplate,
  { code, indicators }: IndicatorSystemTemplate,
): readonly Problem[] {
  const { thirdParty, socialAppraisal } = method.componentWeights;
  const isFamily = (wanted: string) =>
    indicators.some((node) => node.code === wanted && node.parent === null);
  const wrong = (holds: boolean, message: string) => (holds ? [] : [problem('method.wrong', code, message)]);
  return [
    ...bandProblems(code, method.bands),
    ...wrong(
      thirdParty >= 0 && socialAppraisal >= 0 && near(thirdParty + socialAppraisal, 1),
      'The weights of the components do not add up to 1.',
    ),
    ...wrong(method.bonusCap >= 0 && method.totalCap > 0, 'A cap is negative.'),
    ...wrong(
      method.arbitrationThreshold > 0 && method.arbitrationThreshold <= 1,
      'The arbitration threshold must be above 0 and at most 1.',
    ),
    ...wrong(
      Number.isInteger(method.appealWorkingDays) && method.appealWorkingDays > 0,
      'The term for appeals must be a positive whole number of working days.',
    ),
    ...wrong(method.optionalFamilies.every(isFamily), 'An optional family does not exist.'),
    ...wrong(
      method.bands.some((band) => band.code === method.vetoBand),
      `There is no band ${method.vetoBand}.`,
    ),
  ];
}
