/** Which ids of a source a file has, in eight bytes each: a list of the ids themselves would grow past what memory may. */

const FULL = 0.6

/** Two 32-bit hashes of a text, joined to a number of 53 bits that is never 0. */
function fingerprint(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9747b28c]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
    b ^= b >>> 13
  }
  return (a >>> 0) * 0x200000 + ((b >>> 0) >>> 11) + 1
}

/** A map from ids to the documents they stand in, by fingerprints. */
export class SourceIds {
  #keys = new Float64Array(1 << 12)
  #documents = new Uint32Array(1 << 12)
  #count = 0

  #slotOf(key: number, keys: Float64Array): number {
    let slot = key % keys.length
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) % keys.length
    return slot
  }

  /** Keeps an id. False where it stood in another document before. */
  add(id: string, documentKey: string): boolean {
    const key = fingerprint(id)
    const document = fingerprint(documentKey) % 0xffffffff
    const slot = this.#slotOf(key, this.#keys)
    if (this.#keys[slot] === key) return this.#documents[slot] === document
    this.#keys[slot] = key
    this.#documents[slot] = document
    this.#count += 1
    if (this.#count > this.#keys.length * FULL) this.#grow()
    return true
  }

  has(id: string): boolean {
    return this.#keys[this.#slotOf(fingerprint(id), this.#keys)] !== 0
  }

  #grow(): void {
    const [keys, documents] = [new Float64Array(this.#keys.length * 2), new Uint32Array(this.#keys.length * 2)]
    this.#keys.forEach((key, index) => {
      if (key === 0) return
      const slot = this.#slotOf(key, keys)
      keys[slot] = key
      documents[slot] = this.#documents[index] ?? 0
    })
    this.#keys = keys
    this.#documents = documents
  }
}
