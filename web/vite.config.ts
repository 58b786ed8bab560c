import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the pages into .build/web, which the `pages` function serves. */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [vue()],
  build: {
    outDir: here('../.build/web'),
    emptyOutDir: true,
    target: 'es2020',
    rolldownOptions: {
      input: {
        citizen: here('citizen/index.html'),
        console: here('console/index.html'),
        lender: here('lender/index.html'),
        live: here('live/index.html'),
        room: here('room/index.html'),
        sheet: here('sheet/index.html'),
        trial: here('trial/index.html'),
      },
    },
  },
});
