import { Badge, Button, Group, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { useRemoveWorkspace, useSignOut, useSwitchWorkspace, type Session } from './use-session.ts'

/** Whose books these are, and who is looking. */
export function WorkspaceMenu({ session }: { session: Session }) {
  const { t } = useTranslation()
  const switchTo = useSwitchWorkspace()
  const names = useNames()
  const signOut = useSignOut()
  const remove = useRemoveWorkspace()
  const current = session.workspaces.find(({ id }) => id === session.workspace.id)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          aria-label={t('shell.workspaceMenu', { name: session.workspace.name })}
          className="workspace-button"
        >
          {session.workspace.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.workspaces')}</Menu.Label>
        {session.workspaces.map(({ id, name, demo }) => (
          <Menu.Item key={id} disabled={id === session.workspace.id} onClick={() => switchTo.mutate(id)}>
            <Group gap="xs">
              {name}
              {demo && (
                <Badge variant="default" size="sm">
                  {t('shell.demo')}
                </Badge>
              )}
            </Group>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>
          {session.user.name} · {names('role', session.role)}
        </Menu.Label>
        {current?.demo && (
          <Menu.Item onClick={() => window.confirm(t('shell.removeDemoSure')) && remove.mutate(current.id)}>
            {t('shell.removeDemo')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/notifications">
          {t('notifications.menu')}
        </Menu.Item>
        <Menu.Item onClick={() => signOut.mutate()}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
