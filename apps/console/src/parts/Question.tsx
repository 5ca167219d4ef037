import type { ReactElement, ReactNode } from 'react'

interface QuestionProps {
  readonly label: ReactNode
  /** Id of the control. Without one the control labels itself (a group of choices). */
  readonly id?: string
  readonly help?: ReactNode
  /** What is wrong with the answer. */
  readonly problem?: ReactNode
  readonly optional?: ReactNode
  /** Takes the whole width where questions stand side by side. */
  readonly wide?: boolean
  /** So short that two stand side by side even in a narrow column. */
  readonly half?: boolean
  readonly children: ReactNode
}

/** A label, a control, what helps to answer, what is wrong with the answer. */
export function Question({ label, id, help, problem, optional, wide = false, half = false, children }: QuestionProps): ReactElement {
  const title = (
    <>
      {label}
      {optional !== undefined && <span className="quiet"> {optional}</span>}
    </>
  )
  return (
    <div className={['question', wide && 'question-wide', half && 'question-half'].filter(Boolean).join(' ')}>
      {id === undefined ? (
        <span className="question-label">{title}</span>
      ) : (
        <label className="question-label" htmlFor={id}>
          {title}
        </label>
      )}
      {children}
      {problem && (
        <p className="question-problem" id={id && `${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {help && !problem && <p className="question-help">{help}</p>}
    </div>
  )
}
