import '@linli/ui/tokens.css'
import '@linli/ui/parts.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/notes.css'
import './styles/panes.css'
import './styles/directory.css'
import './styles/matter.css'
import './styles/sketch.css'
import './styles/tables.css'
import './styles/map-and-search.css'
import './styles/registers.css'
import './styles/calendar.css'
import './styles/answers.css'
import './styles/entry.css'
import './styles/figures.css'
import './styles/components.css'
import './styles/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startLanguage } from './app/language.ts'
import { startScheme } from './app/scheme.ts'

startScheme()
startLanguage()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
