import { answerUpload } from '../../tables/upload-reader.ts';
import { readPeople, type NamedUnit } from './read-people.ts';

// Runs in a process of its own.
answerUpload(({ path, given }: { path: string; given: readonly NamedUnit[] }) => readPeople(path, given));
