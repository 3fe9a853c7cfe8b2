// Opens and closes the search panel from real buttons, and keeps the keyboard where the reader is.
// Everything else on the site works without script.
const toggle = document.getElementById("__search")
const opener = document.querySelector("[data-search=open]")

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-search]")
  if (button && toggle && toggle.checked !== (button.dataset.search === "open")) toggle.click()
})

toggle?.addEventListener("change", () => {
  const field = document.querySelector(".searchbox .md-search__input")
  // After the theme's own handlers, which move the focus too.
  setTimeout(() => (toggle.checked ? field : opener)?.focus())
})
