import type { Child } from 'hono/jsx'
import { StatusTag } from '../status-tag/part.tsx'

/** Four statuses and no more: done, to do, not yet possible, something is wrong. */
export interface TaskStatus {
  readonly label: string
  readonly tone: 'done' | 'todo' | 'later' | 'problem'
}

export interface Task {
  readonly text: Child
  readonly href?: string | undefined
  readonly hint?: Child
  readonly status: TaskStatus
}

export interface TaskListProps {
  readonly tasks: readonly Task[]
  /** Must differ between two lists on one page. */
  readonly id?: string | undefined
}

const Status = ({ status }: { readonly status: TaskStatus }) => {
  switch (status.tone) {
    case 'done':
      return <>{status.label}</>
    case 'later':
      return <span class="tasks__later">{status.label}</span>
    case 'todo':
      return <StatusTag tone="active">{status.label}</StatusTag>
    case 'problem':
      return <StatusTag tone="problem">{status.label}</StatusTag>
  }
}

export const TaskList = ({ tasks, id = 'task' }: TaskListProps) => (
  <ul class="tasks">
    {tasks.map((task, n) => (
      <li>
        <span class="tasks__what">
          {task.href === undefined ? (
            task.text
          ) : (
            <a href={task.href} aria-describedby={`${id}-${n + 1}-status`}>
              {task.text}
            </a>
          )}
          {task.hint ? <span class="tasks__hint">{task.hint}</span> : null}
        </span>
        <span id={`${id}-${n + 1}-status`}>
          <Status status={task.status} />
        </span>
      </li>
    ))}
  </ul>
)
