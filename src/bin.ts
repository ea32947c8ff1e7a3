#!/usr/bin/env node
import { VERIFY_HELP, verifyCommand } from './cli-verify.ts'

/** The command of the packed package: what an outsider needs, and nothing that opens a portal. */
const [command, ...rest] = process.argv.slice(2)
if (command === 'verify') {
  const { code, says } = verifyCommand(rest, process.env)
  ;(code === 2 ? console.error : console.log)(says)
  process.exitCode = code
} else {
  console.log(`saola <command>\n\n${VERIFY_HELP}`)
  if (command !== undefined && command !== 'help' && command !== '--help') process.exitCode = 2
}
