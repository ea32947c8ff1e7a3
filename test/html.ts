import { HtmlValidate } from 'html-validate'

const rules = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How Hono writes attributes and void elements is a matter of style; all of it is valid.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Pages of one question have their h1 in the legend; axe looks at the outline.
    'heading-level': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
  },
})

/** What is not valid in a page: line, column, rule and reason. Empty when all is well. */
export async function complaints(html: string): Promise<string[]> {
  const { results } = await rules.validateString(html)
  return results.flatMap(({ messages }) => messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`))
}
