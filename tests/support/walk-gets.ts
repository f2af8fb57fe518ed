import { buildOpenApiDocument } from '@gongping/api';
import type { Person } from './app.ts';

/** What the places in the addresses stand for. */
export type Places = Readonly<Record<string, string>>;

/** Addresses of the routes that answer a GET. */
const paths = Object.entries(
  (buildOpenApiDocument() as { paths: Record<string, Record<string, unknown>> }).paths,
).flatMap(([path, methods]) => ('get' in methods ? [path] : []));

/**
 * Everything that a person gets from any route that answers a GET: status, headers that tell of the content, and body,
 * by address. Ids of requests are left out: they differ each time.
 * @param place only the addresses that name it
 */
export async function walkGets(person: Person, places: Places, place?: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const path of paths.filter((each) => place === undefined || each.includes(`{${place}}`))) {
    const address = path.replace(/\{(\w+)\}/g, (_whole, name: string) => places[name] ?? 'none');
    const response = await person.call('GET', address);
    const kept = ['etag', 'last-modified', 'content-length'].map((name) => response.headers.get(name) ?? '');
    const body = (await response.text()).replaceAll(/"requestId":"[^"]*"/g, '');
    answers.set(path, [response.status, ...kept, body].join('\n'));
  }
  return answers;
}
