import { answerUpload } from '../../tables/upload-reader.ts';
import { readQuestionnaireFile, type ReadFile } from './read-file.ts';

// Runs in a process of its own.
answerUpload<null, ReadFile>(({ path }) => readQuestionnaireFile(path));
