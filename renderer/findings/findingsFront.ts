// What other rooms use of findings: the panel, the steps still to choose, and the way from one to the next.
export { ChooseFirst } from './ChooseFirst.tsx'
export { firstToChoose, splitFindings, choosingSteps } from './choosing.ts'
export { FindingsPanel } from './FindingsPanel.tsx'
export { useNextFinding } from './useNextFinding.ts'
export { useVisits } from './useVisits.ts'
