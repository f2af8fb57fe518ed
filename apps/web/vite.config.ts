import adapter from '@sveltejs/adapter-node';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './config/content-security-policy.ts';
import { messageCompilation } from './config/messages.ts';
import { sourceDigest } from './config/source-digest.ts';

export default defineConfig({
  plugins: [
    tailwindcss(),
    paraglideVitePlugin(messageCompilation),
    sveltekit({
      adapter: adapter({ out: 'build', precompress: true }),
      csp: { mode: 'nonce', directives: contentSecurityPolicy },
      // The default is the time of the build, which would make two builds of one source differ.
      version: { name: sourceDigest(import.meta.dirname, ['src', 'messages', 'static', 'config']) },
    }),
  ],
  // Workspace packages are TypeScript sources: bundle them so that the build stands alone.
  ssr: { noExternal: [/^@gongping\//] },
  build: { reportCompressedSize: false },
  server: { proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:3000' } },
});
