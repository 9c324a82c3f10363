// Which step is shown, and how to get to another one.
const walk = panes && (() => {
  const { story, show, words, ROW } = panes;
  const last = story.steps.length;
  const field = document.getElementById("search");
  let at = 1;

  function go(number) {
    at = Math.min(last, Math.max(1, number));
    show(at);
    try {
      history.replaceState(null, "", `#step-${at}`);
    } catch {
      // Some browsers count this and refuse at last; then the address stays as it was.
    }
  }

  function linked() {
    const match = /^#step-(\d{1,6})$/.exec(location.hash);
    return match ? Number(match[1]) : null;
  }

  // The next step of the same thread, in this direction.
  function sameThread(direction) {
    for (let i = at + direction; i >= 1 && i <= last; i += direction) {
      if (story.steps[i - 1].t === story.steps[at - 1].t) {
        return go(i);
      }
    }
  }

  function matches(number) {
    const wanted = field.value.trim().toLowerCase();
    return wanted !== "" && words(story.steps[number - 1]).toLowerCase().includes(wanted);
  }

  function find(from) {
    for (let i = 0; i < last; i++) {
      const number = ((from - 1 + i) % last) + 1;
      if (matches(number)) {
        return go(number);
      }
    }
    if (field.value.trim() !== "") {
      document.getElementById("told").textContent = "No step says that.";
    }
  }

  const ways = {
    first: () => go(1),
    back: () => go(at - 1),
    forward: () => go(at + 1),
    last: () => go(last),
  };

  for (const button of document.querySelectorAll("[data-go]")) {
    button.addEventListener("click", ways[button.dataset.go]);
  }
  document.getElementById("slider").addEventListener("input", (event) => go(Number(event.target.value)));
  field.addEventListener("input", () => find(at));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      find(at + 1);
    } else if (event.key === "Escape") {
      field.blur();
    }
  });
  document.querySelector(".lanes-drawing").addEventListener("click", (event) => {
    const top = event.currentTarget.getBoundingClientRect().top;
    go(Math.floor((event.clientY - top) / ROW) + 1);
  });
  addEventListener("hashchange", () => linked() && go(linked()));

  const begin = linked();
  begin ? go(begin) : show(at);
  if (begin) {
    document.getElementById("schedule").scrollIntoView();
  }
  return { ways, sameThread, field };
})();
