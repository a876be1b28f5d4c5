// Fault profiles of a login that fails: each way a wrong key, client id, company or address has been seen to answer.
import {
  cannotRoute,
  forbiddenAnswer,
  jsonAnswer,
  noClientId,
  noEndpoint,
  plainText,
  refusalAnswer,
  unauthorizedAnswer,
} from '../../../main/demo/answers.ts'
import { apiPath, droppedConnection, type Fault, onApi, webPage, withJson } from './fault.ts'

const clientId = 'The clientId header is missing or not valid.'

export const rejections = {
  'keys-401': { about: 'the keys are refused with 401 Unauthorized', answer: onApi(unauthorizedAnswer) },
  'keys-404': {
    about: 'the keys are refused with 404, as the cloud sometimes does',
    answer: onApi(noEndpoint),
  },
  'keys-dropped': {
    about: 'the connection is cut instead of refusing the keys',
    answer: onApi(droppedConnection),
  },
  'not-authenticated': {
    about: 'a self-hosted server says UserNotAuthenticated',
    answer: onApi(() => refusalAnswer(401, 'ConnectWiseApi', 'UserNotAuthenticated')),
  },
  'cannot-route': {
    about: 'the cloud gateway says "Cannot route" in plain text',
    answer: onApi(cannotRoute),
  },
  'company-unknown': {
    about: 'company info answers null',
    answer: ({ api }, next) => (api ? next() : jsonAnswer(null)),
  },
  'client-id-400': {
    about: 'the client ID is refused with 400',
    answer: onApi(noClientId),
  },
  'client-id-401': {
    about: 'the client ID is refused with 401',
    answer: onApi(() => refusalAnswer(401, 'Unauthorized', clientId)),
  },
  'client-id-403': {
    about: 'the client ID is refused with 403',
    answer: onApi(() => refusalAnswer(403, 'Security', clientId)),
  },
  'client-id-text': {
    about: 'the client ID is refused with plain text',
    answer: onApi(() => plainText('Cannot find clientId in the request header.', 400)),
  },
  'role-denied': {
    about: 'the role allows nothing: 403 Security everywhere',
    answer: onApi(forbiddenAnswer),
  },
  'ssl-required': {
    about: 'the address lacks api-: "SSL is required"',
    answer: onApi(() => refusalAnswer(403, 'Security', 'SSL is required.')),
  },
  'web-page': {
    about: 'every address answers with a web page and 200',
    answer: () => webPage('Sign in', 200),
  },
  'web-page-404': {
    about: 'every address answers with a web page and 404',
    answer: () => webPage('Not found', 404),
  },
  'licence-inactive': {
    about: 'the licence is not active; everything but system/info is refused',
    answer: async ({ api, request }, next) => {
      if (!api) return next()
      if (apiPath(request) !== '/system/info') return forbiddenAnswer()
      return withJson(
        await next(),
        (info) => info && { ...info, licenseBits: [{ name: 'Service', activeFlag: false }] },
      )
    },
  },
} satisfies Record<string, Fault>
