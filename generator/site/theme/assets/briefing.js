// Opens and closes the search panel from real buttons, and keeps the keyboard where the reader is.
// Everything else on the site works without script.
const toggle = document.getElementById("__search")
const panel = document.querySelector(".searchbox")
const opener = document.querySelector("[data-search=open]")

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-search]")
  if (button && toggle && toggle.checked !== (button.dataset.search === "open")) toggle.click()
})

if (toggle && panel && opener) {
  toggle.addEventListener("change", () => {
    // After the theme's own handlers, which move the focus too.
    setTimeout(() => {
      if (toggle.checked) panel.querySelector(".md-search__input").focus()
      else if (document.activeElement === document.body || panel.contains(document.activeElement)) opener.focus()
    })
  })
  // The theme closes its search on Tab and leaves the results to the arrow keys; here Tab reaches them too, and the
  // panel closes when it is left.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !panel.contains(event.target)) return
    event.stopPropagation()
    for (const link of panel.querySelectorAll(".md-search-result [tabindex='-1']")) link.tabIndex = 0
  }, true)
  panel.addEventListener("focusout", (event) => {
    if (toggle.checked && event.relatedTarget && !panel.contains(event.relatedTarget)) toggle.click()
  })
}
