// What pages of maintenance, filters and guest networks say in other languages than English.
import { fold } from '../../../shared/text/fold.ts'

/** One pattern of several, folded like the words it is run on: without accents and capitals (so none of `\S` and its like), the letters of Japan and Korea taken apart. */
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
  /(технические|профилактические) работы|(технічні|профілактичні|планові) роботи|техническо[ем] обслуживани|технічн[^ ]{1,5} обслуговуванн/i,
  /(в процес на|режим на|под|планова) поддръжка|(u tijeku|u toku|planirano|zbog|radi) održavanj|održavanj[^ ]{0,2} (sustava|sistema|u tijeku|u toku)|vzdrževalna dela|prebieha údržba|у току је одржавање/i,
  /(υπό|εργασίες|λόγω) συντήρησης?|συντήρηση (του )?(συστήματος|ιστοσελίδας|σε εξέλιξη)|bakım(dayız| çalışması| modu)|techniniai darbai|hooldustööd|notiek apkope|en manteniment\b/i,
  /メンテナンス(中|のため|作業|を実施)|保守(作業)?中|(系统|系統|服务器|伺服器|正在).{0,6}(维护|維護|升级|升級)|(维护|維護)中|(시스템|서버|정기) ?점검|점검 ?중/i,
  /(تحت|قيد|أعمال) الصيانة|در (دست|حال) (تعمیر|ب.{0,2}روز.?رسانی)|تعمیر و نگهداری|(đang|hệ thống) bảo trì|(dalam|sedang) (pemeliharaan|perbaikan|penyelenggaraan)/i,
  /(עבודות|לצורך|עקב|לרגל|מצב) תחזוקה|(?<![א-ת])בתחזוקה|תחזוקה (מתוכננת|שוטפת|תקופתית)/i,
  /(ปิด|ระหว่าง|กำลัง|ช่วง)(การ)?(ปรับปรุง|บำรุงรักษา|ซ่อมบำรุง)|(ปรับปรุง|บำรุงรักษา)ระบบ/i,
  /(रखरखाव|अनुरक्षण) (जारी|के अधीन|के लिए|के कारण|चल रहा|मोड)|(निर्धारित|अनुसूचित|नियोजित) (रखरखाव|अनुरक्षण)/i,
  /^ ?(wartung|mantenimiento|manutenzione|manutenção|onderhoud|održavanje)\b|^ ?профилактика( |$)/i,
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
  /(アクセス|閲覧|ページ|サイト|通信|接続)(?:(?!アクセス|閲覧|ページ|サイト|通信|接続).){0,20}(拒否|禁止|制限|遮断|ブロック)/i,
  /(访问|网页|网站|页面|请求|连接|訪問|存取|網頁|網站|連線)(?:(?!访问|网页|网站|页面|请求|连接|訪問|存取|網頁|網站|連線).){0,20}[被遭已受].{0,8}(拒|禁止|阻止|拦截|屏蔽|限制|封鎖|阻擋|攔截)|(拒绝|拒絕|禁止)(访问|訪問|存取)/i,
  /(접근|접속|액세스|사이트|페이지)(?:(?!접근|접속|액세스|사이트|페이지).){0,40}(차단|거부|제한|금지)/i,
  /تم (حجب|رفض|حظر)|(الوصول|الموقع).{0,20}(محظور|مرفوض|ممنوع|محجوب)|truy cập.{0,20}(từ chối|bị chặn|bị cấm)|akses.{0,20}(ditolak|diblokir|disekat)/i,
  /(достъп|страница).{0,30}(блокиран|забранен|отказан|ограничен)|(pristup|dostop|stranic).{0,30}(blokiran|zabranjen|odbijen|onemogućen|zavrnjen|prepovedan|onemogočen)|(приступ|страниц).{0,30}(блокиран|забрањен|одбијен)/i,
  /(prieiga|svetainė) ([^ ]{1,20} ){0,4}(užblokuota|uždrausta)|piekļuve ([^ ]{1,20} ){0,4}(liegta|bloķēta)|juurdepääs ([^ ]{1,20} ){0,4}(keelatud|blokeeritud)|accés ([^ ]{1,20} ){0,4}(denegat|bloquejat)/i,
  /(הגישה|האתר|אתר זה|הדף|הבקשה).{0,30}(נחסמ|נחסם|חסומ|חסום|נדחתה|נדחה|אסורה)|חסימת (אתר|גישה)/i,
  /(การเข้าถึง|เว็บไซต์|หน้าเว็บ|คำขอ)(?:(?!การเข้าถึง|เว็บไซต์|หน้าเว็บ|คำขอ).){0,40}ถูก(บล็อก|ปิดกั้น|ระงับ|ปฏิเสธ|ห้าม|จำกัด)|(ปฏิเสธ|ไม่อนุญาต)(ให้|การ)?เข้าถึง/i,
  /(पहुँच|पहुंच|एक्सेस|वेबसाइट|साइट|पृष्ठ|पेज|अनुरोध).{0,30}(अवरुद्ध|ब्लॉक|अस्वीकृत|अस्वीकार|निषिद्ध|प्रतिबंधित)/i,
  /(دسترسی|سایت|صفحه).{0,30}(مسدود|فیلتر|ممنوع|غیر.?مجاز|محدود شده)/i,
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
  /(увійдіть|вхід|авторизація) ([^ ]{1,20} )?(в|у|до) (мереж|wi-?fi|інтернет)|гостьов(а|ої|ій) (мереж|wi-?fi)|(συνδεθείτε|σύνδεση|είσοδος) (στο|με το) ([^ ]{1,20} )?(δίκτυο|wi-?fi|διαδίκτυο|internet)|δίκτυο επισκεπτών|αποδεχτείτε τους όρους/i,
  /(přihlaste se|přihlášení|prihláste sa|prihlásenie) ([^ ]{1,20} )?(k|do) (sít|siet|wi-?fi|internet)|síť pro hosty|sieť pre hostí|(hálózat|wi-?fi|internet)[^ ]{0,10} ([^ ]{1,20} ){0,3}(bejelentkez|jelentkezzen)|vendég(hálózat|-?wi-?fi| hálózat)|fogadja el a ([^ ]{1,20} )?feltételeket/i,
  /(conecta|autentific)[^ ]{0,10} (la|în) ([^ ]{1,20} )?(rețea|internet|wi-?fi)|rețea(ua)? (pentru )?(oaspeți|vizitatori)|acceptați termenii|kirjaudu (sisään )?([^ ]{1,20} )?(verkkoon|internetiin|wi-?fi)|vieras(verkko|-?wi-?fi)|vierailijaverkko|hyväksy (käyttö)?ehdot/i,
  /(masuk|login|terhubung) ke (jaringan|rangkaian|wi-?fi|internet)|(jaringan|wi-?fi) tamu|setujui (syarat|ketentuan)|(đăng nhập|kết nối) (vào )?(mạng|wi-?fi|internet)|(mạng|wi-?fi) (dành cho )?khách/i,
  /(תחבר|היכנס|כניסה|התחברות) ל(רשת|אינטרנט|-?wi-?fi)|רשת (ה)?אורחים|(אישור|קבלת|לאשר את) תנאי השימוש|(تسجيل الدخول|الدخول) (إلى|الى) (ال)?(شبكة|إنترنت|واي)|شبكة (الضيوف|الزوار)|ورود به (شبکه|اینترنت|وای)|شبکه مهمان/i,
  /(เข้าสู่ระบบ|ลงชื่อเข้าใช้|ยืนยันตัวตน|ลงทะเบียน).{0,20}(เครือข่าย|อินเทอร์เน็ต|wi-?fi|ไวไฟ)|(เครือข่าย|wi-?fi)สำหรับ(แขก|ผู้มาเยือน)|(नेटवर्क|वाई-?फ़?ाई|wi-?fi|इंटरनेट).{0,30}(लॉग ?इन|साइन ?इन)|अतिथि (नेटवर्क|wi-?fi)/i,
)
