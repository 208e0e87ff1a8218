import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef } from 'react'

/** A drawing of fixed height, so that nothing jumps when it comes; what it shows stands as words beside it. */
export function Drawing({ option, height }: { option: EChartsCoreOption; height: number }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const state: { gone: boolean; remove: (() => void) | null } = { gone: false, remove: null }
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (!state.gone && box.current) state.remove = drawChart(box.current, option)
    })
    return () => {
      state.gone = true
      state.remove?.()
    }
  }, [option])
  return <div ref={box} style={{ height }} aria-hidden />
}
