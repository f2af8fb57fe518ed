/** Letters that are the same to a reader: full-width digits and signs, blanks of every kind. */
const SAME: Readonly<Record<string, string>> = {
  '％': '%',
  '．': '.',
  '（': '(',
  '）': ')',
  '－': '-',
  '﹪': '%',
};

/** A text with digits, per cent signs, brackets and pauses of one kind; line breaks stay, other blanks go. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/[％．（）－﹪]/g, (sign) => SAME[sign] ?? sign)
    .replaceAll(/[^\S\n]+|[\u200b-\u200f\ufeff]/g, '')
    // A comma that sets thousands apart is one; every other is a pause.
    .replaceAll(/,(?!\d{3}(?!\d))|(?<!\d),/g, '，')
    .replaceAll(';', '；')
    .replaceAll(':', '：');
