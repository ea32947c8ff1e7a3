import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { C2paEngine } from '../../mark/c2pa.ts'
import { capMemory } from './cap.ts'

/** 512 MiB, in pages: enough for the largest file that is taken, four times over. */
export const ENGINE_PAGES = 8192

let module: WebAssembly.Module | undefined
/** The engine, compiled once for this process and bounded in its memory. Threads are handed it as it is. */
export function compiledEngine(): WebAssembly.Module {
  if (module === undefined) {
    const file = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')
    module = new WebAssembly.Module(capMemory(readFileSync(file), ENGINE_PAGES))
  }
  return module
}

/** The engine at work in this thread. It asks nobody anything: what it would fetch is refused it. */
export async function startEngine(compiled: WebAssembly.Module): Promise<C2paEngine> {
  const engine = await import('@contentauth/c2pa-wasm')
  engine.initSync({ module: compiled })
  return engine
}
