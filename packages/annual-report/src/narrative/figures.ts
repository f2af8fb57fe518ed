import { plainText } from '../plain-text.ts';
import type { NarrativeFigure } from './figure.ts';
import { FigureReader } from './figure-reader.ts';

/** The numbers of a text whose meaning is known, in order. @param year the year of the report */
export const figuresOf = (text: string, year: number): readonly NarrativeFigure[] =>
  new FigureReader(plainText(text), year).read();
