export { createApp, type AppType } from './app.ts';
export { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts';
export type { Dependencies } from './http/dependencies.ts';
export { buildOpenApiDocument } from './openapi.ts';
export { createAdministratorLink } from './features/users/create-one-time-link.ts';
export { seedTemplates } from './features/indicator-systems/seed-templates.ts';
export { prepareContents } from './server/contents.ts';
export { shareRobustness } from './server/shared-robustness.ts';
