/** A licence as Frictionless Data Packages name it. */
export interface Licence {
  /** A short name, by SPDX where it has one. */
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

/** Whoever names the source may use it for anything. */
export const defaultLicence: Licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};
