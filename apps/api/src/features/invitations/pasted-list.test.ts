import { expect, it } from 'vitest';
import { pastedList } from './pasted-list.ts';

it('takes cells from a spreadsheet, with a header or without', () => {
  expect(pastedList('张三\tz@example.cn\tC01\r\n李"四"\t\t\r\n')).toEqual({
    csv: 'holder,email,unit\n"张三","z@example.cn","C01"\n"李""四""","",""\n',
    headed: false,
  });
  expect(pastedList('姓名\t单位\n张三\t天元区')).toEqual({
    csv: '"姓名","单位"\n"张三","天元区"\n',
    headed: true,
  });
});

it('takes lines typed with commas, those of Chinese keyboards too', () => {
  expect(pastedList('张三，z@example.cn，C01\n李四').csv).toBe(
    'holder,email,unit\n张三,z@example.cn,C01\n李四\n',
  );
});
