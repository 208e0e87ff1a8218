import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ApiError } from '../api.ts'
import { router } from './router.ts'
import { resolveVariables, theme } from './theme.ts'

// Any 401 asks for the session again, and the shell then shows how to sign in.
function noticeSignedOut(error: Error, key?: unknown): void {
  if (error instanceof ApiError && error.problem.status === 401 && key !== 'session')
    void client.invalidateQueries({ queryKey: ['session'] })
}

const isWorthRetrying = (failures: number, error: Error) =>
  failures < 2 && error instanceof ApiError && (error.problem.status === 0 || error.problem.status >= 502)

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => noticeSignedOut(error, query.queryKey[0]) }),
  mutationCache: new MutationCache({ onError: (error) => noticeSignedOut(error) }),
  defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 5000, refetchOnWindowFocus: true } },
})

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={resolveVariables}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
