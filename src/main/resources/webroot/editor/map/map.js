// The map: where every step leads, drawn from the server's last check of the text.

import { element, setText } from '/shared/element.js';
import { saySoftly } from '/shared/said.js';
import { t, tOr } from '/shared/texts.js';
import { Camera } from './camera.js';
import { arrowHead, drawEdge, drawNode } from './drawing.js';
import { graphOf } from './graph.js';
import { box, laidOut } from './layout.js';
import { outline } from './outline.js';
import { svg } from './svg.js';
import { neighbour } from './walk.js';

const third = 1 / 3;
const pans = { ArrowUp: [0, -third], ArrowDown: [0, third], ArrowLeft: [-third, 0], ArrowRight: [third, 0] };

/** A view as `frame/views.js` says. */
export function view(space) {
  const { doc, checks, selection } = space;
  const picture = svg('svg', { class: 'map-picture', 'aria-hidden': 'false' });
  const frame = element('div', {
    class: 'map-frame', tabindex: '0', role: 'application', 'aria-label': t('map.title'), 'aria-describedby': 'map-how',
    onkeydown: keys, onclick: pressed, onfocusin: focused,
  }, picture);
  const nearness = element('output', { class: 'map-nearness small' });
  const camera = new Camera(frame, picture, (scale) => setText(nearness, `${Math.round(scale * 100)} %`));
  const state = element('p', { class: 'map-state soft', role: 'status' });
  const inWords = outline(open);
  const button = (key, sign, act) => element('button', { type: 'button', class: 'button small', 'aria-label': t(`map.${key}`), title: t(`map.${key}`), onclick: act }, sign);
  const tools = element('div', { class: 'map-tools', role: 'group', 'aria-label': t('map.tools') },
    button('in', '+', () => camera.in()), button('out', '−', () => camera.out()), nearness,
    button('fit', t('map.fitShort'), () => camera.fit()), button('home', t('map.homeShort'), () => goTo(startOf(), true)));
  const how = element('p', { class: 'map-how small soft', id: 'map-how' }, t('map.how'));
  const whole = element('div', { class: 'map' }, state, tools, frame, how, inWords.element);

  let visible = false;
  let begun = false;
  let graph = { nodes: [], edges: [] };
  let drawn = '';
  let plan = null;
  let shape = '';
  let at = null;

  checks.subscribe(draw);
  space.shown.subscribe(draw);

  function draw() {
    if (!visible || !checks.result) {
      return;
    }
    const unread = checks.result.steps.length === 0;
    setText(state, checks.state === 'failed' ? t('checks.failed') : unread && drawn ? t('map.stale') : unread ? t('map.none') : '');
    if (unread) {
      return;
    }
    const newer = graphOf(checks.result, { words, label: (one) => tOr(`map.label.${one}`, one) });
    const look = JSON.stringify(newer);
    if (look === drawn) {
      return;
    }
    drawn = look;
    graph = newer;
    place();
    put();
    inWords.draw(graph);
  }

  // The server says the first language; who looks at another sees that one.
  function words(step) {
    const named = doc.broken ? {} : doc.step(step.name);
    const [language] = space.shown.list;
    const said = [named.say, named.ask, named.end, named.handoff?.say].map((text) => (Array.isArray(text) ? text[0] : text)).find(Boolean);
    return String(said?.[language] ?? step.says ?? step.runs ?? named.handoff?.queue ?? '');
  }

  // Words that change move no step: the plan is made anew only when steps or ways do.
  function place() {
    const newShape = JSON.stringify([graph.nodes.map(({ name }) => name), graph.edges.map(({ from, to }) => [from, to])]);
    if (newShape === shape) {
      const lines = [...plan.lines.values()];
      plan.lines = new Map(graph.edges.map((edge, number) => [edge, lines[number]]));
      return;
    }
    shape = newShape;
    plan = laidOut(graph);
  }

  function put() {
    const had = document.activeElement?.closest?.('[data-step]') && frame.contains(document.activeElement) ? at : null;
    picture.replaceChildren(arrowHead(),
      svg('g', { 'aria-hidden': 'true' }, ...graph.edges.map((edge) => drawEdge(edge, plan.lines.get(edge)))),
      svg('g', {}, ...graph.nodes.map((node) => drawNode(node, graph.edges, plan.places.get(node.name)))));
    camera.size = plan;
    mark(plan.places.has(at) ? at : startOf());
    if (had && plan.places.has(had)) {
      stepAt(had).focus({ preventScroll: true });
    }
    if (!begun) {
      begun = true;
      camera.begin();
      camera.lookAt(plan.places.get(at));
    }
  }

  const stepAt = (name) => picture.querySelector(`[data-step="${CSS.escape(name)}"]`);
  const startOf = () => (graph.nodes.find(({ start }) => start) ?? graph.nodes[0])?.name ?? null;

  // One step is the map's stop for Tab: the one that is looked at. Its ways stand out.
  function mark(name) {
    at = name;
    picture.querySelectorAll('[aria-current], .is-way').forEach((one) => {
      one.removeAttribute('aria-current');
      one.classList.remove('is-way');
    });
    picture.querySelectorAll('[tabindex="0"]').forEach((one) => one.setAttribute('tabindex', '-1'));
    if (name === null) {
      return;
    }
    stepAt(name)?.setAttribute('tabindex', '0');
    stepAt(name)?.setAttribute('aria-current', 'step');
    picture.querySelectorAll(`[data-from="${CSS.escape(name)}"], [data-to="${CSS.escape(name)}"]`).forEach((one) => one.classList.add('is-way'));
  }

  function goTo(name, focus) {
    if (name === null || !plan?.places.has(name)) {
      return;
    }
    mark(name);
    camera.keepInSight(plan.places.get(name), box);
    if (focus) {
      stepAt(name).focus({ preventScroll: true });
    }
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const step = event.target.closest('[data-step]')?.dataset.step;
    const zooms = { '+': () => camera.in(), '-': () => camera.out(), '−': () => camera.out(), 0: () => camera.fit() };
    const to = step && !event.shiftKey ? neighbour(event.key, step, graph, plan.places) : null;
    if (zooms[event.key]) {
      zooms[event.key]();
    } else if (step && (event.key === 'Enter' || event.key === ' ')) {
      open(step);
    } else if (to !== null) {
      goTo(to, true);
    } else if (step && !event.shiftKey && pans[event.key]) {
      saySoftly(t('map.noWay'));
    } else if (pans[event.key]) {
      camera.pan(...pans[event.key]);
    } else if (!step && event.key === 'Home') {
      goTo(startOf(), true);
    } else {
      return;
    }
    event.preventDefault();
  }

  function focused(event) {
    const step = event.target.closest('[data-step]')?.dataset.step;
    if (step && step !== at) {
      goTo(step, false);
    }
  }

  function pressed(event) {
    const step = event.target.closest('[data-step]')?.dataset.step;
    if (step) {
      open(step);
    }
  }

  // A step that does not exist is mended where it is named.
  async function open(name) {
    const node = graph.nodes.find((one) => one.name === name);
    const step = node?.missing ? graph.edges.find(({ to }) => to === name).from : name;
    await space.openView?.('talk');
    selection.choose(step, { from: 'map' });
  }

  return {
    element: whole,
    show() {
      visible = true;
      draw();
    },
    hide() {
      visible = false;
    },
    go({ step, focus }) {
      goTo(step ?? at, focus);
    },
  };
}
