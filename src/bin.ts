#!/usr/bin/env node
import { CHECK_HELP, checkCommand } from './cli-check.ts'
import { MARK_HELP, markCommand } from './cli-mark.ts'
import { REBUILD_HELP, rebuildCommand } from './cli-rebuild.ts'
import { VERIFY_HELP, verifyCommand } from './cli-verify.ts'

/** The command of the packed package: what an outsider needs, and nothing that opens a portal. */
const [command, ...rest] = process.argv.slice(2)
if (command === 'verify') {
  const { code, says } = verifyCommand(rest, process.env)
  ;(code === 2 ? console.error : console.log)(says)
  process.exitCode = code
} else if (command === 'check') {
  const { code, says, faults } = await checkCommand(rest, process.env)
  if (says !== '') console.log(says)
  for (const fault of faults) console.error(fault)
  process.exitCode = code
} else if (command === 'mark') {
  const { code, says, faults } = await markCommand(rest, process.env)
  for (const line of says) console.log(line)
  for (const fault of faults) console.error(fault)
  process.exitCode = code
} else if (command === 'rebuild') process.exitCode = await rebuildCommand(rest, process.env, console.log)
else {
  console.log(`saola <command>\n\n${VERIFY_HELP}${CHECK_HELP}${MARK_HELP}${REBUILD_HELP}`)
  if (command !== undefined && command !== 'help' && command !== '--help') process.exitCode = 2
}
