import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The creators' page is built apart: for the browsers inside WeChat on old phones, and with nothing of the desk's app in it.
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: '../../dist/web',
    emptyOutDir: false,
    target: ['es2017', 'chrome61', 'safari12'],
    modulePreload: { polyfill: false },
    rollupOptions: { input: 'creator.html', treeshake: { moduleSideEffects: (id) => !id.includes('/packages/core/') } },
  },
})
