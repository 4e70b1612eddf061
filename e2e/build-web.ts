import { buildWebApp } from '../server/src/web/build.ts'

/** Journeys go through the web app as it is built for production. */
export default buildWebApp
