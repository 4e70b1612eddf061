import { buildWebApp } from '../server/src/web/build.ts'

await buildWebApp()
