// What a command says about a place in a file, in the one shape from which every format for pipelines is written.

export type AnnotationLevel = 'error' | 'warning' | 'note'

export type Annotation = {
  level: AnnotationLevel
  /** The stable code: the rule of SARIF. */
  code: string
  /** What is said, in sentences. */
  message: string
  /** As it was given on the command line. */
  file: string
  /** From 1. */
  line: number
}

/** One case of a test report: passed, or failed with a reason. */
export type TestCase = {
  name: string
  /** What the case belongs to: the file. */
  group: string
  failure: { message: string; text: string } | null
  /** What else there is to say, empty for nothing. */
  output: string
}
