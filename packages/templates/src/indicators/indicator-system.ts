import { notice2020 } from '../notice/notice.ts';
import { text } from '../text.ts';
import type { IndicatorSystemTemplate } from '../types.ts';
import { annualReport } from './annual-report/annual-report.ts';
import { disclosure } from './disclosure/disclosure.ts';
import { interpretation } from './interpretation/interpretation.ts';
import { bonus, vetoes } from './outside.ts';
import { parameters } from './parameters.ts';
import { standardisation } from './standardisation/standardisation.ts';

/**
 * The indicator system for the assessment of 2020: 49 leaves for counties and 29 for departments, each kind
 * worth 100, with a bonus and vetoes outside the 100. Marks and rules are proposals that the organiser may
 * change; every leaf of the 100 quotes the notice.
 */
export const indicatorSystem2020 = {
  code: 'zhuzhou-2020',
  title: text('株洲市2020年政务公开评估指标体系', 'Zhuzhou open government indicator system 2020'),
  notice: notice2020,
  indicators: [...standardisation, ...annualReport, ...interpretation, ...disclosure, ...bonus, ...vetoes],
  familyMarks: {
    A: { county: 44, department: 26 },
    B: { county: 14, department: 24 },
    C: { county: 22, department: 30 },
    D: { county: 20, department: 20 },
  },
  parameters,
} as const satisfies IndicatorSystemTemplate;
