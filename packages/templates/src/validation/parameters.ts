import type { IndicatorSystemTemplate, Problem, TemplateParameter } from '../types.ts';
import { duplicates, emptyLabels, problem } from './problems.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u;

export function parameterProblems({ indicators, parameters }: IndicatorSystemTemplate): readonly Problem[] {
  return [
    ...duplicates(parameters.map(({ code }) => code)),
    ...parameters.flatMap((parameter) => [
      ...emptyLabels(parameter.code, [parameter.label]),
      ...(indicators.some(({ code, rule }) => code === parameter.indicator && rule !== null)
        ? []
        : [problem('parameter.wrong', parameter.code, `There is no leaf ${parameter.indicator}.`)]),
      ...(hasValue(parameter)
        ? []
        : [
            problem(
              'parameter.wrong',
              parameter.code,
              `${parameter.value} is no value for a ${parameter.unit}.`,
            ),
          ]),
    ]),
  ];
}

function hasValue({ unit, value }: TemplateParameter): boolean {
  if (typeof value === 'string') return unit === 'date' && DAY.test(value);
  return unit !== 'date' && Number.isInteger(value) && value > 0;
}
