import { z } from 'zod'
import type { Text } from '../base/text.ts'

/** One thing wrong with the shape of what was sent: where, and in words. */
export interface ShapeProblem {
  readonly code: `form.${string}`
  /** Path to the field, `['dossier', 'name']`. */
  readonly path: readonly PropertyKey[]
  readonly text: Text
}

const at = (path: readonly PropertyKey[]): string =>
  path.map((p) => `/${String(p).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** A JSON pointer (RFC 6901) to the field. */
export const pointer = (problem: Pick<ShapeProblem, 'path'>): string => at(problem.path)

const NUMBER = new Intl.NumberFormat('vi-VN')
const say = (vi: string, en: string): Text => ({ vi, en })

type Issue = z.core.$ZodIssue

/** Own words for each kind of zod issue; a schema may carry its own code and words as `params: {code, text}` in a custom issue. */
function words(issue: Issue): Pick<ShapeProblem, 'code' | 'text'> {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'form.missing', text: say('Mục này chưa có nội dung.', 'This is missing.') }
        : { code: 'form.type', text: say('Nội dung không đúng kiểu dữ liệu.', 'This is not of the expected type.') }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { code: 'form.missing', text: say('Mục này chưa có nội dung.', 'This is missing.') }
        : {
            code: 'form.too-small',
            text: say(`Giá trị nhỏ nhất là ${issue.minimum}.`, `The smallest value is ${issue.minimum}.`),
          }
    case 'too_big':
      return issue.origin === 'string'
        ? {
            code: 'form.too-long',
            text: say(
              `Nội dung dài tối đa ${NUMBER.format(Number(issue.maximum))} ký tự.`,
              `At most ${issue.maximum} characters.`,
            ),
          }
        : { code: 'form.too-many', text: say(`Tối đa ${issue.maximum}.`, `At most ${issue.maximum}.`) }
    case 'unrecognized_keys':
      return { code: 'form.unknown', text: say('Trường này không có trong biểu mẫu.', 'The form has no such field.') }
    case 'invalid_value':
    case 'invalid_union':
      return {
        code: 'form.choice',
        text: say('Hãy chọn một trong các giá trị cho trước.', 'Choose one of the given values.'),
      }
    case 'custom': {
      const own = issue.params as Partial<Pick<ShapeProblem, 'code' | 'text'>> | undefined
      return {
        code: own?.code ?? 'form.value',
        text: own?.text ?? say('Giá trị không hợp lệ.', 'This value is not valid.'),
      }
    }
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return { code: 'form.format', text: say('Nội dung không đúng định dạng.', 'This is not in the expected format.') }
  }
}

/** Every problem at once, in the order of the fields. */
export const shapeProblems = (error: z.ZodError, input: unknown): readonly ShapeProblem[] =>
  error.issues.flatMap((issue) => {
    const filled = { ...issue, input: issue.input ?? valueAt(input, issue.path) } as Issue
    const said = words(filled)
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ ...said, path: [...issue.path, key] }))
      : [{ ...said, path: issue.path }]
  })

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  )

/** Text no database can keep: NUL, or half of a character. Looked for once at the rim, in every string and key. */
export const unwritable = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('\0') || !wellFormed(value)
  if (Array.isArray(value)) return value.some(unwritable)
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([k, v]) => unwritable(k) || unwritable(v))
  )
}

/** No form nests half as deep; whatever walks a value afterwards may then call itself at every level. */
const DEEPEST = 64

/** Is this nested deeper than anything we read? Walked without recursion: 100,000 brackets would fill the stack. */
export function tooDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : []))
  }
  return false
}

const wellFormed = (text: string): boolean => !/[\uD800-\uDFFF]/u.test(text)

/** A required line of text: trimmed, at least one character. */
export const line = (max: number) => z.string().trim().min(1).max(max)
