import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'

function PlainAnchor(props: AnchorProps & { ref?: Ref<HTMLAnchorElement>; children?: ReactNode }) {
  return <Anchor {...props} />
}

function PlainButton(props: ButtonProps & { ref?: Ref<HTMLAnchorElement>; children?: ReactNode }) {
  return <Button component="a" {...props} />
}

/** A link to another page of the app, in Mantine's look. */
export const AppLink = createLink(PlainAnchor)

/** The same as a button. */
export const AppLinkButton = createLink(PlainButton)
