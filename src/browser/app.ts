import { offerAutosave } from './autosave.ts'
import { offerCopy } from './copy.ts'
import { keepExclusive } from './exclusive.ts'
import { walkRows } from './keys.ts'
import { leaveAtOnce } from './leave.ts'
import { focusProblems } from './problems.ts'
import { refreshProgress } from './refresh.ts'
import { sendOnce } from './send-once.ts'
import { warnUnsaved } from './unsaved.ts'
import { sendEach } from './upload.ts'

/** Each improves one thing of a finished page; one that fails takes none of the others with it. */
for (const improve of [
  focusProblems,
  sendEach,
  sendOnce,
  keepExclusive,
  offerAutosave,
  warnUnsaved,
  offerCopy,
  refreshProgress,
  walkRows,
  leaveAtOnce,
]) {
  try {
    improve(document)
  } catch (fault) {
    console.error(fault)
  }
}
