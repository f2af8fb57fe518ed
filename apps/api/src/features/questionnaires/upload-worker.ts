import { answerUpload } from '../../tables/upload-reader.ts';
import { readQuestionnaireFile, type ReadFile } from './read-file.ts';

// Runs in a thread of its own.
await answerUpload<null, ReadFile>(({ path }) => readQuestionnaireFile(path));
