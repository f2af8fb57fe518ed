import { expect, test } from 'vitest';
import { notice2020 } from './notice.ts';

const clause = (number: number) => notice2020.clauses.find((each) => each.number === number);

test('the notice has clauses 1 to 19 in five sections', () => {
  expect(notice2020.clauses.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
  const sections = [...new Set(notice2020.clauses.map(({ section }) => section))];
  const size = (wanted: string) => notice2020.clauses.filter(({ section }) => section === wanted).length;
  expect(sections.map((section) => [section, size(section)])).toEqual([
    ['全过程推进决策信息和权责清单公开', 4],
    ['全流程推进优化营商环境政策措施公开', 4],
    ['全方位推进重点领域信息公开', 5],
    ['全覆盖推进基层政务公开', 1],
    ['全环节夯实基础工作', 5],
  ]);
});

test('clauses that the pages break are whole sentences again', () => {
  expect(clause(3)?.text).toContain('打包集成涉企政策文件，在政府门户网站');
  expect(clause(5)?.text).toContain('等单位牵头，各县市区人民政府负责)');
  expect(clause(9)?.text).toContain('采取上级财政部门的公开模板');
  expect(clause(13)?.text).toContain('重大环境污染等突发事件');
  expect(clause(15)?.text).toContain('确保政务公开工作有机构承担、有人员负责');
  expect(clause(19)?.text).toContain('国办发〔2019〕54 号文件要求');
});

test('heading, body and bracketed line are the parts of the text', () => {
  for (const { title, body, leads, text } of notice2020.clauses) {
    expect(`${title}。${body}${leads ?? ''}`).toBe(text.replace('\n', ''));
  }
});

test('the bracketed line is told from the body, and is absent where no body is named', () => {
  expect(clause(1)?.title).toBe('加强政府常务会议信息公开');
  expect(clause(1)?.leads).toBe('（市政府办公室牵头，各县市区人民政府负责）');
  expect(clause(6)?.leads).toBe('(市行政审批局牵头，各县市区各有关部门负责)');
  expect(clause(12)?.leads).toMatch(/^（市发展改革委、.*、市医保局等单位按职责分工负责）$/u);
  const without = notice2020.clauses.filter(({ leads }) => leads === null);
  expect(without.map(({ number }) => number)).toEqual([15, 18, 19]);
});
