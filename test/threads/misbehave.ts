import { parentPort, threadId } from 'node:worker_threads'

/** Does what it is told, however bad: what a file could make the thread do that reads it. */
export type Told = 'answer' | 'hang' | 'throw' | 'exit' | 'fill' | 'slow'

parentPort?.on('message', (told: Told) => {
  if (told === 'hang') for (;;);
  if (told === 'throw') throw new Error('broke down')
  if (told === 'exit') process.exit(3)
  const kept: number[][] = []
  while (told === 'fill') kept.push(Array.from({ length: 100_000 }, (_, n) => n))
  if (told === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150)
  parentPort?.postMessage(threadId)
})
