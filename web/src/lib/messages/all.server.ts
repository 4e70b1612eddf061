import de from './de.ts'
import en from './en.ts'
import { registerCatalogue } from './index.ts'

registerCatalogue('en', en)
registerCatalogue('de', de)
