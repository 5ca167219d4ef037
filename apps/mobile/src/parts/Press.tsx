import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components/Button'
import { Icon, type IconName } from './Icon.tsx'

type Look = 'main' | 'plain' | 'quiet' | 'danger' | 'row'

interface Common {
  readonly look?: Look
  readonly icon?: IconName
  readonly wide?: boolean
  readonly children: ReactNode
}

function classOf({ look = 'plain', wide }: { look?: Look | undefined; wide?: boolean | undefined }): string {
  return `press press-${look}${wide ? ' press-wide' : ''}`
}

/** A button of ours: a target of 44 px, 60 in large print. */
export function Press({
  look,
  icon,
  wide,
  children,
  ...rest
}: Common & Omit<ButtonProps, 'children' | 'className' | 'style'>): ReactElement {
  return (
    <Button {...rest} className={classOf({ look, wide })}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </Button>
  )
}

/** A link inside the app that looks like a button. */
export function Go({
  look,
  icon,
  wide,
  children,
  ...rest
}: Common & Pick<LinkProps, 'to' | 'params' | 'search' | 'replace'>): ReactElement {
  return (
    <Link {...rest} className={classOf({ look, wide })}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </Link>
  )
}

/** A link that calls a number. */
export function Dial({ number, look, wide, children }: { number: string } & Omit<Common, 'icon'>): ReactElement {
  return (
    <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`} className={classOf({ look, wide })}>
      <Icon name="phone" />
      <span>{children}</span>
    </a>
  )
}
