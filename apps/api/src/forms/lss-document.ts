import { TablesError, type TableProblem } from '@gongping/tables';
import { SaxesParser } from 'saxes';

/** A row of a table of a LimeSurvey file. */
export interface LssRow {
  /** Line of the file on which it begins. */
  readonly line: number;
  /** Empty where the row has no such field. */
  field(name: string): string;
}

export type LssDocument = ReadonlyMap<string, readonly LssRow[]>;

const refused = (sentence: TableProblem['sentence'], line: number | null = null) =>
  new TablesError([{ sheet: null, row: line, column: null, sentence }]);

const noSurvey = {
  zh: '这不是 LimeSurvey 的问卷结构（.lss），请在 LimeSurvey 中用“导出 → 问卷结构”重新导出。',
  en: 'This is no survey structure of LimeSurvey (.lss); export it anew with “Export → Survey structure”.',
};
const damaged = {
  zh: '文件在此处损坏或不是 UTF-8 编码的 XML，请重新导出。',
  en: 'The file is damaged here, or no XML in UTF-8; export it anew.',
};
const doctype = {
  zh: '文件中有文档类型声明，LimeSurvey 导出的文件没有，拒绝读取。',
  en: 'The file declares a document type, which LimeSurvey never does; it is refused.',
};

/** document, table, rows, row, field: nothing of ours is deeper. */
const deepest = 16;
const mostRows = 100_000;

/**
 * The tables of a `.lss` file: `document/<table>/rows/row/<field>`.
 * @throws TablesError where it is something else, with the line
 */
export function readLssDocument(bytes: Uint8Array): LssDocument {
  const tables = new Map<string, LssRow[]>();
  const path: string[] = [];
  let [kind, text, line, rows]: [string, string, number, number] = ['', '', 0, 0];
  let fields = new Map<string, string>();
  const parser = new SaxesParser({ position: true });
  const fail = (sentence: TableProblem['sentence']) => {
    throw refused(sentence, parser.line);
  };
  parser.on('error', () => fail(damaged));
  parser.on('doctype', () => fail(doctype));
  parser.on('opentag', ({ name }) => {
    path.push(name);
    text = '';
    if (path.length > deepest) fail(damaged);
    if (path[2] === 'rows' && path.length === 4) [fields, line] = [new Map(), parser.line];
  });
  const addText = (found: string) => {
    text += found;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    if (path.length === 2 && name === 'LimeSurveyDocType') kind = text.trim();
    if (path[2] === 'rows' && path.length === 5) fields.set(name, text);
    if (path[2] === 'rows' && path.length === 4) {
      rows += 1;
      if (rows > mostRows) fail(damaged);
      const [kept, table] = [fields, path[1] ?? ''];
      const known = tables.get(table) ?? [];
      known.push({ line, field: (one) => kept.get(one) ?? '' });
      tables.set(table, known);
    }
    path.pop();
  });
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  } catch (error) {
    throw error instanceof TablesError ? error : refused(damaged);
  }
  if (kind !== 'Survey' || !tables.has('questions')) throw refused(noSurvey);
  return tables;
}
