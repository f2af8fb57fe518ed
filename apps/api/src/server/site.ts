import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NodeHandler } from './listen.ts';

const handlerUrl = new URL('../../../web/build/handler.js', import.meta.url);

/** Loads the built site. @throws Error with what to do where it has not been built. */
export async function loadSite(): Promise<NodeHandler> {
  if (!existsSync(fileURLToPath(handlerUrl))) {
    throw new Error('网站尚未构建，请运行 npm start。 The site has not been built: run npm start.');
  }
  // The server settles these headers for every request (forwarded.ts); the site's server reads them from here.
  process.env['ADDRESS_HEADER'] = 'x-forwarded-for';
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  const site = (await import(handlerUrl.href)) as { handler: NodeHandler };
  return site.handler;
}
