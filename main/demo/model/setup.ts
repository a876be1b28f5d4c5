// Models of the records that pickers offer: companies, boards, statuses, priorities, work roles (OpenAPI model 2022.1, 2025.1).
import {
  billOptions,
  custom,
  date,
  flag,
  int,
  list,
  model,
  number,
  oneOf,
  reference,
  references,
  text,
  toCompany,
  toCountry,
  toDepartment,
  toLocation,
  toMember,
  unfilterable,
} from './kinds.ts'

export const companyModel = model('Company', {
  identifier: text(30),
  name: text(50),
  status: reference('CompanyStatus'),
  types: references('CompanyType'),
  addressLine1: text(50),
  addressLine2: text(50),
  city: text(50),
  state: text(50),
  zip: text(12),
  country: toCountry,
  phoneNumber: text(30),
  website: text(255),
  territory: toLocation,
  defaultContact: reference('Contact'),
  site: reference('Site'),
  leadFlag: flag,
  isVendorFlag: flag,
  deletedFlag: flag,
  dateDeleted: date,
  deletedBy: text(),
  territoryManager: toMember,
  customFields: custom,
})

export const companyInfoModel = model('CompanyInfo', {
  identifier: text(30),
  name: text(50),
  status: reference('CompanyStatus'),
  types: references('CompanyType'),
  deletedFlag: flag,
})

export const companyStatusModel = model('CompanyStatus', {
  name: text(50),
  defaultFlag: flag,
  inactiveFlag: flag,
  notifyFlag: flag,
  disallowSavingFlag: flag,
  customNoteFlag: flag,
  cancelOpenTracksFlag: flag,
  notificationMessage: text(500),
})

export const companyTypeModel = model('CompanyType', {
  name: text(50),
  defaultFlag: flag,
  vendorFlag: flag,
  serviceAlertFlag: flag,
  serviceAlertMessage: text(150),
})

export const contactModel = model('Contact', {
  firstName: text(30),
  lastName: text(30),
  company: toCompany,
  site: reference('Site'),
  title: text(100),
  inactiveFlag: flag,
  defaultFlag: flag,
  communicationItems: list,
})

export const boardModel = model('Board', {
  name: text(50),
  location: toLocation,
  department: toDepartment,
  inactiveFlag: flag,
  projectFlag: flag,
  workRole: reference('WorkRole'),
  workType: reference('WorkType'),
  billTime: billOptions,
  discussionsLockedFlag: flag,
  timeEntryLockedFlag: flag,
  timeEntryDiscussionFlag: flag,
  timeEntryResolutionFlag: flag,
  timeEntryInternalAnalysisFlag: flag,
  markFirstNoteIssueFlag: flag,
  restrictBoardByDefaultFlag: flag,
})

// Returned, yet refused in conditions: one of the endpoints where clients report that (seen in other clients, unverified).
export const boardInfoModel = model('BoardInfo', {
  name: text(50),
  location: toLocation,
  department: toDepartment,
  projectFlag: flag,
  inactiveFlag: unfilterable(flag),
})

export const statusModel = model('BoardStatus', {
  name: text(50),
  board: reference('Board'),
  sortOrder: int,
  displayOnBoard: flag,
  inactive: flag,
  closedStatus: flag,
  timeEntryNotAllowed: flag,
  defaultFlag: flag,
  escalationStatus: oneOf('NotResponded', 'Responded', 'ResolutionPlan', 'Resolved', 'NoEscalation'),
  customerPortalDescription: text(500),
  customerPortalFlag: flag,
})

export const statusInfoModel = model('BoardStatusInfo', {
  name: text(50),
  sortOrder: int,
  defaultFlag: flag,
  inactiveFlag: flag,
  closedFlag: flag,
})

export const boardTypeModel = model('BoardType', {
  name: text(50),
  board: reference('Board'),
  category: oneOf('Reactive', 'Proactive'),
  defaultFlag: flag,
  inactiveFlag: flag,
})

export const priorityModel = model('Priority', {
  name: text(50),
  color: text(),
  sortOrder: int,
  defaultFlag: flag,
  imageLink: text(),
  urgencySortOrder: text(),
  level: text(),
})

export const priorityInfoModel = model('PriorityInfo', { name: text(50), sortOrder: int })

// `dateEntered` is a member of the source itself, not of its `_info`.
export const sourceModel = model('Source', {
  name: text(50),
  defaultFlag: flag,
  enteredBy: text(),
  dateEntered: date,
})

export const sourceInfoModel = model('SourceInfo', { name: text(50) })

export const workRoleModel = model('WorkRole', {
  name: text(50),
  hourlyRate: number,
  inactiveFlag: unfilterable(flag),
  locationIds: list,
})

export const workRoleInfoModel = model('WorkRoleInfo', { name: text(50), inactiveFlag: flag })

export const workTypeModel = model('WorkType', {
  name: text(50),
  billTime: billOptions,
  rateType: oneOf('AdjAmount', 'Custom', 'Multiplier'),
  rate: number,
  hoursMin: number,
  hoursMax: number,
  roundBillHoursTo: number,
  inactiveFlag: flag,
  overallDefaultFlag: flag,
  utilizationFlag: flag,
})

export const workTypeInfoModel = model('WorkTypeInfo', { name: text(50), inactiveFlag: flag })
