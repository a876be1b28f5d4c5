// Makes a screenshot a third of its size: the same picture with at most 256 colours and one index per pixel.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const most = 256

const chunksOf = (png) => {
  const chunks = []
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** The neighbour that Paeth's filter predicts from. */
const paeth = (left, up, corner) => {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** One number 0xrrggbb per pixel; 8 bits a channel, not interlaced. */
const pixelsOf = (raw, width, height, channels) => {
  const stride = width * channels
  const bytes = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x >= channels ? bytes[at - channels] : 0
      const up = y > 0 ? bytes[at - stride] : 0
      const corner = x >= channels && y > 0 ? bytes[at - stride - channels] : 0
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      bytes[at] = raw[y * (stride + 1) + 1 + x] + predicted
    }
  }
  return Array.from({ length: width * height }, (_, index) => bytes.readUIntBE(index * channels, 3))
}

const distance = (one, other) =>
  [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0)

/** Keeps the most frequent colours; every other pixel takes the nearest of them. */
const indexColours = (pixels) => {
  const counts = new Map()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const byCount = [...counts.keys()].toSorted((one, other) => counts.get(other) - counts.get(one))
  const palette = byCount.slice(0, most)
  const index = new Map(palette.map((colour, place) => [colour, place]))
  for (const colour of byCount.slice(most)) {
    const nearest = palette.reduce((best, each) =>
      distance(each, colour) < distance(best, colour) ? each : best,
    )
    index.set(colour, palette.indexOf(nearest))
  }
  return { palette, indexes: pixels.map((colour) => index.get(colour)) }
}

/** Takes and returns the bytes of a PNG as the browser writes it. */
export const shrinkPng = (png) => {
  const chunks = chunksOf(png)
  const header = Buffer.from(chunks[0].data)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const { palette, indexes } = indexColours(pixelsOf(raw, width, height, header[9] === 6 ? 4 : 3))
  const rows = Buffer.alloc((width + 1) * height)
  indexes.forEach((value, at) => {
    rows[at + Math.floor(at / width) + 1] = value
  })
  const colours = Buffer.alloc(palette.length * 3)
  palette.forEach((colour, at) => colours.writeUIntBE(colour, at * 3, 3))
  // Colour type 3: a palette.
  header[9] = 3
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
