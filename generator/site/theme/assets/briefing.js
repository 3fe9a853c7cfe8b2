// The search panel and the choice of shade. Everything else on the site works without script.
const panel = document.querySelector(".searchbox")

if (panel) {
  const field = panel.querySelector("input")
  const state = panel.querySelector("[role=status]")
  const list = panel.querySelector("ol")
  let search // a promise, from the first opening on: nothing of the search is fetched before

  const element = (name, content, className) => {
    const made = document.createElement(name)
    made.append(...[content].flat())
    if (className) made.className = className
    return made
  }
  const entry = ({ location, title, page, text }) => {
    const link = element("a", [element("strong", title)])
    link.href = new URL(`${panel.dataset.base}/${location}`, document.baseURI)
    if (page) link.append(" ", element("span", page, "found__page"))
    link.append(element("span", text, "found__text"))
    return element("li", link)
  }
  const show = async () => {
    const query = field.value.trim()
    try {
      search ??= import("./search.js").then(({ load }) => load(panel.dataset.index, panel.dataset.names))
      const find = await search
      if (query !== field.value.trim()) return // the reader typed on
      const found = query ? find(query) : []
      list.replaceChildren(...found.map(entry))
      panel.dataset.shown = query
      state.textContent = !query ? "" : found.length ? panel.dataset.some.replace("{n}", found.length) : panel.dataset.none
    } catch {
      search = undefined
      state.textContent = panel.dataset.failed
    }
  }

  document.querySelector("[data-search=open]").addEventListener("click", () => {
    panel.showModal()
    field.select()
    show()
  })
  let wait
  field.addEventListener("input", () => {
    clearTimeout(wait)
    wait = setTimeout(show, 80)
  })
  panel.addEventListener("click", (event) => {
    if (event.target === panel || event.target.closest("[data-search=close], a")) panel.close()
  })
  panel.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault()
    list.querySelector("a")?.focus()
  })
}

const shade = document.querySelector("[data-shade]")
const system = matchMedia("(prefers-color-scheme: dark)")

if (shade) {
  const chosen = () => document.documentElement.dataset.chosen || ""
  const next = () => {
    // The first press is always seen: it leads to the shade that the system does not have.
    const order = system.matches ? ["", "light", "dark"] : ["", "dark", "light"]
    return order[(order.indexOf(chosen()) + 1) % order.length]
  }
  const paint = () => {
    const dark = chosen() ? chosen() === "dark" : system.matches
    document.body.dataset.mdColorScheme = dark ? "slate" : "default"
    shade.dataset.shade = chosen()
    shade.title = shade.dataset[next() || "system"]
    shade.setAttribute("aria-label", shade.title)
  }
  shade.addEventListener("click", () => {
    const wanted = next()
    document.documentElement.dataset.chosen = wanted
    try {
      wanted ? localStorage.setItem("briefing-shade", wanted) : localStorage.removeItem("briefing-shade")
    } catch {
      // A browser that keeps nothing: the choice holds for this page.
    }
    paint()
  })
  system.addEventListener("change", paint)
  paint()
}
