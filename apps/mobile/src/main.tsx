import '@linli/ui/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/parts.css'
import './styles/notes.css'
import './styles/form.css'
import './styles/home.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from './app/client.ts'
import { startLanguage } from './app/language.ts'
import { startOutbox } from './app/outbox.ts'
import { router } from './app/router.tsx'
import { startInstall } from './app/install.ts'
import { knownAccount } from './app/session.ts'
import { applySettings } from './app/settings.ts'

async function start(place: HTMLElement): Promise<void> {
  applySettings()
  startInstall()
  await startLanguage()
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
  await knownAccount().catch(() => null)
  startOutbox()
}

const place = document.getElementById('root')
if (place) void start(place)

/** A part of the app that a newer version has replaced: load that version, at most once in ten seconds. */
addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('linli-reloaded') ?? 0)
  if (!navigator.onLine || Date.now() - last < 10_000) return
  sessionStorage.setItem('linli-reloaded', String(Date.now()))
  location.reload()
})

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined))
}
