import { expect, type Locator, type Page } from '@playwright/test';
import mammoth from 'mammoth';
import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { download } from '../whole-job/published-total.ts';

/** Downloads a notice and gives its words without any blanks: a PDF breaks lines where its cells end. */
export async function noticeWords(page: Page, link: Locator): Promise<string> {
  const path = await download(page, link);
  const bytes = await readFile(path);
  return (await (path.endsWith('.pdf') ? wordsOfPdf(bytes) : wordsOfDocx(bytes))).replaceAll(/\s/gu, '');
}

async function wordsOfDocx(buffer: Buffer): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer });
  return value;
}

async function wordsOfPdf(buffer: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(buffer)), { mergePages: true });
  return text;
}

/** Holds a notice against what the screen says of an item: code, marks lost and the reason, word by word. */
export async function expectOnScreen(item: Locator, notice: string, words: readonly string[]): Promise<void> {
  for (const word of words) {
    await expect(item).toContainText(word);
    expect(notice).toContain(word.replaceAll(/\s/gu, ''));
  }
}
