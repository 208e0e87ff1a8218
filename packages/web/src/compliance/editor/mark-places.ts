const CARD_PX = 420

/** The finding whose words lie under a point: the text field is above them and takes the pointer, so they are asked one by one. */
export function startUnder(mirror: HTMLElement, point: { clientX: number; clientY: number }): number | null {
  const { clientX, clientY } = point
  for (const mark of mirror.querySelectorAll('mark'))
    for (const rect of mark.getClientRects())
      if (clientX >= rect.left && clientX <= rect.right && clientY >= rect.top && clientY <= rect.bottom)
        return Number(mark.dataset['start'])
  return null
}

/** Where the card of the words at `start` belongs: under their first line, inside the box. Px from the box's corner. */
export function placeUnder(box: HTMLElement, start: number): { left: number; top: number } {
  const mark = box.querySelector(`mark[data-start="${start}"]`)
  const rect = mark?.getClientRects()[0]
  if (rect === undefined) return { left: 0, top: 0 }
  const outer = box.getBoundingClientRect()
  const left = Math.max(0, Math.min(rect.left - outer.left, outer.width - CARD_PX))
  return { left, top: rect.bottom - outer.top + 4 }
}
