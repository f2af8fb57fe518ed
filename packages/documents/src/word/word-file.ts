import { zipSync, type Zippable } from 'fflate';
import { escapeXml } from '../escape-xml.ts';
import type { WordPicture } from './word-picture.ts';
import { fontTableXml, stylesXml } from './word-styles.ts';
import { field, paragraph, run } from './word-text.ts';

export interface WordFile {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Paragraphs, tables and the last section. */
  readonly body: string;
  readonly pictures: readonly WordPicture[];
  /** Of each list whether it is numbered, in their order: list `n` has the numbering `n`, from 1. */
  readonly lists: readonly boolean[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spaces = `xmlns:w="${word}" xmlns:r="${relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`;
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Beside the document itself: name, kind of relation and of content, text. */
const companions = (file: WordFile) =>
  [
    ['styles', stylesXml],
    ['fontTable', fontTableXml],
    ['settings', settingsXml],
    ['footer', footerXml],
    ['numbering', numberingXml(file.lists)],
  ] as const;

const settingsXml = `${declaration}<w:settings xmlns:w="${word}"><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

/** — 1 — in size 4 (14 pt), as official documents number their pages. */
const footerXml = `${declaration}<w:ftr ${spaces}>${paragraph('PageNumber', run('— ') + field('PAGE', '1') + run(' —'))}</w:ftr>`;

/** A Word document (OOXML). The same content gives the same bytes: it says nothing of when it was made. */
export function wordFile(file: WordFile): Uint8Array<ArrayBuffer> {
  const parts = companions(file);
  const texts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(parts.map(([name]) => name)),
    '_rels/.rels': relationships([
      ['document', `${relations}/officeDocument`, 'word/document.xml'],
      [
        'core',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'docProps/core.xml': coreXml(file),
    'word/document.xml': `${declaration}<w:document ${spaces}><w:body>${file.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([
      ...parts.map(([name]) => [name, `${relations}/${name}`, `${name}.xml`] as const),
      ...file.pictures.flatMap(({ name }) =>
        ['png', 'svg'].map(
          (ending) => [`${name}-${ending}`, `${relations}/image`, `media/${name}.${ending}`] as const,
        ),
      ),
    ]),
    ...Object.fromEntries(parts.map(([name, text]) => [`word/${name}.xml`, text])),
    ...Object.fromEntries(file.pictures.map(({ name, svg }) => [`word/media/${name}.svg`, svg])),
  };
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(texts)) entries[name] = new TextEncoder().encode(text);
  // Packed already.
  for (const { name, png } of file.pictures) entries[`word/media/${name}.png`] = [png, { level: 0 }];
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 });
}

function contentTypes(parts: readonly string[]): string {
  const types = {
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
    png: 'image/png',
    svg: 'image/svg+xml',
  };
  const defaults = Object.entries(types).map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${override('word/document.xml', `${wordType}.document.main+xml`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${parts.map((name) => override(`word/${name}.xml`, `${wordType}.${name}+xml`)).join('')}</Types>`;
}

function relationships(rows: readonly (readonly [id: string, type: string, target: string])[]): string {
  const lines = rows.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageRelations}">${lines.join('')}</Relationships>`;
}

function coreXml({ title, subject, author }: WordFile): string {
  const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${element('dc:title', title)}${element('dc:subject', subject)}${element('dc:creator', author)}${element('dc:language', 'zh-CN')}${element('cp:lastModifiedBy', author)}</cp:coreProperties>`;
}

/** Marks and numbers of lists; each list counts from 1. */
function numberingXml(lists: readonly boolean[]): string {
  const level = (format: string, text: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1060" w:hanging="420"/></w:pPr></w:lvl>`;
  const abstract = (id: number, content: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/>${content}</w:abstractNum>`;
  const numbers = lists.map(
    (ordered, at) =>
      `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${ordered ? 1 : 0}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  );
  return `${declaration}<w:numbering xmlns:w="${word}">${abstract(0, level('bullet', '•'))}${abstract(1, level('decimal', '%1.'))}${numbers.join('')}</w:numbering>`;
}
