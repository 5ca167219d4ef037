import type { Module } from '../module.ts'
import { fileRoutes } from './routes.ts'
import { sweepLoosePhotos } from './sweep.ts'

export default {
  name: 'files',
  routes: fileRoutes,
  jobs: [
    {
      name: 'files.sweep',
      every: 3600,
      async run(ctx) {
        while ((await sweepLoosePhotos(ctx)) > 0);
      },
    },
  ],
} satisfies Module
