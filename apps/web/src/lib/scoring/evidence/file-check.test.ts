import { expect, it } from 'vitest';
import { fileProblem, largestFile, titleOfFile } from './file-check.ts';

it('refuses by ending and size, up to 20 MB and no byte more', () => {
  expect(fileProblem({ name: '截图-1.PNG', size: 1 })).toBeNull();
  expect(fileProblem({ name: '清单.exe', size: 1 })).toBe('type');
  expect(fileProblem({ name: '清单', size: 1 })).toBe('type');
  expect(fileProblem({ name: '清单.pdf', size: 0 })).toBe('empty');
  expect(fileProblem({ name: '清单.pdf', size: largestFile })).toBeNull();
  expect(fileProblem({ name: '清单.pdf', size: largestFile + 1 })).toBe('size');
});

it('titles a file by its name', () => {
  expect(titleOfFile('抽样清单.v2.xlsx')).toBe('抽样清单.v2');
  expect(titleOfFile('.png')).toBe('.png');
});
