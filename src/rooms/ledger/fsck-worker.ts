import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../../db/connect.ts'
import { judgeShare, type Share } from './fsck.ts'

/** Judges shares of the acts on a core of its own, one after the other. */
const connection = connect((workerData as { url: string }).url, { max: 2, name: 'saola fsck' })

parentPort?.on('message', (share: Share) => {
  judgeShare(connection, share).then(
    (judged) => parentPort?.postMessage({ judged }),
    (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  )
})
