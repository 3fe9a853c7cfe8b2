// Finds passages by words, names and sums; loaded when a reader first opens the search.
// Korean is found inside words, with or without its particles and endings; a name in any of its forms and scripts;
// a sum in either language (2.4 trillion, 2조4000억). All words of a query must be found, else as many as can be.
const HANGUL = /[가-힣]/
const BREAK = /[\s:·’'&-]/
const TAIL = "은|는|이|가|을|를|과|와|의|에|도|만|로|으로|에서|에게|에는|에도|에서는|로는|으로는|까지|부터|보다|처럼|이나|나|께서|한테|들|들이|들은|들의|들을|라고|이라고|라는|이라는|이며|인|란|이란"
  + "|하다|한다|했다|하는|했던|한|할|해|하고|하며|하기|하기로|했나|하나|됐다|된다|되는|된|될|돼|되나|시킨|시켰다|이다|였다|이었다|합니다|했습니다|입니다"
const ENDING = new RegExp(`^(.*[^가-힣]|.{2,}?)(?:${TAIL})$`, "u")
const SUFFIX = /(?:'s|’s|es|s|ed|ing|ments?|ions?|ors?)$/
const SCALES = [[1e12, "trillion", "조"], [1e8, "", "억"], [1e9, "billion", ""], [1e6, "million", ""], [1e4, "", "만"]]
const FACTORS = { trillion: 1e12, tn: 1e12, billion: 1e9, bn: 1e9, million: 1e6, mn: 1e6, 조: 1e12, 억: 1e8, 만: 1e4 }
const AMOUNT = /[$₩]?((?:\d[\d,]*(?:\.\d+)?\s*(?:trillion|tn|billion|bn|million|mn|[십백천]?[조억만])\s*)+)(?:원|won|달러|dollars?|usd|krw)?/gu
const PART = /(\d[\d,]*(?:\.\d+)?)\s*([십백천]?)([a-z]+|[조억만])/gu

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
const plain = (markup) => {
  const body = new DOMParser().parseFromString(markup.replace(/<\/?(?:p|li|ul|ol|td|tr|h\d|div|br)\b/g, " $&"), "text/html").body
  for (const mark of body.querySelectorAll("sup")) mark.remove()
  return body.textContent.replace(/#(?=\s|$)|\u2060/g, "").replace(/\s+/g, " ").trim().normalize("NFC")
}
const key = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")

// What lets a form be found as readers and papers variously write it: 투자 금액, Mi:dm, 1,000.
function pattern(form) {
  const letters = [...form]
  let source = HANGUL.test(letters[0]) ? "" : "(?<![a-z\\d])"
  if (/\d/.test(letters[0])) source = "(?<![a-z\\d]|\\d[.,])"
  letters.forEach((letter, at) => {
    const next = letters[at + 1]
    if (BREAK.test(letter)) return
    source += escaped(letter)
    if (next === undefined) return
    if (BREAK.test(next)) source += "[\\s:·’'&-]*"
    else if (HANGUL.test(letter) || HANGUL.test(next)) source += "\\s?"
    else source += /\d/.test(letter) && /\d/.test(next) ? ",?" : /[a-z]/.test(letter + next) ? "[:’'-]?" : ""
  })
  const last = letters.at(-1)
  if (/\d/.test(last)) source += "(?![.,]?\\d)"
  else if (!HANGUL.test(last) && /(?:^|[^a-z])[a-z]{1,3}$/.test(form)) source += "s?(?![a-z\\d])"
  return new RegExp(source, "giu")
}

const unit = (forms) => forms.map(([form, weight]) => ({ regex: pattern(form), weight }))

function amountForms(words) {
  let value = 0
  for (const [, number, tens, scale] of words.matchAll(PART)) {
    value += Number(number.replaceAll(",", "")) * 10 ** (" 십백천".indexOf(tens || " ")) * FACTORS[scale]
  }
  value = Math.round(value)
  const english = SCALES.find(([size, name]) => name && value >= size)
  let rest = value
  const korean = SCALES.filter(([, , name]) => name).map(([size, , name]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count ? `${count}${name}` : ""
  }).join("")
  const spelled = english ? `${Number((value / english[0]).toFixed(6))} ${english[1]}` : ""
  return [...new Set([words.trim(), spelled, korean])].filter(Boolean).map((form) => [form, 1])
}

function wordForms(word, names) {
  const forms = [[word, 1]]
  const known = names.get(key(word))
  if (/^[가-힣]{3,}$/.test(word)) {
    for (const [name, others] of names) if (name !== word && name.includes(word)) forms.push(...others.map((other) => [other, 0.4]))
  }
  const stem = HANGUL.test(word) ? ENDING.exec(word)?.[1] : word.replace(SUFFIX, "")
  if (stem && stem !== word && (HANGUL.test(word) || stem.length > 3)) forms.push([stem, 0.7])
  for (const name of known || names.get(key(stem || "")) || []) forms.push([name, 0.9])
  return forms
}

// Units of a query, all of which a passage should have; each is a list of alternatives.
function units(query, names, found) {
  const list = []
  const rest = query.normalize("NFC").toLowerCase().replace(AMOUNT, (all, words) => {
    list.push(unit(amountForms(words)))
    return " "
  })
  const words = (rest.match(/[\p{L}\p{N}](?:[\p{L}\p{N}]|[.,:’'&-](?=[\p{L}\p{N}]))*/gu) || []).slice(0, 8)
  for (let at = 0; at < words.length; at += 1) {
    let end = words.length
    while (end > at + 1 && !names.has(key(words.slice(at, end).join("")))) end -= 1
    const made = unit(wordForms(words.slice(at, end).join(" "), names))
    if (found(made)) list.push(made)
    else list.push(...pieces(words[at], names, found, made))
    at = end - 1
  }
  return list
}

// A word that stands nowhere: where scripts meet (AI모델), or two Korean words written as one (호텔매각).
function pieces(word, names, found, made) {
  const stem = HANGUL.test(word) ? ENDING.exec(word)?.[1] || word : word
  const parts = stem.match(/[가-힣]+|[^가-힣]+/gu) || []
  const splits = parts.length > 1 ? [parts] : []
  for (let at = stem.length - 2; HANGUL.test(stem) && at > 1; at -= 1) splits.push([stem.slice(0, at), stem.slice(at)])
  for (const split of splits) {
    const both = split.map((part) => unit(wordForms(part, names)))
    if (both.every(found)) return both
  }
  return [made]
}

function weigh(record, alternatives) {
  let best = 0
  for (const { regex, weight } of alternatives) {
    const titles = record.title.match(regex)
    const text = record.text.match(regex)?.length || 0
    // A page or section named so, before one whose title has the word, before one that merely says it.
    const title = !titles ? 0 : titles[0].length === record.title.length ? 9 : 3
    if (title || text) best = Math.max(best, weight * (1 + title + Math.log2(1 + text) / 2))
  }
  return best
}

function snippet(record, list) {
  const hits = list.flat().flatMap(({ regex }) => [...record.text.matchAll(regex)].map((hit) => [hit.index, hit.index + hit[0].length]))
  hits.sort((one, other) => one[0] - other[0] || other[1] - one[1])
  let start = Math.max(0, (hits[0]?.[0] ?? 0) - 40)
  if (start) start = record.text.indexOf(" ", start) + 1
  const end = Math.min(record.text.length, start + 160)
  const parts = [start ? "… " : ""]
  let at = start
  for (const [from, to] of hits) {
    if (from < at || to > end) continue
    const mark = document.createElement("mark")
    mark.textContent = record.text.slice(from, to)
    parts.push(record.text.slice(at, from), mark)
    at = to
  }
  parts.push(record.text.slice(at, end), end < record.text.length ? " …" : "")
  return parts
}

const json = async (address) => {
  const reply = await fetch(address)
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`)
  return reply.json()
}

/** Load what is searched; return a function from a query to the places found, the best first. */
export async function load(index, aliases) {
  const [{ docs, items }, lists] = await Promise.all([json(index), json(aliases).catch(() => [])])
  const names = new Map()
  for (const forms of lists) for (const form of forms) {
    const lower = forms.map((one) => one.toLowerCase())
    names.set(key(form), [...(names.get(key(form)) || []), ...lower])
  }
  const found = docs || items
  // One builder does not pass on how much a page counts: there, those below an index page count half.
  const usual = (location) => items && location.split("#")[0].split("/").length > 2 ? 0.5 : 1
  const pages = new Map(found.filter(({ location }) => !location.includes("#")).map(({ location, title }) => [location, plain(title)]))
  // What stands above a main heading is a record of its own; the heading's takes its place.
  const headed = new Set(found.filter(({ location }) => location.endsWith("#top")).map(({ location }) => location.slice(0, -4)))
  const records = found.filter(({ location }) => !headed.has(location)).map(({ location, title, text, boost }) => {
    const page = location.replace(/#top$/, "")
    const named = (page !== location && pages.get(page)) || plain(title)
    return { location: page, title: named, text: plain(text), boost: boost || usual(location) }
  })
  return (query) => {
    const found = (alternatives) => records.some((record) => weigh(record, alternatives))
    const list = units(query, names, found)
    const weights = list.map((alternatives) => records.map((record) => weigh(record, alternatives)))
    const rarity = weights.map((row) => Math.log(1 + records.length / (1 + row.filter(Boolean).length)))
    const ranked = records.map((record, at) => {
      const scores = weights.map((row, which) => row[at] * rarity[which])
      const sum = scores.reduce((one, other) => one + other, 0)
      return { record, hits: scores.filter(Boolean).length, score: sum * Math.sqrt(record.boost) }
    })
    const most = Math.max(0, ...ranked.map(({ hits }) => hits))
    const counts = new Map()
    return ranked
      .filter(({ hits }) => hits && hits === most)
      .sort((one, other) => other.score - one.score)
      .filter(({ record }) => {
        const page = record.location.split("#")[0]
        counts.set(page, (counts.get(page) || 0) + 1)
        return counts.get(page) <= 4
      })
      .slice(0, 20)
      .map(({ record }) => {
        const page = pages.get(record.location.split("#")[0]) || ""
        return { location: record.location, title: record.title || page, page: page === record.title ? "" : page, text: snippet(record, list) }
      })
  }
}
