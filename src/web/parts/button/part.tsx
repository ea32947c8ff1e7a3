import type { Child } from 'hono/jsx'

export interface ButtonProps {
  /** One primary button a page. `warning` is for what cannot be taken back. */
  readonly look?: 'primary' | 'secondary' | 'warning'
  /** Given, the button is a link: it leads somewhere and changes nothing. */
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Sends the form elsewhere, or without being checked. */
  readonly formaction?: string | undefined
  /** The id of a form this button stands outside of. */
  readonly form?: string | undefined
  readonly children?: Child
}

const LOOK = { primary: '', secondary: ' govuk-button--secondary', warning: ' govuk-button--warning' } as const

/** A verb with its object: "Gửi thông báo". */
export const Button = ({ look = 'primary', href, children, ...rest }: ButtonProps) =>
  href === undefined ? (
    <button type="submit" class={`govuk-button${LOOK[look]}`} {...rest}>
      {children}
    </button>
  ) : (
    <a class={`govuk-button${LOOK[look]}`} href={href}>
      {children}
    </a>
  )

/** Buttons and links that belong together, side by side where there is room. */
export const Buttons = ({ children }: { readonly children?: Child }) => <div class="buttons">{children}</div>
