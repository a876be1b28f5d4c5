// The layering: every room, top to bottom, with the rooms of the same part that it may import. All may import `shared`.

type Row = readonly [room: string, mayImport: string]

export const roomTable: Readonly<Record<'main' | 'shared', readonly Row[]>> = {
  main: [
    ['boot', 'electron handlers services store background demo disk connectwise log'],
    ['electron', 'handlers services disk connectwise log'],
    ['handlers', 'services store files demo connectwise'],
    ['services', 'store background files demo disk connectwise log'],
    ['store', 'background search disk connectwise log'],
    ['background', 'search files disk'],
    ['search', 'disk'],
    ['cli', 'files disk connectwise'],
    ['files', 'disk connectwise'],
    ['demo', ''],
    ['disk', ''],
    ['log', 'mask'],
    ['connectwise', 'mask'],
    ['mask', ''],
  ],
  shared: [
    ['ipc', 'fleet files golive preview rights relationship reference connection bounds result zod'],
    ['fleet', 'files findings relationship reference connection text'],
    ['files', 'golive preview findings relationship reference connection text bounds result zod'],
    ['golive', 'preview findings relationship connection zod'],
    ['preview', 'findings relationship reference text zod'],
    ['findings', 'relationship reference connection text'],
    ['rights', 'relationship connection zod'],
    ['relationship', 'reference connection text bounds zod'],
    ['reference', 'connection text zod'],
    ['connection', 'text bounds result zod'],
    ['text', 'bounds'],
    ['bounds', ''],
    ['conflict', ''],
    ['result', ''],
    ['zod', ''],
  ],
}

/** Rooms that are entered through these files only; what else is in them is nobody's business. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  'main/connectwise/reference': ['refresh.ts'],
  'main/connectwise/tickets': ['readTickets.ts'],
  'main/demo': ['index.ts', 'sync/playSync.ts'],
  'main/handlers': ['handlers.ts', 'handlerContract.ts'],
  'main/search': ['companyFiles.ts'],
  'main/services/demo': ['demoOrganisation.ts'],
  'main/services/imports': ['importFile.ts'],
  'shared/preview/library': ['library.ts'],
}
