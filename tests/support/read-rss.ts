import { SaxesParser } from 'saxes';

type Item = Record<'title' | 'link' | 'guid' | 'pubDate' | 'description', string>;

/** The items of an RSS feed, read by a strict parser of XML. @throws where it is not well-formed, or no RSS 2.0 */
export function readRss(text: string): { readonly items: readonly Item[] } {
  const items: Item[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === 0 && (name !== 'rss' || attributes['version'] !== '2.0'))
      throw new Error('No RSS 2.0.');
    path.push(name);
    if (path.join('/') === 'rss/channel/item')
      items.push({ title: '', link: '', guid: '', pubDate: '', description: '' });
  });
  parser.on('text', (part) => {
    const [rss, channel, item, field = ''] = path;
    const last = items.at(-1);
    if (rss && channel && item === 'item' && last && field in last) last[field as keyof Item] += part;
  });
  parser.on('closetag', () => path.pop());
  parser.write(text).close();
  return { items };
}
