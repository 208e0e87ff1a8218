import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CreatorApp } from './CreatorApp.tsx'

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <CreatorApp />
    </StrictMode>,
  )
