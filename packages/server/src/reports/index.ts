export { reportRoutes } from './routes.ts'
export { scoreForecast } from './score-forecast.ts'
