import os from 'node:os'
import { type Measure, median } from './measure'

/** A table for people: median, range, target, floor, and how many times the floor. */
export function formatTable(name: string, measures: Measure[]): string {
  const head = ['measure', 'median', 'lowest-highest', 'runs', 'target', 'floor', 'ratio']
  const rows = [head, ...measures.map(rowOf)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const floors = measures.flatMap(({ label, floor }) =>
    floor ? [`floor of "${label}": ${floor.label}`] : [],
  )
  return [
    `${name} on ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}`,
    '',
    ...lines,
    '',
    ...floors,
  ].join('\n')
}

function rowOf({ label, unit, values, target, floor }: Measure): string[] {
  const range = `${round(Math.min(...values))}-${round(Math.max(...values))}`
  const goal = target === undefined ? '' : `${median(values) <= target ? 'met' : 'MISSED'} (<= ${target})`
  const low = floor ? median(floor.values) : undefined
  const ratio = low ? `${(median(values) / low).toFixed(1)}x` : ''
  const floorCell = low === undefined ? '' : `${round(low)} ${unit}`
  return [label, `${round(median(values))} ${unit}`, range, String(values.length), goal, floorCell, ratio]
}

/** The same for machines. */
export function toJson(name: string, measures: Measure[]) {
  return {
    bench: name,
    cores: os.cpus().length,
    load: os.loadavg()[0],
    measures: measures.map(({ floor, ...measure }) => {
      const middle = median(measure.values)
      const low = floor ? median(floor.values) : null
      const met = measure.target === undefined ? null : middle <= measure.target
      const beside = { floor: low, floorLabel: floor?.label ?? null, floorValues: floor?.values ?? null }
      return { ...measure, median: middle, met, ...beside, ratio: low ? middle / low : null }
    }),
  }
}

function round(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)
}
