import { describe, expect, it } from 'vitest';
import { findPersonal, redact } from './personal.ts';

const redacted = (text: string) => redact(text, findPersonal(text));

describe('what tells who is meant', () => {
  it.each([
    ['请回电 13812345678，谢谢', '请回电 ███，谢谢'],
    ['电话：138-1234-5678', '电话：███'],
    ['+86 138 1234 5678', '███'],
    ['１３８１２３４５６７８', '███'],
    ['办公室 0731-22663456 没人接', '办公室 ███ 没人接'],
    ['（0731）22663456', '███'],
    ['打电话 28663456 也没人接', '打电话 ███ 也没人接'],
    ['身份证430203199001011234和43020319900101123X', '身份证███和███'],
    ['430203 19900101 1234', '███'],
    ['430203900101123', '███'],
    ['湘B·12345 乱停，湘BD12345也是', '███ 乱停，███也是'],
    ['写信到 li.si-2@mail.example.com.cn 即可', '写信到 ███ 即可'],
    ['张三先生态度好', '███态度好'],
    ['李某某推诿', '███推诿'],
    ['王局长很负责，欧阳女士也是', '███很负责，███也是'],
    ['本人刘强，住河西', '本人███，住河西'],
    ['姓名：陈小明', '姓名：███'],
    ['老张，说了不算', '███，说了不算'],
  ])('%s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    '希望办事指南写得再明白一些，材料清单最好附样本。',
    '株政办函〔2020〕19号第14条，2020-04-29 发布',
    '申请编号 2020043000123 查不到',
    '网站打不开，等了 12345 秒；热线12345好用',
    '请公开 2021 年预算 1234567 万元',
    '公开栏半年没换，方便老人的措施太少',
    '应由局长答复，主任接待日要公开',
  ])('nothing in: %s', (text) => {
    expect(findPersonal(text)).toEqual([]);
  });

  it('does not overlap and keeps the order', () => {
    const spans = findPersonal('王主任 13812345678，a@b.cn；李某 湘A12345');
    expect(spans.map(({ kind }) => kind)).toEqual(['name', 'phone', 'email', 'name', 'plate']);
    for (const [at, { start }] of spans.entries())
      expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
  });
});
