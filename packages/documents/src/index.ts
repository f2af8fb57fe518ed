export { passageDocx } from './passage-docx.ts';
export type { PassageDocument, PassageTable } from './passage.ts';
