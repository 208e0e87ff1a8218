/**
 * Replaces a stretch of a text field as if it had been typed, so that the browser's own undo takes it back; the caret stays with the
 * words it stood at. `execCommand` is the only way that keeps the undo list; where a browser has none the text is set and undo starts anew.
 */
export function replaceTyped(field: HTMLTextAreaElement, span: { start: number; end: number }, replacement: string): void {
  const caret = field.selectionStart
  field.focus({ preventScroll: true })
  field.setSelectionRange(span.start, span.end)
  const isTyped = replacement === '' ? document.execCommand('delete') : document.execCommand('insertText', false, replacement)
  if (!isTyped) {
    field.setRangeText(replacement, span.start, span.end, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const place = moveCaret(caret, span, replacement.length)
  field.setSelectionRange(place, place)
}

/** Where a caret stands after `span` became `length` long: behind it moved along, inside it at its end. */
export function moveCaret(caret: number, { start, end }: { start: number; end: number }, length: number): number {
  if (caret <= start) return caret
  return caret >= end ? caret + length - (end - start) : start + length
}
