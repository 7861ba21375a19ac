import { globSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { defineConfig } from 'vite'

/** Small scripts of public pages: each src/…/browser/NAME.ts is an entry of its own (#platform/browser-scripts). */
const entries = globSync('src/**/browser/*.ts').map((file) => [basename(file, '.ts'), resolve(file)])

export default defineConfig({
  base: '/assets/scripts/',
  worker: { format: 'es' },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2020',
    modulePreload: false,
    rollupOptions: {
      input: Object.fromEntries(entries),
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
})
