import type { Evidence, SheetList } from '@gongping/contracts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedIn } from './client.ts';

/** A site of the test's own with one public page, which the product is let fetch from. */
export interface LocalSite {
  readonly server: Server;
  /** For `FETCH_EXCEPTIONS`. */
  readonly address: string;
}

const html = `<!doctype html><html lang="zh-CN"><title>政务公开专栏</title><body><h1>政务公开专栏</h1>
<p>标准目录已于 10 月 8 日更新，共 26 个领域。</p></body></html>`;

export async function startSite(): Promise<LocalSite> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Keeps the page as evidence of a unit that an evaluator scores. @returns where the site shows it */
export async function keepPage(
  url: string,
  { username, slug, address }: { username: string; slug: string; address: string },
): Promise<string> {
  const evaluator = await signedIn(url, username);
  const { sheets } = await evaluator.read<SheetList>(`/assessments/${slug}/score-sheets`);
  const unit = sheets.find(({ writable }) => writable)?.unit.code ?? '';
  const kept = await evaluator.ask<Evidence>({
    method: 'POST',
    path: `/assessments/${slug}/score-sheets/${unit}/scores/A1-1/evidence/pages`,
    body: { url: `http://${address}/zwgk`, title: '' },
  });
  return `/work/assessments/${slug}/evidence/${kept.id}`;
}
