import type { Licence } from '@gongping/contracts';

/** Licences for open data that are offered, the one that is chosen for nobody else first. */
export const licences = [
  {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    name: 'CC-BY-SA-4.0',
    title: 'Creative Commons Attribution-ShareAlike 4.0',
    path: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  {
    name: 'CC0-1.0',
    title: 'CC0 1.0 Universal',
    path: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  {
    name: 'ODC-By-1.0',
    title: 'Open Data Commons Attribution License 1.0',
    path: 'https://opendatacommons.org/licenses/by/1-0/',
  },
] as const satisfies readonly Licence[];

/** The licence of a name; undefined where it is another, which then stays as it is. */
export function licenceOf(name: string): Licence | undefined {
  return licences.find((licence) => licence.name === name);
}

/** Those to choose from, with the present one where it is another. */
export function licenceOptions(present: string): { value: string; label: string }[] {
  const known = licences.map(({ name, title }) => ({ value: name, label: `${name} ${title}` }));
  const isOther = present !== '' && licenceOf(present) === undefined;
  return isOther ? [...known, { value: present, label: present }] : known;
}
