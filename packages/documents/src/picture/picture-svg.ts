import { escapeXml } from '../escape-xml.ts';
import type { Picture, PictureElement } from './read-picture.ts';

/** A picture as SVG. @param frame attributes of the outer element; `inside` is markup that stands first in it */
export function pictureSvg(
  { width, height, elements }: Picture,
  { inside = '', ...frame }: Readonly<Record<string, string>> = {},
): string {
  const attributes = { viewBox: `0 0 ${width} ${height}`, ...frame };
  return `<svg xmlns="http://www.w3.org/2000/svg"${written(attributes)}>${inside}${elements.map(elementSvg).join('')}</svg>`;
}

function elementSvg({ name, attributes, children, text }: PictureElement): string {
  const content = name === 'text' ? escapeXml(text) : children.map(elementSvg).join('');
  return `<${name}${written(attributes)}>${content}</${name}>`;
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}
