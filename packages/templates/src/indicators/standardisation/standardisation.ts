import { text } from '../../text.ts';
import { family } from '../tree.ts';
import { organisation } from './organisation.ts';
import { platforms } from './platforms.ts';
import { requestsAndParticipation } from './requests-and-participation.ts';
import { serviceAreas } from './service-areas.ts';
import { standardCatalogue } from './standard-catalogue.ts';

export const standardisation = family('A', text('标准化规范化', 'Standardisation'), [
  standardCatalogue,
  platforms,
  serviceAreas,
  requestsAndParticipation,
  organisation,
]);
