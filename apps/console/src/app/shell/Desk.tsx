import { ErrorState, Skeleton } from '@linli/ui'
import { Outlet, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import type { Me } from '../../api-types.ts'
import { useWords } from '../language.ts'
import { useLive } from '../live.ts'
import { useMe } from '../session.ts'
import { troubleOf } from '../trouble.ts'
import { Palette } from '../palette/Palette.tsx'
import { usePaletteKey } from '../palette/use-palette-key.ts'
import { Rail, RailDrawer } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import { useSlashKey } from './use-slash-key.ts'
import { useTitle } from './use-title.ts'
import { shellWords } from './words.ts'

const SecondFactor = lazy(async () => ({ default: (await import('../../features/entry/SecondFactor.tsx')).SecondFactor }))

function WithoutPost(): ReactElement {
  const t = useWords(shellWords)
  return (
    <main className="lone" id="content">
      <h1>{t('noPost')}</h1>
      <p>{t('noPostDetail')}</p>
      <a href="/">{t('toMobile')}</a>
    </main>
  )
}

function Shell({ me }: { readonly me: Me }): ReactElement {
  const t = useWords(shellWords)
  const [menu, setMenu] = useState(false)
  const palette = usePaletteKey()
  useLive(true)
  useSlashKey(palette.show)
  useTitle(me.counts.waiting)
  return (
    <div className="desk">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Rail me={me} />
      <RailDrawer me={me} open={menu} onClose={() => setMenu(false)} />
      <TopBar me={me} onMenu={() => setMenu(true)} onFind={palette.show} />
      <main className="content" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {palette.open && <Palette me={me} onClose={palette.hide} />}
    </div>
  )
}

/** Leads to the sign-in once, and remembers where one wanted to go. */
function ToSignIn(): null {
  const router = useRouter()
  useEffect(() => {
    const { href } = router.state.location
    void router.navigate({ to: '/sign-in', search: href === '/' || href === '/list' ? {} : { to: href }, replace: true })
  }, [router])
  return null
}

/** Everything behind the sign-in. */
export function Desk(): ReactElement {
  const me = useMe()
  if (me.isPending) return <Skeleton shape="matter" />
  if (me.error) return <ErrorState trouble={troubleOf(me.error)} onRetry={() => void me.refetch()} />
  if (!me.data) return <ToSignIn />
  if (me.data.secondFactor === 'needed') {
    return (
      <Suspense fallback={<Skeleton shape="matter" />}>
        <SecondFactor me={me.data} />
      </Suspense>
    )
  }
  if (me.data.posts.length === 0) return <WithoutPost />
  return <Shell me={me.data} />
}
