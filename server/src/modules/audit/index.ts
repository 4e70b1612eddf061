export { type Act, record } from './record.ts'
export type { Verification } from './verify.ts'
export { verifyAll } from './verify-all.ts'
