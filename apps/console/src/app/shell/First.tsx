import { Navigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useMe } from '../session.ts'
import { pagesFor } from './pages.ts'

/** Leads to the first page of one's rail: an administrator has no list of matters. */
export function First(): ReactElement {
  const roles = (useMe().data?.posts ?? []).map((post) => post.role)
  const own = [...pagesFor(roles, 'work'), ...pagesFor(roles, 'care')].find((page) => page.path !== '/inbox')
  return <Navigate to={own?.path ?? '/inbox'} replace />
}
