import { BarChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { rangeOption } from './range-option.ts'

// SVG, because it prints sharply.
use([BarChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer])

/** Draws into an element and follows its width; the answer takes it all away again. */
export function drawChart(element: HTMLElement, option: ReturnType<typeof rangeOption>): () => void {
  const chart = init(element, null, { renderer: 'svg' })
  chart.setOption(option)
  const observer = new ResizeObserver(() => chart.resize())
  observer.observe(element)
  return () => {
    observer.disconnect()
    chart.dispose()
  }
}
