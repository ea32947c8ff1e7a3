export {
  type Beside,
  besideFile,
  checkFromSignals,
  checkOffice,
  conclusions,
  inspectionOffice,
  periodicPlan,
} from './visit-actions.ts'
export {
  announceCampaign,
  campaignOf,
  type CampaignWhole,
  campaignsOf,
  closeCampaign,
  createCampaign,
  drawCampaign,
  dropCampaign,
  openChecks,
  publicCampaign,
  publicCampaigns,
  publicFrame,
} from './campaign-actions.ts'
export { SETS } from './data-sets.ts'
