export { campaignRoutes } from './routes.ts'
export { openCampaign } from './change-campaign.ts'
export { freezeCampaign, loadCampaign, type StoredCampaign } from './campaign-store.ts'
