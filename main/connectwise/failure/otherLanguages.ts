// What pages of maintenance, filters and guest networks say in other languages than English. Read without accents, in small letters.

/** Phrases, because a firm's own page may name the word alone among what it sells. */
export const maintenanceAbroad =
  /wartungs(arbeiten|modus|fenster|seite|pause)|\b(in|wegen) wartung\b|gewartet|\b(en|pour) maintenance\b|maintenance (en cours|programmee|planifiee)|(en|por|tareas de) mantenimiento\b|mantenimiento programado|in manutenzione|manutenzione (programmata|in corso)|em manutencao|manutencao programada|(in|gepland|wegens) onderhoud\b|onderhouds(werk|modus)|planerat underhall|(prace|przerwa) techniczn|vedligeholdelse|vedlikehold|huoltokatko|(probiha|planovana) udrzba|メンテナンス(中|のため)|(系统)?维护中|維護中|^ ?(wartung|mantenimiento|manutenzione|manutencao|onderhoud)\b/i

export const blockedAbroad =
  /(zugriff|zugang) (\w{1,20} ){0,6}(verweigert|gesperrt|blockiert)|(web)?seite (\w{1,20} ){0,3}(gesperrt|blockiert)|acces (\w{1,20} ){0,6}(refuse|interdit|bloque)|(site|page)( web)? (\w{1,20} )?(est )?(bloque|interdit)|(acceso|acesso) (\w{1,20} ){0,6}(denegado|negado|prohibido|bloquead|restringid)|(sitio|pagina|site)( web)? (\w{1,20} ){0,3}bloquead|accesso (\w{1,20} ){0,6}(negato|bloccato|vietato)|(sito|pagina)( web)? (\w{1,20} )?bloccat|toegang (\w{1,20} ){0,4}(geweigerd|geblokkeerd)|(web)?(site|pagina) (\w{1,20} ){0,2}geblokkeerd/i

export const signInAbroad =
  /gast-?(wlan|wi-?fi|netz)|wlan-?(anmeldung|zugang)|(netzwerk|internet|proxy|firewall)-?(anmeldung|zugang)|nutzungsbedingungen (\w{1,20} ){0,3}(akzeptieren|zustimmen)|akzeptieren sie (die|unsere) nutzungsbedingungen|portail captif|(reseau|wi-?fi) (des )?invites?\b|(connectez|identifiez)-vous (\w{1,20} ){0,2}(reseau|wi-?fi|wifi|internet)|portal (cautivo|cativo)|(red|rede) (wi-?fi )?(de|para) (invitados|convidados|visitantes)|(acepte|aceite) (los|os) term|rete (wi-?fi )?(per gli )?ospiti|accetta i termini|gasten(netwerk|-?wi-?fi)|gastnetwerk|accepteer de voorwaarden/i
