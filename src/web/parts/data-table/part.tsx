import type { Child } from 'hono/jsx'

export interface Column {
  readonly label: string
  /** Figures stand right, with digits of one width. */
  readonly numeric?: boolean | undefined
}

export interface DataTableProps {
  readonly caption: Child
  /** Heard but not seen, where a heading right above says the same. */
  readonly captionHidden?: boolean | undefined
  readonly columns: readonly Column[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Child[])[]
}

/** A table; on a phone, a list of rows with the label of the column before each value. */
export const DataTable = ({ caption, captionHidden, columns, rows }: DataTableProps) => (
  <table class="data">
    <caption class={captionHidden ? 'govuk-visually-hidden' : undefined}>{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th scope="col" class={column.numeric ? 'number-cell' : undefined}>
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([first, ...cells]) => (
        <tr>
          <th scope="row">{first}</th>
          {cells.map((cell, n) => (
            <td class={columns[n + 1]?.numeric ? 'number-cell' : undefined} data-label={columns[n + 1]?.label}>
              <span>{cell}</span>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
