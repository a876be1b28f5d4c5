// Pages in the language of whoever runs the network: maintenance, filters and guest networks are told apart all the same.
import { expect, it } from 'vitest'
import { refusedFailure } from '../../../../../main/connectwise/failure/refusal.ts'

function judged(status: number, body: string) {
  const answer = { status, text: body, headers: new Headers(), url: 'https://psa.example.test/x', now: 0 }
  return refusedFailure(answer, { host: 'psa.example.test', companyId: 'acme', mask: (text) => text })
}

it.each([
  [503, 'Wartungsarbeiten bis 18 Uhr', 'maintenance'],
  [503, 'Das System befindet sich im Wartungsmodus', 'maintenance'],
  [200, 'Wartung', 'maintenance'],
  [200, 'Le site est actuellement en maintenance', 'maintenance'],
  [503, 'Estamos en mantenimiento', 'maintenance'],
  [503, 'Em manuten&ccedil;&atilde;o', 'maintenance'],
  [503, 'Sito in manutenzione', 'maintenance'],
  [503, 'Gepland onderhoud', 'maintenance'],
  [503, 'メンテナンス中です', 'maintenance'],
  [503, 'Siden er nede på grund af vedligeholdelse', 'maintenance'],
  [503, 'Probíhá údržba', 'maintenance'],
  [200, 'Zugriff auf diese Seite verweigert', 'call-blocked'],
  [200, "L'acc&egrave;s &agrave; ce site web est bloqu&#233;", 'call-blocked'],
  [200, 'El acceso a esta página ha sido bloqueado', 'call-blocked'],
  [200, 'Accesso negato', 'call-blocked'],
  [200, 'Deze website is geblokkeerd', 'call-blocked'],
  [200, 'Willkommen im Gast-WLAN', 'sign-in-page'],
  [200, 'Portail captif', 'sign-in-page'],
  [200, 'Acepte los términos para conectarse', 'sign-in-page'],
  [200, 'Unsere Leistungen: Beratung, Wartung, Schulung', 'web-page'],
  [200, 'Servicios de mantenimiento para su empresa', 'web-page'],
])('%i %j is %s', (status, words, code) => {
  expect(judged(status, `<html><body>${words}</body></html>`)).toMatchObject({ code })
})

it('are quoted with their letters', () => {
  expect(
    judged(503, '<h1>Acc&egrave;s refus&eacute;</h1> &lt;1&#50;&gt; &nosuch; &constructor;'),
  ).toMatchObject({
    said: 'Accès refusé <12> &nosuch; &constructor;',
  })
})
