const help = document.getElementById("help");
document.getElementById("help-open").addEventListener("click", () => help.showModal());

const keys = {
  "?": () => help.showModal(),
  d: () => theme.toggle(),
  ...(walk && {
    ArrowRight: walk.ways.forward,
    ArrowDown: walk.ways.forward,
    j: walk.ways.forward,
    ArrowLeft: walk.ways.back,
    ArrowUp: walk.ways.back,
    k: walk.ways.back,
    Home: walk.ways.first,
    End: walk.ways.last,
    "]": () => walk.sameThread(1),
    "[": () => walk.sameThread(-1),
    "/": () => walk.field.focus(),
  }),
};

// Where somebody types, or moves a slider, keys mean what they always mean.
const taken = (target) => target.closest("input, select, textarea, dialog");

// Up and down scroll the page, unless the schedule is what is looked at.
const scrolls = (event) =>
  ["ArrowUp", "ArrowDown", "Home", "End"].includes(event.key) && !event.target.closest(".schedule");

addEventListener("keydown", (event) => {
  const action = keys[event.key];
  if (!action || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (taken(event.target) || scrolls(event)) {
    return;
  }
  event.preventDefault();
  action();
});
