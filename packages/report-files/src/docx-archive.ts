import { BundleError } from '@gongping/bundle';
import { openArchive, readXml, TablesError } from '@gongping/tables';
import type { Archive } from '@gongping/tables';
import type { LocalText } from '@gongping/annual-report';
import { fileRefused } from './report-file-error.ts';

/** Compound File Binary Format: old office files, and new ones with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const sentences = {
  old: {
    zh: '这是旧式的 Word 文件（.doc），请在 Word 或 WPS 中另存为 .docx 后再试。',
    en: 'This is a Word file of the old kind (.doc); save it as .docx in Word or WPS and try again.',
  },
  password: {
    zh: '文档设有密码，请取消密码，另存为 .docx 后再试。',
    en: 'The document has a password; remove it, save as .docx and try again.',
  },
  macros: {
    zh: '文档带有宏（.docm），请另存为不带宏的 .docx 后再试。',
    en: 'The document has macros (.docm); save it as .docx, without macros, and try again.',
  },
  other: {
    zh: '这不是 .docx 文档，或文件已损坏；请在 Word 或 WPS 中另存为 .docx 后再试。',
    en: 'This is no .docx document, or it is damaged; save it as .docx in Word or WPS and try again.',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

const checkFirstBytes = (bytes: Uint8Array): void => {
  if (COMPOUND.every((byte, i) => bytes[i] === byte)) {
    // The name of the stream that holds the whole document, in UTF-16.
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    throw fileRefused(isEncrypted ? sentences.password : sentences.old);
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw fileRefused(sentences.other);
};

const TYPES = '[Content_Types].xml';
/** Where every office program puts the text. */
export const MAIN_PART = 'word/document.xml';

const hasMacros = (archive: Archive): boolean => {
  let found = archive.names.some((name) => /(^|\/)vba(Project|Data)\./i.test(name));
  readXml(TYPES, archive.pieces(TYPES), {
    open(element) {
      if (/macroEnabled|vbaProject/i.test(element.attribute('ContentType') ?? '')) found = true;
    },
  });
  return found;
};

/** What the archive's reader says is of workbooks: a person has given a document. */
const readingDocument = <T>(run: () => T): T => {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TablesError)) throw error;
    // What the reader of a part refuses is told as it is.
    if (error.cause instanceof BundleError) throw error.cause;
    const [problem] = error.problems;
    const isArchive = problem !== undefined && !/工作簿/.test(problem.sentence.zh);
    if (!isArchive) throw fileRefused(sentences.other);
    throw fileRefused({
      zh: `文档无法读取，请在 Word 或 WPS 中打开它，另存为 .docx 后再试。（${problem.sentence.zh}）`,
      en: `The document cannot be read; open it in Word or WPS, save it as .docx and try again. (${problem.sentence.en})`,
    });
  }
};

const MEGABYTE = 1024 * 1024;
/** Text and marks of a document of two hundred pages; pictures are in other parts. */
const MAXIMUM_PART = 10 * MEGABYTE;

/** Reads the parts of a document. @throws BundleError where it is none, is damaged, locked, or out of bounds */
export const readDocxParts = (
  bytes: Uint8Array,
  parts: Readonly<Record<string, Parameters<typeof readXml>[2]>>,
): void => {
  checkFirstBytes(bytes);
  readingDocument(() => {
    const archive = openArchive(bytes);
    if (!archive.has(TYPES) || !archive.has(MAIN_PART)) throw fileRefused(sentences.other);
    if (hasMacros(archive)) throw fileRefused(sentences.macros);
    for (const [part, handler] of Object.entries(parts)) {
      if (archive.sizeOf(part) > MAXIMUM_PART) {
        throw fileRefused({
          zh: `文档的文字部分超过 ${MAXIMUM_PART / MEGABYTE} MB，请检查是否选错了文件。`,
          en: `The text of the document is larger than ${MAXIMUM_PART / MEGABYTE} MB; check that it is the right one.`,
        });
      }
      if (archive.has(part)) readXml(part, archive.pieces(part), handler);
    }
  });
};
