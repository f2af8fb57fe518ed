import { text } from '../../text.ts';
import { family } from '../tree.ts';
import { reportContent } from './report-content.ts';
import { reportData } from './report-data.ts';
import { reportFormat } from './report-format.ts';
import { reportPublication } from './report-publication.ts';

export const annualReport = family('B', text('年度报告', 'Annual report'), [
  reportPublication,
  reportFormat,
  reportData,
  reportContent,
]);
