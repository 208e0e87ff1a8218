import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const PIXELS_A_MODULE = 8

/** Draws the code as a PNG that a chat takes; the drawing comes only when somebody asks for it. */
async function drawQr(url: string): Promise<string> {
  const { generate } = await import('lean-qr')
  return generate(url).toDataURL({ type: 'image/png', scale: PIXELS_A_MODULE, on: [0, 0, 0, 255], off: [255, 255, 255, 255], pad: 4 })
}

function bytesOf(dataUrl: string): Blob {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1))
  return new Blob([Uint8Array.from(binary, (sign) => sign.charCodeAt(0))], { type: 'image/png' })
}

/** A link as a picture to copy or save. */
export function QrDialog({ name, url, onClose }: { name: string; url: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [picture, setPicture] = useState<string | null>(null)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    void drawQr(url).then(setPicture)
  }, [url])
  const copy = async (dataUrl: string) => {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': bytesOf(dataUrl) })])
    setCopied(true)
  }
  return (
    <Modal opened onClose={onClose} title={t('portal.qrTitle', { name })} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      {picture === null ? (
        <Loader size="sm" />
      ) : (
        <Stack align="center">
          <img src={picture} alt={t('portal.qrAlt', { name })} width={280} height={280} className="qr-picture" />
          <Text size="xs" c="dimmed" data-raw className="break-anywhere">
            {url}
          </Text>
          <Group>
            <Button variant="default" onClick={() => void copy(picture)}>
              {isCopied ? t('portal.copied') : t('portal.qrCopy')}
            </Button>
            <Button component="a" href={picture} download={`${name}.png`} variant="default">
              {t('portal.qrSave')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
