// Loads a small module for each behaviour that the page asks for; every page works without them.
const loaded = new Map();

function start(element) {
  for (const name of element.dataset.behaviour.split(" ")) {
    if (!loaded.has(name)) {
      loaded.set(name, import(`./behaviours/${name}.js`));
    }
    loaded.get(name).then((module) => module.default(element));
  }
}

document.querySelectorAll("[data-behaviour]").forEach(start);
