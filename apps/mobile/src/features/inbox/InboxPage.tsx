import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { call } from '../../api/call.ts'
import type { List, Pair } from '../../api/shapes.ts'
import { useAsk } from '../../app/ask.ts'
import { client } from '../../app/client.ts'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useMe } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { momentSay } from '../../app/when.ts'
import { Empty, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Go } from '../../parts/Press.tsx'
import { Remembered, Screen } from '../../parts/Screen.tsx'

interface Told {
  readonly id: string
  readonly say: Pair
  readonly at: string
  readonly readAt: string | null
  readonly noun: string
  readonly nounId: string
}

function Message({ message, staff }: { message: Told; staff: boolean }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const { lang } = useSettings()
  const now = useNow()
  const navigate = useNavigate()
  const read = message.readAt !== null
  const open = () => {
    if (!read)
      void call('POST', '/api/inbox/read', { body: { ids: [message.id] } })
        .then(() => client.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('/api/inbox') }))
        .catch(() => undefined)
    if (message.noun !== 'case') return
    if (staff) void navigate({ to: '/work/$caseId', params: { caseId: message.nounId } })
    else void navigate({ to: '/mine/$id', params: { id: message.nounId } })
  }
  return (
    <li>
      <Button className={read ? 'card message' : 'card message message-new'} onPress={open}>
        <span>{say(message.say)}</span>
        <span className="fine">
          {read ? '' : `${t('inbox.new')} · `}
          {momentSay(message.at, now, lang)}
        </span>
      </Button>
    </li>
  )
}

function Messages(): ReactElement {
  const { t } = useTranslation()
  const staff = useMe().data?.account.kind === 'staff'
  const asked = useAsk<List<Told>>('/api/inbox', { every: 60_000 })
  if (asked.error) return <Trouble problem={asked.error} again={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton rows={4} />
  if (asked.data.body.items.length === 0) return <Empty action={<Go to="/report">{t('home.sayIt')}</Go>}>{t('inbox.none')}</Empty>
  return (
    <>
      <Remembered keptAt={asked.data.keptAt} />
      <ul className="rows">
        {asked.data.body.items.map((message) => (
          <Message key={message.id} message={message} staff={staff} />
        ))}
      </ul>
    </>
  )
}

/** What I was told, newest first. */
export function InboxPage(): ReactElement {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending) return <Skeleton />
  return (
    <Screen title={t('inbox.title')}>
      {me.data ? <Messages /> : <Empty action={<Go to="/sign-in">{t('home.signIn')}</Go>}>{t('inbox.visitor')}</Empty>}
    </Screen>
  )
}
