// Everything here shows one step; nothing decides which.
const panes = (() => {
  const data = document.getElementById("cursor-data");
  if (!data) {
    return null;
  }
  const story = JSON.parse(data.textContent);
  const ROW = 24;

  const told = document.getElementById("told");
  const slider = document.getElementById("slider");
  const lanes = document.getElementById("lanes");
  const row = document.getElementById("row");
  const marks = document.querySelectorAll(".mark");

  function name(step) {
    return step.t < 0 ? "" : story.threads[step.t];
  }

  function words(step) {
    const who = name(step);
    const where = step.f < 0 || !step.l ? "" : `, ${story.files[step.f]}:${step.l}`;
    const preempts = step.p ? " (a preemption)" : "";
    return `${who ? who + " " : ""}${story.texts[step.w]}${where}${preempts}`;
  }

  // Numbers of texts as pairs of texts.
  function pairs(numbers = []) {
    const all = numbers.map((number) => story.texts[number]);
    return all.flatMap((text, i) => (i % 2 === 0 ? [[text, all[i + 1]]] : []));
  }

  function cell(text) {
    const td = document.createElement("td");
    td.textContent = text;
    return td;
  }

  function fill(body, rows) {
    body.replaceChildren(
      ...rows.map(({ cells, changed }) => {
        const tr = document.createElement("tr");
        tr.className = changed ? "changed" : "";
        tr.append(...cells.map(cell));
        return tr;
      }),
    );
  }

  // Threads and values as they stand after the first so many steps.
  function standing(count) {
    const states = new Map();
    const holds = new Map();
    const values = new Map();
    story.steps.slice(0, count).forEach((step, index) => {
      const changed = index === count - 1;
      for (const [thread, text] of pairs(step.s)) {
        states.set(thread, { text, changed });
      }
      for (const [thread, lock] of pairs(step.u)) {
        holds.get(thread)?.delete(lock);
      }
      for (const [thread, lock] of pairs(step.h)) {
        holds.set(thread, (holds.get(thread) ?? new Set()).add(lock));
      }
      for (const [variable, value] of pairs(step.v)) {
        const before = values.get(variable);
        values.set(variable, { text: value, changed: changed && (!before || before.text !== value) });
      }
      if (!changed) {
        states.forEach((state) => (state.changed = false));
        values.forEach((value) => (value.changed = false));
      }
    });
    return { states, holds, values };
  }

  function now(number) {
    const { states, holds, values } = standing(number);
    fill(
      document.getElementById("now-threads"),
      story.threads
        .filter((thread) => states.has(thread))
        .map((thread) => ({
          cells: [thread, states.get(thread).text, [...(holds.get(thread) ?? [])].join(", ")],
          changed: states.get(thread).changed,
        })),
    );
    fill(
      document.getElementById("now-values"),
      [...values].map(([variable, { text, changed }]) => ({ cells: [variable, text], changed })),
    );
  }

  function source(step) {
    document.querySelector(".l.here")?.classList.remove("here");
    const line = document.getElementById(`line-${step.f}-${step.l}`);
    if (line) {
      line.classList.add("here");
      reveal(document.getElementById("sources"), line.offsetTop, line.offsetHeight);
    }
  }

  // Scrolls the pane alone, never the page.
  function reveal(pane, top, height) {
    const margin = pane.clientHeight / 4;
    if (top < pane.scrollTop + margin || top + height > pane.scrollTop + pane.clientHeight - margin) {
      pane.scrollTop = Math.max(0, top - pane.clientHeight / 2);
    }
  }

  function show(number) {
    const step = story.steps[number - 1];
    const text = `Step ${number} of ${story.steps.length}: ${words(step)}`;
    told.textContent = text;
    slider.value = number;
    slider.setAttribute("aria-valuetext", text);
    row.setAttribute("y", (number - 1) * ROW);
    reveal(lanes, (number - 1) * ROW, ROW);
    for (const mark of marks) {
      const x = `${(100 * (number - 0.5)) / story.steps.length}%`;
      mark.setAttribute("x1", x);
      mark.setAttribute("x2", x);
    }
    document.getElementById("schedule").classList.add("walking");
    source(step);
    now(number);
  }

  return { story, show, words, ROW };
})();
