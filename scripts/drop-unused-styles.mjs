// Takes out of the built style sheets the rules of library components that no script of the window makes.
import { parse } from 'postcss'

/** Mantine names the classes of each component by a hash of its own, the same in its scripts and its style sheet. */
const libraryClass = /\bm_[0-9a-f]{6,8}\b/g
const classesIn = (text) => text.match(libraryClass) ?? []

/** A Vite plugin: the library's style sheet holds all of its components, half of which the window has no use for. */
export const dropUnusedStyles = () => ({
  name: 'drop-unused-styles',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = Object.values(bundle)
    const made = new Set(files.flatMap((file) => (file.type === 'chunk' ? classesIn(file.code) : [])))
    const isUsed = (selector) => classesIn(selector).every((name) => made.has(name))
    for (const file of files) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
      const sheet = parse(String(file.source))
      sheet.walkRules((rule) => {
        const used = rule.selectors.filter(isUsed)
        if (used.length === 0) rule.remove()
        else if (used.length < rule.selectors.length) rule.selectors = used
      })
      sheet.walkAtRules((rule) => {
        if (rule.nodes?.length === 0) rule.remove()
      })
      file.source = sheet.toString()
    }
  },
})
