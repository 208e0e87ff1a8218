export { campaignRoutes } from './routes.ts'
export { openCampaign } from './change-campaign.ts'
export { freezeCampaign, listCampaigns, loadCampaign, type StoredCampaign } from './campaign-store.ts'
