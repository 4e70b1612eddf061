/** Path and query a person would see: the router asks for its data at `/path.data?_routes=…`, and names an index page `?index`. */
export function pageOf(url: URL): string {
  const path = url.pathname.replace(/\/_(root)?\.data$/, '/').replace(/\.data$/, '')
  const query = new URLSearchParams(url.search)
  query.delete('_routes')
  query.delete('index', '')
  return query.size > 0 ? `${path}?${query}` : path
}
