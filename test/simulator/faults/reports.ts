// Fault profiles of further public reports: sizes and times that are refused, and what stands before ConnectWise for a while.
import { invalidObject, problemAnswer, refusalAnswer } from '../../../main/demo/answers.ts'
import { apiPath, type Fault, onApi, webPage } from './fault.ts'

/** Sends every API request on, and leaves company info alone. */
const sentOn = (location: string): Fault['answer'] =>
  onApi(() => new Response(null, { status: 302, headers: { location } }))

const mostRows = 100

/** Old releases refuse what newer ones cut (PSConnectWise, issue 2). */
const sizeRefused: Fault['answer'] = ({ request, api }, next) =>
  api && Number(new URL(request.url).searchParams.get('pageSize') ?? 0) > mostRows
    ? invalidObject('PageSize', [
        problemAnswer(
          'PageSize',
          'OutOfRange',
          `The field pageSize must be between 1 and ${mostRows}.`,
          'pageSize',
        ),
      ])
    : next()

/** A value the server cannot read makes it fail (ConnectWiseManageAPI, issue 1). */
const timeRefused: Fault['answer'] = ({ request, api }, next) =>
  api && /lastUpdated/i.test(new URL(request.url).searchParams.get('conditions') ?? '')
    ? refusalAnswer(500, 'ConnectWiseApi', 'String was not recognized as a valid DateTime.')
    : next()

/** Only page numbers are known: releases before 2018.5, and proxies that take the header away. */
const numbersOnly: Fault['answer'] = ({ request }, next) => {
  const asked = new Request(request)
  asked.headers.delete('pagination-type')
  return next(asked)
}

export const reports = {
  'page-size-100': { about: 'more than 100 rows at once are refused with 400', answer: sizeRefused },
  'time-500': { about: 'conditions on lastUpdated fail with 500', answer: timeRefused },
  'numbers-only': { about: 'pages are given by number only', answer: numbersOnly },
  challenge: {
    about: 'every API request gets the page that checks browsers, and 503',
    answer: onApi(() => webPage('Just a moment...', 503, { server: 'cloudflare' })),
  },
  portal: {
    about: 'every API request is sent on to the portal of a guest network',
    answer: sentOn('http://192.168.1.1:8880/guest/s/default/'),
  },
  'maintenance-moved': {
    about: 'every API request is sent on to a page about maintenance',
    answer: sentOn('https://status.example.test/maintenance'),
  },
  'member-inactive': {
    about: 'the API member of the keys is not active: 401 in those words',
    answer: onApi(() => refusalAnswer(401, 'Unauthorized', 'Member is inactive.')),
  },
  'error-200': {
    about: 'members are an error of ASP.NET with 200',
    answer: ({ request, api }, next) =>
      api && apiPath(request).startsWith('/system/members')
        ? Response.json({ Message: 'An error has occurred.' })
        : next(),
  },
} satisfies Record<string, Fault>
