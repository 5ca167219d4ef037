import type { Context } from '#platform/context'
import { seedDemonstration } from '../src/demo/seed.ts'

/** The city of the tests: the small demonstration without its matters, so that every test sees only what it made. */
export async function seedTestCity(ctx: Context): Promise<void> {
  await seedDemonstration(ctx, 'small', false)
}
