/** A file that arrived, as the API tells of it. */
export type UploadedFile = {
  id: string
  name: string
  mimeType: string
  urls: { original: string; web: string }
}
