import type { PublicationSummary } from '@gongping/contracts';

/** The newest publications; a reader of feeds keeps those before. */
const most = 50;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // What XML 1.0 has no way to say.
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/**
 * RSS 2.0 of everything that was published, corrections among them, newest first.
 *
 * @param origin of the site, without a slash at its end
 */
export function publicationFeed(publications: readonly PublicationSummary[], origin: string): string {
  const newest = publications
    .toSorted((a, b) =>
      a.publishedAt < b.publishedAt ? 1 : a.publishedAt > b.publishedAt ? -1 : b.version - a.version,
    )
    .slice(0, most);
  const built =
    newest[0] === undefined ? '' : `\n    <lastBuildDate>${rfc822(newest[0].publishedAt)}</lastBuildDate>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>公评 政务公开评估公布</title>
    <link>${escaped(origin)}/</link>
    <description>政务公开第三方评估和社会评议的公布与更正</description>
    <language>zh-CN</language>
    <atom:link href="${escaped(origin)}/api/v1/publications/feed.xml" rel="self" type="application/rss+xml"/>${built}
${newest.map((publication) => item(publication, origin)).join('\n')}
  </channel>
</rss>
`;
}

function item(publication: PublicationSummary, origin: string): string {
  const { slug, version, title, reason, sha256, unitCount, demonstration, publishedAt } = publication;
  const link = `${escaped(origin)}/p/${slug}/${version}`;
  const mark = demonstration ? '（演示数据）' : '';
  const kind = version > 1 ? `第 ${version} 版，更正：${reason}` : `第 ${version} 版`;
  return `    <item>
      <title>${escaped(`${title} 第 ${version} 版${mark}`)}</title>
      <link>${link}</link>
      <guid isPermaLink="true">${link}</guid>
      <pubDate>${rfc822(publishedAt)}</pubDate>
      <description>${escaped(`${kind}。${unitCount} 个单位，SHA-256 ${sha256}`)}</description>
    </item>`;
}

/** As RSS writes times. */
const rfc822 = (moment: string): string => new Date(moment).toUTCString();
