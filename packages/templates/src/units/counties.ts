import { text } from '../text.ts';
import type { TemplateUnit } from '../types.ts';

export const counties = [
{ code: 'C01', name: text('荷塘区', 'Hetang District'), kind: 'county', category: '县级行政区', gb2260: '430202', clauses: [], filesAnnualReport: true },
{ code: 'C02', name: text('芦淞区', 'Lusong District'), kind: 'county', category: '县级行政区', gb2260: '430203', clauses: [], filesAnnualReport: true },
{ code: 'C03', name: text('石峰区', 'Shifeng District'), kind: 'county', category: '县级行政区', gb2260: '430204', clauses: [], filesAnnualReport: true },
{ code: 'C04', name: text('天元区', 'Tianyuan District'), kind: 'county', category: '县级行政区', gb2260: '430211', clauses: [], filesAnnualReport: true },
{ code: 'C05', name: text('渌口区', 'Lukou District'), kind: 'county', category: '县级行政区', gb2260: '430212', clauses: [], filesAnnualReport: true },
{ code: 'C06', name: text('攸县', 'You County'), kind: 'county', category: '县级行政区', gb2260: '430223', clauses: [], filesAnnualReport: true },
{ code: 'C07', name: text('茶陵县', 'Chaling County'), kind: 'county', category: '县级行政区', gb2260: '430224', clauses: [], filesAnnualReport: true },
{ code: 'C08', name: text('炎陵县', 'Yanling County'), kind: 'county', category: '县级行政区', gb2260: '430225', clauses: [], filesAnnualReport: true },
{ code: 'C09', name: text('醴陵市', 'Liling City'), kind: 'county', category: '县级行政区', gb2260: '430281', clauses: [], filesAnnualReport: true },
{ code: 'C10', name: text('株洲经开区', 'Zhuzhou Economic Development Zone'), kind: 'county', category: '功能区', gb2260: null, clauses: [], filesAnnualReport: true },
] as const satisfies readonly TemplateUnit[];
