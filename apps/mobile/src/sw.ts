import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

interface Worker {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[]
  addEventListener(type: 'install' | 'activate', listener: (event: { waitUntil(work: Promise<unknown>): void }) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}
declare const self: Worker

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

/** The desk, the interface and the outside doors are not pages of this app. */
const notOurs = [/^\/desk(\/|$)/, /^\/api(\/|$)/, /^\/open311(\/|$)/, /^\/healthz$/, /^\/metrics$/]
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: notOurs }))

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
