import { questionnaire2020 } from '../appraisal/questionnaire.ts';
import { indicatorSystem2020 } from '../indicators/indicator-system.ts';
import { leadTasks2020 } from '../units/lead-tasks.ts';
import { units2020 } from '../units/units.ts';
import { generateDemonstration } from './generate-demonstration.ts';
import type { Demonstration } from './types.ts';

/** The whole template, for tests. */
export const template = {
  system: indicatorSystem2020,
  units: units2020,
  questionnaire: questionnaire2020,
  leadTasks: leadTasks2020,
};

export const demonstration2020: Demonstration = generateDemonstration({ ...template, year: 2020, seed: 19 });
export const demonstration2019: Demonstration = generateDemonstration({ ...template, year: 2019, seed: 19 });
