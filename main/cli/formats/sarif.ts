// SARIF 2.1.0 (OASIS): what code hosts show beside the lines of a file.
import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import product from '../../../package.json' with { type: 'json' }
import type { Annotation } from './annotation.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'

/** A file as a reference to its address: relative ones stay so, because a pipeline looks for them in its repository. */
const uriOf = (file: string): string => {
  if (isAbsolute(file)) return pathToFileURL(file).href
  const segments = file
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .split('/')
  return segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/')
}

/** `status-not-on-board` as people read it. */
const titleOf = (code: string): string =>
  `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`

/** The log of one run: every rule that fired once, every annotation as a result. */
export function sarifLog(annotations: readonly Annotation[]): unknown {
  const codes = [...new Set(annotations.map(({ code }) => code))]
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: product.productName,
            version: product.version,
            rules: codes.map((id) => ({ id, shortDescription: { text: titleOf(id) } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: annotations.map(({ code, level, message, file, line }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: { startLine: line },
              },
            },
          ],
        })),
      },
    ],
  }
}
