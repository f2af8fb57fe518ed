import type { Notice } from '../types.ts';
import { businessEnvironment } from './business-environment.ts';
import { decisions } from './decisions.ts';
import { foundations } from './foundations.ts';
import { grassroots } from './grassroots.ts';
import { keyFields } from './key-fields.ts';

/**
 * 株政办函〔2020〕19号, the city government office's key points of open government for 2020.
 * Every character is kept, slips of the print included (clause 9 says one sentence twice); only line
 * breaks that the page layout put inside sentences are joined.
 */
export const notice2020 = {
  documentNumber: '株政办函〔2020〕19号',
  title: '株洲市人民政府办公室关于印发《株洲市2020年政务公开工作要点》的通知',
  issuer: '株洲市人民政府办公室',
  date: '2020-04-29',
  addressees: '各县市区人民政府、株洲经开区管委会，各有关单位：',
  covering: '《株洲市2020年政务公开工作要点》已经市人民政府同意，现印发给你们，请结合实际认真贯彻落实。',
  workTitle: '株洲市 2020 年政务公开工作要点',
  preamble:
    '全市政务公开工作坚持以习近平新时代中国特色社会主义思想为指导，认真落实《中华人民共和国政府信息公开条例》（国务院令 第 711 号）、《优化营商环境条例》（国务院令 第 722 号）和湖南省 2020 年政务公开工作要点，全过程推进决策、执行、管理、服务、结果公开，全方位做好解读回应，全流程优化政务服务，全链条加强政务信息管理，全环节夯实工作基础，以公开促落实、促规范、促服务。',
  clauses: [...decisions, ...businessEnvironment, ...keyFields, ...grassroots, ...foundations],
  closing: '本通知自公布之日起施行。',
} as const satisfies Notice;
