/** Placeholder until the importer is wired. */
export async function importCourse(_file: string, _options: object): Promise<void> {
  throw new Error('not wired yet')
}
