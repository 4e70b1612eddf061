/**
 * The mark: columns receding under a roof line. Drawn in the text colour on a 16-unit grid, so it is crisp at 16 px.
 * Beside a name it is decoration; alone it needs a `label`.
 */
export function Mark({ size = 24, label }: { size?: number; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="currentColor"
      shapeRendering="crispEdges"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <rect x="0" y="2" width="16" height="2" />
      <rect x="0" y="5" width="4" height="9" />
      <rect x="6" y="5" width="3" height="9" />
      <rect x="11" y="5" width="2" height="9" />
      <rect x="15" y="5" width="1" height="9" />
    </svg>
  )
}
