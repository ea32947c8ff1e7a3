import { connect } from '../../db/connect.ts'
import { judgeShare, type Share } from './judging.ts'

/** Judges shares of the acts on a core of its own, one after the other, for as long as its parent lives. */
const connection = connect(process.env.SAOLA_FSCK_DATABASE ?? '', { max: 2, name: 'saola fsck' })

process.on('message', (share: Share) => {
  judgeShare(connection, share).then(
    (judged) => process.send?.({ judged }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
