export interface CodeBlockProps {
  readonly id: string
  readonly code: string
  readonly title?: string | undefined
  /** A button that appears only where a script can copy. */
  readonly copy?: { readonly text: string; readonly done: string } | undefined
}

export const CodeBlock = ({ id, code, title, copy }: CodeBlockProps) => (
  <figure class="code">
    {title ? <figcaption>{title}</figcaption> : null}
    <pre tabindex={0}>
      <code id={id}>{code}</code>
    </pre>
    {copy ? (
      <button type="button" class="govuk-button govuk-button--secondary" hidden data-copy={id} data-done={copy.done}>
        {copy.text}
      </button>
    ) : null}
  </figure>
)
