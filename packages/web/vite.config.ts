import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['KOLIBRA_SERVER'] ?? 'http://127.0.0.1:4700'

export default defineConfig({
  plugins: [react()],
  // ECharts is a chunk of its own and loads only where a chart is drawn.
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // Core's modules only declare; without this its schemas would bring all of zod into the browser.
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/packages/core/') } },
  },
  server: { proxy: { '/api': server, '/login': server } },
})
