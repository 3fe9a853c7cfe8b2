// Opens and closes the search panel from real buttons. Everything else on the site works without script.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-search]")
  const toggle = document.getElementById("__search")
  if (button && toggle && toggle.checked !== (button.dataset.search === "open")) toggle.click()
})
