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
  [200, 'このページへのアクセスは制限されています', 'call-blocked'],
  [404, 'お客様の通信がブロックされました', 'call-blocked'],
  [200, '您访问的网页已被管理员拦截', 'call-blocked'],
  [200, '拒絕存取', 'call-blocked'],
  [200, '이 사이트에 대한 접속이 차단되었습니다', 'call-blocked'],
  [200, 'Доступ к ресурсу запрещён', 'call-blocked'],
  [200, 'Dostęp do tej witryny został zablokowany', 'call-blocked'],
  [200, 'Přístup na stránku byl odepřen', 'call-blocked'],
  [200, 'Åtkomst till webbplatsen nekad', 'call-blocked'],
  [200, 'Bu sayfaya erişim engellendi', 'call-blocked'],
  [200, 'Truy cập bị từ chối', 'call-blocked'],
  [503, '系统正在维护', 'maintenance'],
  [503, '서버 점검 중입니다', 'maintenance'],
  [503, 'Ведутся технические работы', 'maintenance'],
  [503, 'האתר בתחזוקה, נחזור בקרוב', 'maintenance'],
  [200, 'กำลังปรับปรุงระบบ', 'maintenance'],
  [200, 'रखरखाव के कारण बंद है', 'maintenance'],
  [200, 'سایت در دست تعمیر است', 'maintenance'],
  [200, 'Ведуться планові роботи', 'maintenance'],
  [200, 'Сайтът е в режим на поддръжка', 'maintenance'],
  [200, 'Zbog održavanja sustava nedostupno', 'maintenance'],
  [200, 'הדף שביקשת חסום לפי מדיניות', 'call-blocked'],
  [200, 'หน้าเว็บนี้ถูกระงับตามนโยบายของบริษัท', 'call-blocked'],
  [200, 'इस साइट का एक्सेस प्रतिबंधित है', 'call-blocked'],
  [200, 'دسترسی به صفحه ممنوع است', 'call-blocked'],
  [200, 'Достъпът до страницата е забранен', 'call-blocked'],
  [200, 'Pristup stranici je zabranjen', 'call-blocked'],
  [200, 'Juurdepääs veebilehele on keelatud', 'call-blocked'],
  [200, 'כניסה לרשת האורחים', 'sign-in-page'],
  [200, 'ลงทะเบียนเพื่อใช้งานอินเทอร์เน็ต', 'sign-in-page'],
  [200, 'شبكة الزوار', 'sign-in-page'],
  [200, 'Vendéghálózat', 'sign-in-page'],
  [200, 'Kirjaudu vierasverkkoon: hyväksy ehdot', 'sign-in-page'],
  [200, 'Masuk ke jaringan kantor', 'sign-in-page'],
  [200, 'שירותי תחזוקה למחשבים', 'web-page'],
  [200, 'บริการซ่อมบำรุงเครื่องพิมพ์', 'web-page'],
  [200, 'Поддръжка и сервиз', 'web-page'],
  [200, 'ネットワークにログインしてください', 'sign-in-page'],
  [200, '欢迎使用访客网络', 'sign-in-page'],
  [200, '会社案内 アクセス サイトマップ 保守サービス', 'web-page'],
  [200, '회사 소개 사이트맵 유지보수', 'web-page'],
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
