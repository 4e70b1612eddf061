export { type Act, record } from './record.ts'
