import { fonts } from './official-style.ts';

/** What stands in for a font on a machine without it, best first: other names of the same, then its kin. */
const substitutes: Readonly<Record<string, string>> = {
  [fonts.title]: 'FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC',
  [fonts.heading]: 'SimHei,Noto Sans CJK SC',
  [fonts.body]: 'FangSong,仿宋_GB2312,FangSong_GB2312,华文仿宋,STFangsong,Noto Serif CJK SC',
  [fonts.page]: 'SimSun,Noto Serif CJK SC',
};

/** `word/fontTable.xml` with the substitutes; the library writes a table without any. */
export function fontTableXml(): string {
  const rows = Object.entries(substitutes).map(
    ([name, alternatives]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${rows.join('')}</w:fonts>`;
}
