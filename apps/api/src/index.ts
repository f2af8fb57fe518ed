export { createApp, type AppType } from './app.ts';
export type { Dependencies } from './http/dependencies.ts';
export { buildOpenApiDocument } from './openapi.ts';
