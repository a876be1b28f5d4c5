// What pages of maintenance, filters and guest networks say in other languages than English.
import { fold } from '../../../shared/text/fold.ts'

/** One pattern of several, folded like the words it is run on: without accents, the letters of Japan and Korea taken apart. */
const anyOf = (...languages: readonly RegExp[]): RegExp =>
  new RegExp(languages.map(({ source }) => fold(source)).join('|'), 'i')

/** Phrases, because a firm's own page may name the word alone among what it sells. */
export const maintenanceAbroad = anyOf(
  /wartungs(arbeiten|modus|fenster|seite|pause)|\b(in|wegen) wartung\b|gewartet/i,
  /\b(en|pour) maintenance\b|maintenance (en cours|programmée|planifiée)/i,
  /(en|por|tareas de) mantenimiento\b|mantenimiento programado|em manutenção|manutenção programada/i,
  /in manutenzione|manutenzione (programmata|in corso)|(în|lucrări de) mentenanță/i,
  /(in|gepland|wegens) onderhoud\b|onderhouds(werk|modus)/i,
  /(planerat|pågående) underhåll|underhållsarbete|vedligeholdelse|vedlikehold|huolto(katko|tauko|työ)/i,
  /(prace|przerwa) techniczn|prace konserwacyjne|(probíhá|plánovaná) údržba|karbantartás (alatt|miatt)/i,
  /(технические|профилактические|технічні) работи?ы?|техническо[ем] обслуживани|(υπό|εργασίες) συντήρησης?|bakım(dayız| çalışması| modu)/i,
  /メンテナンス(中|のため|作業|を実施)|保守(作業)?中|(系统|系統|服务器|伺服器|正在).{0,6}(维护|維護|升级|升級)|(维护|維護)中|(시스템|서버|정기) ?점검|점검 ?중/i,
  /(تحت|قيد|أعمال) الصيانة|(đang|hệ thống) bảo trì|(dalam|sedang) (pemeliharaan|perbaikan)/i,
  /^ ?(wartung|mantenimiento|manutenzione|manutenção|onderhoud)\b/i,
)

export const blockedAbroad = anyOf(
  /(zugriff|zugang) (\w{1,20} ){0,6}(verweigert|gesperrt|blockiert)|(web)?seite (\w{1,20} ){0,3}(gesperrt|blockiert)/i,
  /accès (\w{1,20} ){0,6}(refusé|interdit|bloqué)|(site|page)( web)? (\w{1,20} )?(est )?(bloqué|interdit)/i,
  /(acceso|acesso) (\w{1,20} ){0,6}(denegado|negado|prohibido|bloquead|restringid)|(sitio|página|site)( web)? (\w{1,20} ){0,3}bloquead/i,
  /accesso (\w{1,20} ){0,6}(negato|bloccato|vietato)|(sito|pagina)( web)? (\w{1,20} )?bloccat|accesul (\w{1,20} ){0,6}(refuzat|interzis|blocat)/i,
  /toegang (\w{1,20} ){0,4}(geweigerd|geblokkeerd)|(web)?(site|pagina) (\w{1,20} ){0,2}geblokkeerd/i,
  /(åtkomst|tillträde)(en)? (\w{1,20} ){0,4}(nekad|nekas|blockera|förbjud)|(sidan|webbplatsen) (\w{1,20} ){0,3}blockera/i,
  /(adgang|tilgang)(en)? (\w{1,20} ){0,4}(nægtet|nektet|afvist|avvist|blok)|(siden|webstedet|nettstedet) (\w{1,20} ){0,3}blok|pääsy (\w{1,20} ){0,4}(evätty|estetty|kielletty)|sivu(sto)? (\w{1,20} ){0,3}estetty/i,
  /odmowa dostępu|(dostęp|strona|witryna) (\w{1,20} ){0,6}(zablokowan|zabronion|ograniczon)|(přístup|prístup|stránka) (\w{1,20} ){0,6}(odepřen|zamítnut|odmietnut|zakázán|zablokov|blokov)|(hozzáférés|oldal) (\w{1,20} ){0,4}(megtagadva|letiltva|blokkol)/i,
  /(доступ|сайт|страница|сторінка).{0,40}(запрещ|заборонен|заблок|ограничен|обмежен|отклон)|(πρόσβαση|σελίδα).{0,30}(απαγορ|αποκλ|μπλοκ)|δεν επιτρέπεται η πρόσβαση|erişim.{0,20}(engellen|reddedil|yasak)/i,
  /(アクセス|閲覧|ページ|サイト|通信|接続)(?:(?!閲覧|通信|接続|サイト|ページ).){0,20}(拒否|禁止|制限|遮断|ブロック)/i,
  /(访问|网页|网站|页面|请求|连接|訪問|存取|網頁|網站|連線)(?:(?!访问|网页|网站|页面|请求|连接|訪問|存取|網頁|網站|連線).){0,20}[被遭已受].{0,8}(拒|禁止|阻止|拦截|屏蔽|限制|封鎖|阻擋|攔截)|(拒绝|拒絕|禁止)(访问|訪問|存取)/i,
  /(접근|접속|액세스|사이트|페이지)(?:(?!접근|접속|사이트|페이지).){0,40}(차단|거부|제한|금지)/i,
  /تم (حجب|رفض|حظر)|(الوصول|الموقع).{0,20}(محظور|مرفوض|ممنوع|محجوب)|truy cập.{0,20}(từ chối|bị chặn|bị cấm)|akses.{0,20}(ditolak|diblokir)/i,
)

export const signInAbroad = anyOf(
  /gast-?(wlan|wi-?fi|netz)|wlan-?(anmeldung|zugang)|(netzwerk|internet|proxy|firewall)-?(anmeldung|zugang)|nutzungsbedingungen (\w{1,20} ){0,3}(akzeptieren|zustimmen)|akzeptieren sie (die|unsere) nutzungsbedingungen/i,
  /portail captif|(réseau|wi-?fi) (des )?invités?\b|(connectez|identifiez)-vous (\w{1,20} ){0,2}(réseau|wi-?fi|wifi|internet)/i,
  /portal (cautivo|cativo)|(red|rede) (wi-?fi )?(de|para) (invitados|convidados|visitantes)|(acepte|aceite) (los|os) term/i,
  /rete (wi-?fi )?(per gli )?ospiti|accetta i termini|gasten(netwerk|-?wi-?fi)|gastnetwerk|accepteer de voorwaarden/i,
  /gästnätverk|gæstenetværk|gjestenett|sieć (\w{1,20} )?dla gości|zaloguj się do sieci|misafir (ağı|wi-?fi)/i,
  /(войдите|вход|авторизация) (\w{1,20} )?в (сеть|сети|wi-?fi|интернет)|гостев(ая|ой) (сеть|wi-?fi)/i,
  /(ネットワーク|インターネット|wi-?fi|無線lan).{0,20}(ログイン|認証)|ゲスト用?(ネットワーク|wi-?fi)|利用規約に同意/i,
  /(网络|網路|上网|上網|无线|無線).{0,6}(认证|認證|登录|登入)|(访客|訪客)(网络|網路|wi-?fi)|(네트워크|인터넷|와이파이|wi-?fi).{0,20}(로그인|인증)|게스트 ?(네트워크|와이파이)/i,
)
