// Models of the System module: members, custom fields and what a caller may do (OpenAPI model 2022.1, 2025.1).
import {
  date,
  flag,
  int,
  levels,
  licenceClasses,
  list,
  model,
  oneOf,
  reference,
  text,
  toDepartment,
  toLocation,
  toMember,
} from './kinds.ts'

export const memberModel = model('Member', {
  identifier: text(15),
  firstName: text(30),
  lastName: text(30),
  title: text(),
  licenseClass: licenceClasses,
  inactiveFlag: flag,
  inactiveDate: date,
  disableOnlineFlag: flag,
  officeEmail: text(250),
  primaryEmail: text(250),
  officePhone: text(),
  hireDate: date,
  defaultEmail: oneOf('Office', 'Personal', 'Home'),
  defaultPhone: oneOf('Office', 'Mobile', 'Home'),
  timeZone: reference('TimeZoneSetup'),
  securityRole: reference('SecurityRole'),
  defaultLocation: toLocation,
  defaultDepartment: toDepartment,
  workRole: reference('WorkRole'),
  workType: reference('WorkType'),
  requireStartAndEndTimeOnTimeEntryFlag: flag,
  excludedServiceBoardIds: list,
})

export const memberInfoModel = model('MemberInfo', {
  identifier: text(15),
  firstName: text(30),
  lastName: text(30),
  fullName: text(),
  defaultEmail: text(),
  licenseClass: licenceClasses,
  inactiveFlag: flag,
})

export const customFieldModel = model('UserDefinedField', {
  podId: int,
  screenId: text(25),
  caption: text(25),
  sequenceNumber: int,
  helpText: text(1000),
  fieldTypeIdentifier: text(),
  numberDecimals: int,
  entryTypeIdentifier: text(),
  requiredFlag: flag,
  displayOnScreenFlag: flag,
  readOnlyFlag: flag,
  listViewFlag: flag,
  options: list,
  locationIds: list,
  businessUnitIds: list,
})

export const customizeItemModel = model('MySecurityCustomizeItem', {
  customizeIdentifier: text(),
  itemIdentifier: text(),
})

export const securityModel = model('MySecurity', {
  addLevel: levels,
  editLevel: levels,
  deleteLevel: levels,
  inquireLevel: levels,
  moduleName: text(),
  moduleIdentifier: text(),
  moduleDescription: text(),
  moduleFunctionName: text(),
  moduleFunctionIdentifier: text(),
  moduleFunctionDescription: text(),
  myAllFlag: flag,
  sortOrder: int,
  member: toMember,
})
