import type { LocalText } from '@gongping/scoring';
import type { Archive } from './archive.ts';
import { tablesError } from './tables-error.ts';
import type { TablesError } from './tables-error.ts';
import { readXml } from './xml-part.ts';

const refusal = (sentence: LocalText): TablesError => tablesError(null, sentence);

/** Compound File Binary Format: old office files, and new ones with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const isCompound = (bytes: Uint8Array): boolean => COMPOUND.every((byte, i) => bytes[i] === byte);

const oldWorkbook: LocalText = {
  zh: '这是旧式的 Excel 文件（.xls），请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  en: 'This is an Excel file of the old kind (.xls); save it as .xlsx in Excel or WPS and try again.',
};
const withPassword: LocalText = {
  zh: '工作簿设有密码，请取消密码，另存为 .xlsx 后再试。',
  en: 'The workbook has a password; remove it, save as .xlsx and try again.',
};
const withMacros: LocalText = {
  zh: '工作簿带有宏（.xlsm），请另存为不带宏的 .xlsx 后再试。',
  en: 'The workbook has macros (.xlsm); save it as .xlsx, without macros, and try again.',
};
const binaryWorkbook: LocalText = {
  zh: '这是二进制工作簿（.xlsb），请另存为 .xlsx 后再试。',
  en: 'This is a binary workbook (.xlsb); save it as .xlsx and try again.',
};
const openDocument: LocalText = {
  zh: '这是 OpenDocument 文件（.ods 等），请另存为 .xlsx 后再试。',
  en: 'This is an OpenDocument file (.ods or the like); save it as .xlsx and try again.',
};
const otherDocument: LocalText = {
  zh: '这是文字或演示文稿，不是表格；请把表格放进 Excel 或 WPS 表格，另存为 .xlsx 后再试。',
  en: 'This is a text document or a presentation, not a workbook; put the tables into Excel or WPS, save as .xlsx and try again.',
};
const noWorkbook: LocalText = {
  zh: '这不是 .xlsx 工作簿，或文件已损坏；请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  en: 'This is no .xlsx workbook, or it is damaged; save it as .xlsx in Excel or WPS and try again.',
};
const otherFile = (path: string): LocalText => ({
  zh: `${path} 不是可读取的表格，请另存为 .xlsx，或给出 CSV 文件、CSV 文件夹或其 .zip 压缩包。`,
  en: `${path} is no table that can be read; save it as .xlsx, or give a CSV file, a folder of them or a .zip of it.`,
});

const byExtension: Readonly<Record<string, LocalText>> = {
  xls: oldWorkbook,
  et: oldWorkbook,
  xlsm: withMacros,
  xltm: withMacros,
  xlsb: binaryWorkbook,
  ods: openDocument,
  odt: openDocument,
  docx: otherDocument,
  doc: otherDocument,
  pptx: otherDocument,
  wps: otherDocument,
};

/** Why a file with this name is not read. */
export const refuseByName = (path: string): TablesError => {
  const [, extension = ''] = /\.([^./\\]+)$/.exec(path) ?? [];
  return refusal(byExtension[extension.toLowerCase()] ?? otherFile(path));
};

/** @throws TablesError where the first bytes are those of something else than a zip */
export const checkFirstBytes = (bytes: Uint8Array): void => {
  if (isCompound(bytes)) {
    // The name of the stream that holds the whole workbook, in UTF-16.
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    throw refusal(isEncrypted ? withPassword : oldWorkbook);
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw refusal(noWorkbook);
};

const CONTENT_TYPES = '[Content_Types].xml';

const hasMacroType = (archive: Archive): boolean => {
  let found = false;
  readXml(CONTENT_TYPES, archive.pieces(CONTENT_TYPES), {
    open(element) {
      if (/macroEnabled|vbaProject/i.test(element.attribute('ContentType') ?? '')) found = true;
    },
  });
  return found;
};

/** @throws TablesError where an archive is something else than a workbook without macros */
export const checkWorkbook = (archive: Archive): void => {
  const has = (pattern: RegExp): boolean => archive.names.some((name) => pattern.test(name));
  if (archive.has('mimetype')) throw refusal(openDocument);
  if (has(/(^|\/)vbaProject\.bin$/i)) throw refusal(withMacros);
  if (has(/^xl\/workbook\.bin$/i)) throw refusal(binaryWorkbook);
  if (has(/^(word|ppt)\//i)) throw refusal(otherDocument);
  if (!archive.has(CONTENT_TYPES)) throw refusal(noWorkbook);
  if (hasMacroType(archive)) throw refusal(withMacros);
};
