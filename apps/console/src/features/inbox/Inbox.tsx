import { agoSay, EmptyState, ErrorState, Skeleton, useLang, useNow } from '@linli/ui'
import type { Pair } from '@linli/ui'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { Page } from '../../api-types.ts'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { More } from '../../parts/More.tsx'
import { inboxWords } from './words.ts'

interface Message {
  readonly id: string
  readonly noun: string
  readonly nounId: string
  readonly say: Pair
  readonly at: string
  readonly readAt: string | null
}

interface InboxPage extends Page<Message> {
  readonly unread: number
}

function Line({ message, now, onRead }: { readonly message: Message; readonly now: Date; readonly onRead: () => void }): ReactElement {
  const t = useWords(inboxWords)
  const say = useSay()
  const lang = useLang()
  const text = say(message.say)
  return (
    <li className={message.readAt === null ? 'message message-new' : 'message'}>
      <span className="message-dot" aria-label={message.readAt === null ? t('new') : undefined} />
      <span className="message-text">
        {message.noun === 'case' ? (
          <Link to="/cases/$id" params={{ id: message.nounId }} onClick={onRead}>
            {text}
          </Link>
        ) : (
          text
        )}
      </span>
      <time className="quiet small" dateTime={message.at}>
        {agoSay(message.at, now, lang)}
      </time>
    </li>
  )
}

/** What one and one's posts were told, newest first. */
export function Inbox(): ReactElement {
  const t = useWords(inboxWords)
  const now = useNow()
  const inbox = useInfiniteQuery({
    queryKey: ['inbox'],
    queryFn: ({ pageParam, signal }) => api.get<InboxPage>('/api/inbox', { after: pageParam, limit: 50 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  const read = useMutation({
    mutationFn: (ids: readonly string[] | null) => api.post('/api/inbox/read', ids === null ? {} : { ids }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  })
  const messages = inbox.data?.pages.flatMap((page) => page.items) ?? []
  const unread = inbox.data?.pages[0]?.unread ?? 0
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('title')}</h1>
        {unread > 0 && <span className="quiet small">{t('unread', { count: unread })}</span>}
        {unread > 0 && (
          <Button className="push" loading={read.isPending} onClick={() => read.mutate(null)}>
            {t('readAll')}
          </Button>
        )}
      </div>
      {inbox.isPending && <Skeleton shape="list" />}
      {inbox.error && !inbox.data && <ErrorState trouble={troubleOf(inbox.error)} onRetry={() => void inbox.refetch()} />}
      {inbox.data && messages.length === 0 && <EmptyState action={<Link to="/list">{t('toList')}</Link>}>{t('empty')}</EmptyState>}
      <ul className="messages">
        {messages.map((message) => (
          <Line key={message.id} message={message} now={now} onRead={() => message.readAt === null && read.mutate([message.id])} />
        ))}
      </ul>
      {inbox.hasNextPage && <More busy={inbox.isFetchingNextPage} onMore={() => void inbox.fetchNextPage()} />}
    </div>
  )
}
