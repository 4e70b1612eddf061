/** PostgreSQL schema of the job queue (pg-boss). */
export const jobSchema = 'jobs'
