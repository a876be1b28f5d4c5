// The words by which refusals are told apart, as they were seen in public reports. Each is run on one short line only.

// A gap after a word holds that word no second time: of many only the last one is looked on from.

export const tooMany =
  /too many requests|rate limit|request limit exceeded|quota (exceeded|violation|will be|has been)|call volume quota|spike arrest|slow down/i

export const maintenance =
  /\b(under|scheduled|planned|system|emergency|undergoing|for|routine) maintenance\b|(?<!(company|member|group|product) )maintenance (mode|window|page|is|in progress|break)|down for (maintenance|an? upgrade)|being (upgraded|updated)|upgrade in progress|be back (soon|shortly|online)|app_offline/i

export const sslRequired = /\bSSL (is )?required\b/i

/** A network, firewall or account that wants a person first: guest Wi-Fi, FortiGate, Zscaler, a company's sign-on. */
export const signIn =
  /captive portal|hotspot|guest (network|wi-?fi|access|internet)|(sign|log) ?[io]n (to|with|through|on) (the|this|your|our|a) ?(\w+ ){0,2}(network|wi-?fi|wlan|internet|account|organi[sz]ation|proxy|firewall|gateway)|(network|wi-?fi|internet|wireless|firewall|proxy|web|user) (authentication|login|log ?on|sign[ -]?in|access (agreement|terms|policy))|authenticat\w{0,6} (to|with) (the )?(network|proxy|firewall|zscaler)|(internet|network) access (is )?(requires|restricted)|accept (the|our) terms|acceptable use policy|zscaler(?:(?!zscaler).){0,80}(log|sign) ?in|begin your secure session|fgtauth|fortinet.{0,60}authenticat|cloudflare access|SAMLRequest|single sign-on|network authentication required|welcome to .{0,40}wi-?fi/i

/** A page without words that sends a browser on to a sign-in: FortiGate answers so for every site. */
export const sendsToSignIn =
  /(location(\.href)? ?=|location\.replace\(|http-equiv=.?refresh.{0,60}url=) ?["']?[^"'>]{0,80}(fgtauth|captive|portal|hotspot|wlan|wi-?fi|guest|login|log_in|signin|auth)/i

/** A firewall, filter or server that refuses this computer or this call. */
export const blocked =
  /(you (have been|are|were)|has been|was|is|been) (blocked|banned|denied)|\b(web ?page|site|website|access|application|request|connection|url|page) (is |was |has been |to .{0,60} (is |has been |was ))?(blocked|denied|forbidden|rejected|not allowed|restricted)|web page blocked|web (filter|gateway) (violation|notification)|blocked (this|by|because)|access denied|(filtering|security|company) policy|security (check|policy|gateway|violation|alert)|attention required|(blocked|restricted) by (your|the) (organi[sz]ation|company|administrator)|limited by the site owner|mod_?security|fortiguard|threat prevention|requested URL was rejected/i

/** What firewalls print under anything they answer themselves, errors of the server behind them too. */
export const incidentId = /incident ID|ray ID|support ID/i

/** A server that wants to know the computer: IIS 403.7, nginx's 400. */
export const clientCertificate =
  /(ssl|client) certificate (was )?(required|sent|error)|requires? (a |an )?(ssl )?client certificate|\b403\.7\b/i

/** An answer that wants a browser to prove itself: Cloudflare, Imperva, Akamai, AWS and others give it to programs, at any status. */
export const challenge =
  /just a moment\b|checking (your|if the site).{0,40}(browser|connection)|enable JavaScript and cookies|pardon our interruption|_Incapsula_Resource|cf[-_]chl|verify(ing)? (that )?you are (a )?human|DDoS protection by|(?<!re)captcha|unusual traffic|not a robot|human verification|awswaf|sec-(cp-challenge|if-cpt)|bm-verify/i

/** IIS refuses requests by their form with 404 as well (Microsoft: HTTP status codes in IIS, 404.5 to 404.19). */
export const requestFiltering = /request filtering|\b404\.([5-8]|1\d)\b/i

/**
 * Ways to log in of which none is that of API keys, Basic: Windows authentication of an IIS (IIS.Administration, issues 173
 * and 189; insomnia, issue 3033) or of a proxy. IIS adds them to a refusal of ConnectWise's own as well.
 */
export const otherLogin =
  /^(?!.*\bbasic\b).*(\b(negotiate|ntlm|kerberos|digest|AzureApiManagementKey)\b|^key realm=|authorization_uri=)/i

export const noRoute = /Cannot route\b|Codebase\/company is invalid/i

/** Company info that knows the address and not the company. */
export const noCompany =
  /\bcompany\b(?:(?!\bcompany\b).){0,80}\b(not found|not exist|not valid|unknown|invalid)\b|\b(invalid|unknown|no such) company\b/i

/** An address list says so in JSON as well. */
export const addressNotAllowed =
  /\bIP(v[46])?( address)?\b(?:(?!\bIP).){0,44}\b(not (allowed|authori[sz]ed|permitted|(white|allow)-? ?listed|(in|on) )|blocked|denied|restricted|rejected)|not (in|on) (the |an? )?(IP )?(white|allow)-? ?list|access from \d{1,3}(\.\d{1,3}){3} .{0,20}(not allowed|denied|forbidden|restricted)/i

/** Services that sign people on for a company: their page, or one that loads something of theirs. */
export const signOnService =
  /login\.microsoftonline|\bokta(preview)?\.com|onelogin\.com|pingidentity\.com|duosecurity\.com|\/adfs\/ls|netscaler|citrix gateway/i

/** Where such a service, or a server itself, lets people sign in; company info has `login` in its path as well. */
export const signOnPlace =
  /^[^/]{0,200}(\blogin\.microsoftonline|\bokta(preview)?\.com|onelogin\.com|pingidentity\.com|duosecurity\.com|cloudflareaccess\.com|auth0\.com|^accounts\.google\.|^(sso|login|signin|auth|idp|adfs)\.)|\/(log-?in(?!\/companyinfo\b)|log-?on|sign-?in|sign-?on|sso|saml2?|oauth2?|adfs|authorize)\b/i

/** What a cloud's gateway says of a rule of its own. */
export const gatewayRule = /execute-api:|with an explicit deny|RBAC: access denied/i

/** A proxy that could not get any further (Squid, Blue Coat, McAfee, Cisco), and a cloud's front whose server is down. */
export const unreachedBehind =
  /requested URL could not be retrieved|network error \((dns|tcp|gateway|ssl)_|(dns|host name|hostname) (resolution|lookup).{0,80}fail|proxy (server )?could not connect|(web|secure) gateway - notification/i
/** Squid names its error in a header, whatever the language of its page (Squid wiki, X-Squid-Error). */
export const squidError = /^ERR_(?!ACCESS_DENIED|CACHE_ACCESS_DENIED)/
export const downBehind =
  /services aren.t available|\b(web ?app|site|server|service|application) is (\w{1,20} )?(stopped|down|unavailable|offline)\b/i

/** A filter's own host, where it sends what it refuses (Cisco Umbrella and others), or a place of one on any host. */
export const blockHost = /^(block|blocked|blockpage|deny|denied)\b/i
export const blockPlace =
  /\/(block|blocked|block-?_?page|denied|access-?_?denied)\b|usercheck|blocked_url=|captcha|perfdrive/i

/** The same where a page only frames it. */
export const blockFrame = /\bblockpage\b|usercheck\/portal/i

/** Where a redirect goes that a guest network, a firewall or a maintenance makes of any address. */
export const captivePortal =
  /captive|hotspot|\bsplash\b|fgtauth|wispr|network-?auth|web-?auth|\bguest\b|wi-?fi|\bwlan\b|zscaler|zscloud|\/php\/uid\.php|my\.policy|\/vpn\/|logonpoint|dana-na/i
export const privateAddress =
  /^(10\.|192\.168\.|192\.0\.2\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|1\.1\.1\.1$)/
export const maintenancePlace =
  /maintenance|wartung|mantenimiento|manutenzione|manutencao|onderhoud|app_offline|\bsorry\b|\boutage|out-?of-?service/i

/** What a list cannot be filtered or projected by. */
export const badCondition =
  /^ApiFindCondition\b|is not a recogni[sz]ed (name|field)|needs? (single or double )?quotes|Enum value supplied was invalid/i

export const clientId =
  /\bclient ?[-_]? ?id\b|\bclientId\b|x-cw-clientid|\bintegration (client )?(id|identifier|guid)\b/i
export const cannot = /^\s*Cannot (?!route)/i

export const missingRight =
  /security permission|\bneeds? (the )?permission|(not|n't) have (the )?(permission|right|access|privilege|authori[sz]ation)|insufficient (permission|privilege|right|access)|permission (denied|required)|not (permitted|authori[sz]ed) to|no permission|lacks? (the )?(permission|right)/i

export const keysRejected =
  /\bUnauthori[sz]ed\b|UserNotAuthenticated|not authenticated|invalid (\w{1,20} ){0,2}(credentials?|login|log-in|password|user ?name|api ?key|(public|private)(\/private)?( |-)?keys?|keys?\b)|^ ?invalid (\w{1,20} )?token\.?$|incorrect (\w{1,20}[ /]){0,3}(credentials?|login|password|keys?)|(user ?name|password|credentials?|keys?|token)( or (\w{1,20} )?(password|keys?|token))? (is|are|was|were) (incorrect|invalid|wrong|expired|unknown|not (valid|correct|accepted|recogni[sz]ed|found))|(token|password|keys?|credentials?) (has |have )?expired|authentication (failed|failure|required|error|was unsuccessful)|authori[sz]ation (has been denied|failed|header (is )?(invalid|missing))|(log ?in|log ?on|sign[ -]?in) (failed|failure|attempt)|could not (be )?(authenticated?|log in|verify credentials)|failed to authenticate|bad credentials|wrong (password|keys?|credentials?)|(member|user|account|integrator) (\w{1,20} )?(is |has been |was )?(inactive|disabled|locked( out)?|expired|not active)/i

/** The most rows a page may have, where fewer than were asked for: "The field pageSize must be between 1 and 100." (PSConnectWise, issue 2). */
export function pageLimitIn(words: string, asked: number): number | null {
  if (!/page[ _-]?size|(rows|records|items|results) per page/i.test(words)) return null
  const numbers = [...words.matchAll(/\b\d{2,4}\b/g)].map(Number).filter((number) => number < asked)
  return numbers.length === 0 ? null : Math.max(...numbers)
}

/** Names of fields and members in messages about them. */
const refusedNames: readonly RegExp[] = [
  // The name is looked for backwards, once the words behind it are found.
  / is not a recogni[sz]ed (?:name|field)(?<=([\w/.]{1,100})['"]? is not a recogni[sz]ed (?:name|field))/i,
  /could not find member ['"]?([\w/.]{1,100})/i,
  /(?:unknown|invalid|unrecogni[sz]ed) (?:field|member|column|property)(?: name)? ?:? ?['"]?([\w/.]{1,100})/i,
]

/** The field or member a message refuses, empty where it names none. */
export const refusedNameIn = (words: string): string =>
  refusedNames.flatMap((pattern) => pattern.exec(words)?.[1] ?? [])[0] ?? ''

export const version =
  /check your accept header|correct version|(api|requested|accept\w{0,3}|unsupported|invalid|unknown|specified) ?-?version|version .{0,60}(not|in|un|isn.t|no longer) ?(supported|valid|available|exist|found|recogni[sz]ed|known|allowed)|not (support|recogni[sz]e|accept) .{0,40}version|UnsupportedApiVersion|vnd\.connectwise/i

/** The server's own database and files, whose login and rights are nobody's keys (SQL Server errors 4060 and 18456, ASP.NET). */
export const ownError =
  /login failed for user|cannot open database|SqlException|connection string|access to the path|could not load file or assembly|(compilation|runtime) error/i

/** The server's own database or gateway gave up. */
export const serverTimeout = /time-?out (expired|period|exceeded|reached)|timed? ?-?out|deadlock/i
