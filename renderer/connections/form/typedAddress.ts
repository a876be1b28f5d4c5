// What the form says about a typed site while it is typed: the base URL it leads to, or why it cannot be used.
import { parseSite } from '../../../shared/connection/siteAddress.ts'

type Reading = { baseUrl: string; problem: null } | { baseUrl: null; problem: string }

const refuse = (problem: string): Reading => ({ baseUrl: null, problem })

/**
 * Reads a pasted site. The path is the one every ConnectWise answers on (ConnectWise Developer Guide, "Cloud URLs");
 * the company's own release is known only once company info was read, so a test may name a longer-lived one.
 */
export function readAddress(site: string): Reading {
  if (site.trim() === '') return refuse('Enter the site, for example na.myconnectwise.net.')
  const address = parseSite(site)
  if (!address) return refuse('No host can be read from this. Enter it like na.myconnectwise.net.')
  if (address.scheme === 'http' && address.hostname !== '127.0.0.1')
    return refuse('With http the keys would travel in the open. Use https.')
  return { baseUrl: `${address.scheme}://${address.host}/v4_6_release/apis/3.0`, problem: null }
}

/** Whether an address lies on this computer, so that no network is needed to reach it. */
export const isLocal = (site: string): boolean => parseSite(site)?.hostname === '127.0.0.1'
