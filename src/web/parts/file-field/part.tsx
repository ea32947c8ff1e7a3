import type { Child } from 'hono/jsx'
import { type Asking, describedBy, Group, Hint, idOf, Label, type LabelAs } from '../field.tsx'

export interface FileFieldProps extends Asking {
  readonly label: Child
  readonly labelAs?: LabelAs | undefined
  /** `.pdf,image/png` */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
}

/** Say in the hint which formats and what size are taken. The form needs `upload`. */
export const FileField = (field: FileFieldProps) => {
  const { label, labelAs, error } = field
  const id = idOf(field)
  return (
    <Group error={error}>
      <Label target={id} label={label} labelAs={labelAs} />
      <Hint asking={field} />
      <input
        class={`file${error ? ' file--error' : ''}`}
        id={id}
        name={field.name}
        type="file"
        accept={field.accept}
        multiple={field.multiple}
        aria-describedby={describedBy(field)}
        aria-invalid={error ? 'true' : undefined}
      />
    </Group>
  )
}
