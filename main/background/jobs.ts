// What is done beside main: pure functions and files that would hold the window up. Each gets and gives plain data.
import { readImportText } from '../files/importText.ts'
import { openBundle } from '../files/openBundle.ts'
import { packBundle } from '../files/packBundle.ts'
import { findCompanies, searchCompanies } from '../search/companyFiles.ts'
import { loadSnapshotFile, writeSnapshotFile } from '../disk/snapshotDisk.ts'

export const backgroundJobs = {
  packBundle,
  openBundle,
  readImportText,
  readSnapshot: loadSnapshotFile,
  writeSnapshot: writeSnapshotFile,
  searchCompanies,
  findCompanies,
}

export type Jobs = typeof backgroundJobs
export type JobName = keyof Jobs
export type JobAnswer<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>

/** Runs a job and waits for its end; throws what it throws. */
export type RunJob = <Name extends JobName>(
  name: Name,
  ...input: Parameters<Jobs[Name]>
) => Promise<JobAnswer<Name>>
