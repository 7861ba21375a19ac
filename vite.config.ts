import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The console. Public pages' small scripts join as further entries. */
export default defineConfig({
  plugins: [react()],
  root: 'src/admin',
  base: '/console/',
  build: { outDir: '../../dist/console', emptyOutDir: true, chunkSizeWarningLimit: 4000 },
})
