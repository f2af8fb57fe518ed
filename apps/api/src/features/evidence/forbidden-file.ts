import type { Language } from '@gongping/contracts';
import { ProblemError } from '../../http/problem-error.ts';

/** The refusal of a file by what its bytes show, for example `EXE`; null where they show nothing known. */
export function forbiddenFile(found: string | null, language: Language): ProblemError {
  const named = { zh: `${found} 文件`, en: `A file of type ${found}` };
  const unknown = { zh: '类型无法识别的文件', en: 'A file of unknown type' };
  return new ProblemError('file-type', { values: { found: (found === null ? unknown : named)[language] } });
}
