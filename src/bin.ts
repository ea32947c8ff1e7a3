#!/usr/bin/env node
import { REBUILD_HELP, rebuildCommand } from './cli-rebuild.ts'
import { VERIFY_HELP, verifyCommand } from './cli-verify.ts'

/** The command of the packed package: what an outsider needs, and nothing that opens a portal. */
const [command, ...rest] = process.argv.slice(2)
if (command === 'verify') {
  const { code, says } = verifyCommand(rest, process.env)
  ;(code === 2 ? console.error : console.log)(says)
  process.exitCode = code
} else if (command === 'rebuild') process.exitCode = await rebuildCommand(rest, process.env, console.log)
else {
  console.log(`saola <command>\n\n${VERIFY_HELP}${REBUILD_HELP}`)
  if (command !== undefined && command !== 'help' && command !== '--help') process.exitCode = 2
}
